"""What each role may do: the whole table, read from DESIGN.md, and how roles add up."""

import itertools

import pytest
from tests.cast import Cast

from fallow_site.foundation.organizations.roles import ROLES, Action, allowed_actions
from fallow_site.foundation.organizations.viewers import Viewer

TABLE = """
                     clinician supervisor director wellbeing_lead administrator
READ_POSTED_LIST     yes       yes        yes      yes            yes
READ_PEOPLE          yes       yes        yes      yes            yes
READ_POLICY          yes       yes        yes      yes            yes
READ_RESOURCES       yes       yes        yes      yes            yes
SET_OWN_ACUITY       yes       -          -        -              -
CONFIRM_OWN_LINK     yes       -          -        -              -
READ_ACUITY          -         -          yes      -              -
ADOPT_POLICY         -         -          yes      -              -
EDIT_RESOURCES       -         -          yes      yes            -
INVITE               -         -          yes      -              yes
EDIT_PEOPLE          -         -          yes      -              yes
AGREE_CAPS           -         -          yes      -              -
DECLARE_SUPERVISION  -         -          yes      -              -
EDIT_PRACTICE        -         -          yes      -              -
EDIT_SOURCES         -         -          -        -              yes
"""
_ROLES, *_LINES = (line.split() for line in TABLE.strip().splitlines())
MAY = {
    (action, role): word == "yes"
    for action, *words in _LINES
    for role, word in zip(_ROLES, words, strict=True)
}


@pytest.mark.parametrize("action", Action, ids=lambda action: action.name)
def test_each_role_may_do_what_the_table_says(action: Action) -> None:
    may = {(action.name, role.key): action in role.may for role in ROLES}

    assert may == {cell: told for cell, told in MAY.items() if cell[0] == action.name}


def test_every_action_is_in_the_table() -> None:
    assert {name for name, _ in MAY} == {action.name for action in Action}


@pytest.mark.parametrize("roles", itertools.combinations([role.key for role in ROLES], 2))
def test_two_roles_may_do_what_either_may_and_no_more(roles: tuple[str, str]) -> None:
    one, other = (allowed_actions((role,)) for role in roles)

    assert allowed_actions(roles) == one | other


@pytest.mark.parametrize("roles", [(), ("superuser",), ("",)])
def test_no_role_and_an_unknown_one_may_do_nothing(roles: tuple[str, ...]) -> None:
    assert allowed_actions(roles) == frozenset()


def test_nothing_that_any_role_may_do_is_about_how_someone_feels() -> None:
    words = " ".join(action.value for action in Action)

    assert not {"feel", "score", "answer", "journal", "check-in", "share"} & set(words.split())


def test_a_role_in_one_practice_says_nothing_in_another(cast: Cast) -> None:
    viewers: list[Viewer] = [cast.zed, cast.omar]

    assert {viewer.practice.pk for viewer in viewers} == {cast.zed.practice.pk, cast.practice.pk}
    assert [m.practice for m in cast.zed.account.memberships.all()] == [cast.zed.practice]

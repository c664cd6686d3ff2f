"""Roles, teams and posts: who may give them, who may take them, and what always stays."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.http import Http404
from tests.cast import AT, Cast, join
from tests.site.workload.bringing import bring, link_to, make_source, posted_week, session
from time_machine import TimeMachineFixture

from fallow_site.foundation.organizations.actions import (
    Post,
    record_departure,
    record_post,
    record_practice_terms,
)
from fallow_site.foundation.organizations.models import Membership, Practice, Team
from fallow_site.foundation.organizations.permissions import NotAllowed
from fallow_site.foundation.organizations.queries import list_members
from fallow_site.foundation.organizations.viewers import Viewer


def _roles(viewer: Viewer) -> list[str]:
    return list(Membership.objects.get(pk=viewer.membership.pk).roles)


def _set(by: Viewer, of: Viewer, *roles: str, **post: object) -> None:
    given = Post(roles=roles, **post)  # type: ignore[arg-type]
    record_post(by=by, membership=of.membership, post=given, at=AT)


def test_an_administrator_makes_nobody_a_director(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        _set(cast.root, cast.root, "administrator", "director")

    assert _roles(cast.root) == ["administrator"]


def test_an_administrator_unmakes_no_director(cast: Cast) -> None:
    second = join(cast.omar, "Dara Dune", ("director",))

    with pytest.raises(NotAllowed):
        _set(cast.root, second, "clinician")

    assert _roles(second) == ["director"]


def test_an_administrator_sends_no_director_away(cast: Cast) -> None:
    second = join(cast.omar, "Dara Dune", ("director",))

    with pytest.raises(NotAllowed):
        record_departure(by=cast.root, membership=second.membership, at=AT)


def test_a_director_makes_and_unmakes_a_director(cast: Cast) -> None:
    _set(cast.omar, cast.wren, "director")
    assert _roles(cast.wren) == ["director"]

    _set(cast.omar, cast.wren, "wellbeing_lead")
    assert _roles(cast.wren) == ["wellbeing_lead"]


@pytest.mark.parametrize("last", ["omar", "root"])
def test_the_last_director_and_the_last_administrator_stay(cast: Cast, last: str) -> None:
    viewer: Viewer = getattr(cast, last)

    with pytest.raises(NotAllowed):
        _set(cast.omar, viewer, "clinician")
    with pytest.raises(NotAllowed):
        record_departure(by=viewer, membership=viewer.membership, at=AT)


def test_a_role_that_does_not_exist_is_not_given(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        _set(cast.omar, cast.ada, "clinician", "superuser")


@pytest.mark.parametrize("who", ["ada", "sol", "petra", "wren", "zed"])
def test_everyone_else_changes_nobody(cast: Cast, who: str) -> None:
    with pytest.raises(Http404):
        _set(getattr(cast, who), cast.petra, "administrator")


def test_a_cap_of_one_s_own_is_agreed_with_the_director_alone(cast: Cast) -> None:
    _set(cast.omar, cast.ada, "clinician", cap_hours=18)
    _set(cast.root, cast.ada, "clinician", cap_hours=40)

    assert Membership.objects.get(pk=cast.ada.membership.pk).cap_hours == 18


def test_a_new_cap_stands_on_the_posted_list_at_once(
    cast: Cast,
    time_machine: TimeMachineFixture,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[None]],
) -> None:
    time_machine.move_to(AT)
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    with django_capture_on_commit_callbacks(execute=True):
        _set(cast.omar, cast.ada, "clinician", cap_hours=18)

    assert posted_week(cast.ada).cap_hours == 18


def test_a_refused_change_makes_no_team(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        _set(cast.root, cast.root, "director", "administrator", team="Fresh Team")

    assert not Team.objects.filter(name="Fresh Team").exists()


def test_a_clinician_leaves_by_themselves_and_sends_nobody_away(cast: Cast) -> None:
    with pytest.raises(Http404):
        record_departure(by=cast.ada, membership=cast.petra.membership, at=AT)

    record_departure(by=cast.ada, membership=cast.ada.membership, at=AT)

    assert "Ada Amber" not in {member.name for member in list_members(cast.omar)}


def test_a_clock_that_was_set_back_makes_no_backward_membership(cast: Cast) -> None:
    record_departure(by=cast.omar, membership=cast.ada.membership, at=AT - timedelta(days=1))

    left = Membership.objects.get(pk=cast.ada.membership.pk)
    assert left.left_at == left.joined_at


def test_a_practice_changes_its_name_and_zone(cast: Cast) -> None:
    record_practice_terms(by=cast.omar, name="Elm Street", zone="Europe/Paris", at=AT)

    changed = Practice.objects.get(pk=cast.practice.pk)
    assert (changed.name, changed.zone) == ("Elm Street", "Europe/Paris")

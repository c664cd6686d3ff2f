"""Who supervises whom: declared in everyone's sight, dual roles too, and ended on a day."""

from datetime import timedelta

import pytest
from django.http import Http404
from tests.cast import AT, Cast

from fallow_site.foundation.organizations.actions import (
    Post,
    declare_supervision,
    end_supervision,
    record_departure,
    record_post,
)
from fallow_site.foundation.organizations.models import SupervisionRelation
from fallow_site.foundation.organizations.permissions import NotAllowed
from fallow_site.foundation.organizations.queries import list_members
from fallow_site.foundation.organizations.viewers import Viewer

LATER = AT + timedelta(days=90)


def _relation() -> SupervisionRelation:
    return SupervisionRelation.objects.get()


def _supervisors_of_ada(viewer: Viewer) -> tuple[str, ...]:
    (ada,) = [member for member in list_members(viewer) if member.name == "Ada Amber"]
    return ada.supervisors


def test_a_supervisor_who_is_line_manager_is_named_as_such_to_everyone(cast: Cast) -> None:
    for viewer in (cast.ada, cast.sol, cast.petra, cast.omar, cast.wren, cast.root):
        assert _supervisors_of_ada(viewer) == ("Sol Sorrel (also line manager)",)


def test_declaring_again_changes_the_dual_role_and_not_the_start(cast: Cast) -> None:
    declare_supervision(
        by=cast.omar,
        supervisor=cast.sol.membership,
        supervisee=cast.ada.membership,
        is_dual_role=False,
        at=LATER,
    )

    assert (_relation().started_at, _relation().is_dual_role) == (AT, False)


def test_an_ended_supervision_is_not_shown_and_not_forgotten(cast: Cast) -> None:
    end_supervision(by=cast.omar, relation=_relation(), at=LATER)

    assert _supervisors_of_ada(cast.ada) == ()
    assert _relation().ended_at == LATER


@pytest.mark.parametrize("gone", ["sol", "ada"])
def test_a_supervision_ends_with_either_membership(cast: Cast, gone: str) -> None:
    record_departure(by=cast.omar, membership=getattr(cast, gone).membership, at=LATER)

    assert _relation().ended_at == LATER


def test_nobody_supervises_without_the_role(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        declare_supervision(
            by=cast.omar,
            supervisor=cast.petra.membership,
            supervisee=cast.ada.membership,
            is_dual_role=False,
            at=AT,
        )


@pytest.mark.parametrize("other", ["zed", "sol"])
def test_it_takes_two_people_of_one_practice(cast: Cast, other: str) -> None:
    with pytest.raises(NotAllowed):
        declare_supervision(
            by=cast.omar,
            supervisor=getattr(cast, other).membership,
            supervisee=cast.sol.membership,
            is_dual_role=False,
            at=AT,
        )


@pytest.mark.parametrize("who", ["ada", "sol", "petra", "wren", "root", "zed"])
def test_the_director_alone_declares_and_ends(cast: Cast, who: str) -> None:
    with pytest.raises(Http404):
        end_supervision(by=getattr(cast, who), relation=_relation(), at=AT)


def test_a_supervisor_keeps_supervising_when_another_role_is_added(cast: Cast) -> None:
    post = Post(roles=("clinician", "supervisor", "wellbeing_lead"))

    record_post(by=cast.omar, membership=cast.sol.membership, post=post, at=AT)

    assert _relation().ended_at is None

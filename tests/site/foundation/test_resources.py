"""What a practice offers: everyone reads it, the director and the wellbeing lead keep it true."""

from datetime import timedelta

import pytest
from django.http import Http404
from tests.cast import AT, Cast

from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.foundation.resources.actions import (
    NameTaken,
    Offer,
    record_resource,
    remove_resource,
)
from fallow_site.foundation.resources.models import Resource
from fallow_site.foundation.resources.queries import find_resource, list_resources

EAP = Offer(sort="eap", name="A line to call", how_to_reach="Call it", who_learns="Nobody")


def _names(viewer: Viewer) -> list[str]:
    return [resource.name for resource in list_resources(viewer)]


@pytest.mark.parametrize("who", ["omar", "wren"])
def test_the_director_and_the_wellbeing_lead_write_offers_down(cast: Cast, who: str) -> None:
    record_resource(by=getattr(cast, who), offer=EAP, at=AT)

    assert _names(cast.ada) == ["A line to call"]


@pytest.mark.parametrize("who", ["ada", "sol", "petra", "root"])
def test_nobody_else_does(cast: Cast, who: str) -> None:
    with pytest.raises(Http404):
        record_resource(by=getattr(cast, who), offer=EAP, at=AT)


def test_a_change_of_name_makes_no_second_offer(cast: Cast) -> None:
    kept = record_resource(by=cast.omar, offer=EAP, at=AT)
    renamed = Offer(sort="eap", name="Another line", how_to_reach="Call it")

    record_resource(by=cast.wren, offer=renamed, resource=kept, at=AT + timedelta(days=30))

    (only,) = list_resources(cast.ada)
    assert (only.name, str(only.checked_date)) == ("Another line", "2026-04-01")


def test_two_offers_have_two_names(cast: Cast) -> None:
    record_resource(by=cast.omar, offer=EAP, at=AT)

    with pytest.raises(NameTaken):
        record_resource(by=cast.omar, offer=EAP, at=AT)


def test_an_offer_that_ended_is_taken_away(cast: Cast) -> None:
    kept = record_resource(by=cast.omar, offer=EAP, at=AT)

    remove_resource(by=cast.wren, resource=kept, at=AT)

    assert _names(cast.ada) == []


def test_another_practice_neither_finds_nor_changes_ours(cast: Cast) -> None:
    kept = record_resource(by=cast.omar, offer=EAP, at=AT)

    with pytest.raises(Http404):
        find_resource(cast.zed, kept.public_id)
    with pytest.raises(Http404):
        remove_resource(by=cast.zed, resource=kept, at=AT)

    assert Resource.objects.filter(pk=kept.pk).exists()

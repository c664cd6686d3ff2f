"""What everyone here can see: the same few fields for every member, never more than was seen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.cast import AT, Cast
from tests.site.conftest import SignIn
from tests.site.workload.bringing import (
    bring,
    link_to,
    make_source,
    posted_week,
    session,
    weeks_later,
)

from fallow.workload.limits.policy import starting_policy
from fallow_site.workload.actions import adopt_policy
from fallow_site.workload.models import PostedRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_today")]


def page_for(cast: Cast, sign_in: SignIn, who: str, week: str = "") -> str:
    address = f"/practice/{cast.practice.public_id}/posted/{week}"
    return sign_in(getattr(cast, who)).get(address).content.decode()


def row_of(page: str, name: str) -> str:
    return page[page.index(f">{name}<") :].split("</tr>", maxsplit=1)[0]


@pytest.mark.parametrize("who", ["sol", "petra", "omar", "wren", "root"])
def test_every_member_reads_the_same_list(cast: Cast, sign_in: SignIn, who: str) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    theirs, adas = page_for(cast, sign_in, who), page_for(cast, sign_in, "ada")

    assert theirs[theirs.index("<table") :] == adas[adas.index("<table") :]


def test_the_list_is_alphabetical_and_holds_every_clinician(cast: Cast, sign_in: SignIn) -> None:
    page = page_for(cast, sign_in, "omar")

    names = [name for name in ("Ada Amber", "Petra Pebble", "Sol Sorrel") if name in page]
    assert names == ["Ada Amber", "Petra Pebble", "Sol Sorrel"]
    assert sorted(names, key=page.index) == names
    assert "Omar Oak<" not in page


def test_a_week_that_nothing_speaks_for_is_not_known_rather_than_light(
    cast: Cast, sign_in: SignIn
) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    row = row_of(page_for(cast, sign_in, "omar", "?week=2026-03-16"), "Ada Amber")

    assert "not known" in row
    assert "0 min" not in row


def test_a_week_seen_in_part_gives_the_least_that_was_booked(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9), session(3, 9))
    link_to(cast, cast.ada, source)
    bring(cast, source, session(2, 9), session(2, 10), at=weeks_later(1))
    source.refresh_from_db()
    source.quiet_since = date(2026, 3, 5)
    source.save()
    link_to(cast, cast.ada, source)

    row = row_of(page_for(cast, sign_in, "omar"), "Ada Amber")

    assert "at least" in row


def test_calendars_that_belong_to_nobody_are_said_on_the_list(cast: Cast, sign_in: SignIn) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))

    page = page_for(cast, sign_in, "ada")

    assert "1 calendar of this practice belongs to nobody yet" in page


def test_a_cap_holds_from_the_week_in_which_it_was_adopted(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    with django_capture_on_commit_callbacks(execute=True):
        adopt_policy(by=cast.omar, policy=replace(starting_policy(), weekly_cap_hours=26.0), at=AT)

    before, now = posted_week(cast.ada, date(2026, 2, 23)), posted_week(cast.ada)
    assert (before.cap_hours, now.cap_hours) == (None, 26.0)


def test_posted_weeks_follow_an_import(cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    link_to(cast, cast.ada, source)

    with django_capture_on_commit_callbacks(execute=True):
        bring(cast, source, session(2, 9), session(3, 9))

    assert posted_week(cast.ada).contact_minutes == 100


def test_nothing_derived_about_a_person_is_kept() -> None:
    kept = {field.name for field in PostedRow._meta.get_fields()}

    assert kept == {
        "id", "membership", "monday", "coverage_share", "coverage_gaps", "contact_minutes",
        "weighted_low", "weighted_high", "cap_hours", "protected_minutes",
        "protected_lost_minutes", "supervision_minutes",
    }  # fmt: skip

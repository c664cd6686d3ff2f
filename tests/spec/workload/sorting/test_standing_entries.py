"""Standing entries: what comes back, in groups that their clinician knows again without a name.

"Tuesdays at 10:00, 14 times": by client where that is known, else by title; sessions and what is
not sorted yet. What is said of a group is said of each of its entries.
"""

from datetime import date, timedelta

from tests.spec.workload.diary import (
    BERLIN,
    MON,
    MONDAY,
    MONDAY_BERLIN_SPRING,
    NEW_YORK,
    TUE,
    WED,
    entry,
    notes,
    session,
)

from fallow.workload.appointments import Appointment, Kind, KindFrom
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.standing import find_standing_entries, sort_by_answers


def weekly(day: int, clock: str, times: int, **more: object) -> list[Appointment]:
    return [
        session(day, clock, monday=MONDAY + timedelta(weeks=n), uid=f"{day} {n}", **more)
        for n in range(times)
    ]


def test_a_weekly_client_is_one_group() -> None:
    (group,) = find_standing_entries(weekly(TUE, "10:00", 14, client_ref="one"), zone=NEW_YORK)

    assert (group.weekday, group.clock_minute, group.count) == (TUE, 600, 14)
    assert (group.client_ref, group.label_ref, group.minutes) == ("one", None, 50)
    assert (group.first_date, group.last_date) == (date(2026, 2, 3), date(2026, 5, 5))


def test_a_session_that_once_moved_stays_in_its_group() -> None:
    moved = session(WED, "15:00", 80, client_ref="one")

    (group,) = find_standing_entries(
        [*weekly(TUE, "10:00", 3, client_ref="one"), moved], zone=NEW_YORK
    )

    assert (group.weekday, group.clock_minute, group.count, group.minutes) == (TUE, 600, 4, 50)


def test_without_a_client_the_title_makes_the_group() -> None:
    entries = weekly(TUE, "10:00", 2, label_ref="title")

    (group,) = find_standing_entries(entries, zone=NEW_YORK)

    assert (group.client_ref, group.label_ref) == (None, "title")


def test_what_is_not_sorted_is_grouped_by_its_title_even_with_a_client() -> None:
    unsorted = entry(Kind.UNKNOWN, TUE, "10:00", 50, client_ref="one", label_ref="title")

    (group,) = find_standing_entries([unsorted], zone=NEW_YORK)

    assert (group.kind, group.label_ref) == (Kind.UNKNOWN, "title")


def test_notes_and_what_carries_no_reference_are_not_asked_about() -> None:
    entries = [notes(MON, "9:00", label_ref="title"), session(MON, "11:00")]

    assert find_standing_entries(entries, zone=NEW_YORK) == ()


def test_groups_come_in_the_order_of_the_week() -> None:
    entries = [
        *weekly(WED, "9:00", 1, client_ref="third"),
        *weekly(MON, "15:00", 1, client_ref="second"),
        *weekly(MON, "9:00", 1, client_ref="first"),
    ]

    groups = find_standing_entries(entries, zone=NEW_YORK)

    assert [group.client_ref for group in groups] == ["first", "second", "third"]


def test_the_hour_is_that_of_the_clock_before_and_after_it_changes() -> None:
    around = [
        session(TUE, "10:00", monday=MONDAY_BERLIN_SPRING + timedelta(weeks=n), zone=BERLIN,
                uid=str(n), client_ref="one")
        for n in range(2)
    ]  # fmt: skip

    (group,) = find_standing_entries(around, zone=BERLIN)

    assert (group.clock_minute, group.count) == (600, 2)


def test_what_is_said_of_a_group_is_said_of_each_of_its_entries() -> None:
    entries = [entry(Kind.UNKNOWN, TUE, "10:00", 50, label_ref="title"), session(MON, "9:00")]

    said, other = sort_by_answers(entries, [TitleRule(kind=Kind.GROUP, label_ref="title")])

    assert (said.kind, said.kind_from) == (Kind.GROUP, KindFrom.PERSON)
    assert other == entries[1]

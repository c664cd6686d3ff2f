"""What a source told is merged, not replaced: twice is once, and nothing is forgotten."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import calendars, mondays

from fallow.base.periods import Period
from fallow.workload.appointments import Appointment, Status
from fallow.workload.history.merging import SETTLED, SeenAppointment, merge_history

Calendar = tuple[Appointment, ...]
MONDAY_MORNING = datetime(2026, 6, 1, 7, tzinfo=UTC)
A_WEEK_LATER = MONDAY_MORNING + timedelta(weeks=1)


@st.composite
def periods(draw: st.DrawFn, monday: date) -> Period:
    begin = datetime.combine(monday, datetime.min.time(), tzinfo=UTC)
    first = draw(st.integers(-3, 9))
    return Period(
        starts_at=begin + timedelta(days=first),
        ends_at=begin + timedelta(days=first + draw(st.integers(0, 9))),
    )


def _told(calendar: Calendar) -> Calendar:
    """A source never says that an entry vanished; only its history does."""
    return tuple(
        replace(a, status=Status.BOOKED) if a.status is Status.VANISHED else a for a in calendar
    )


@st.composite
def histories(draw: st.DrawFn, monday: date) -> tuple[SeenAppointment, ...]:
    told = _told(draw(calendars(monday)))
    return merge_history((), told, covered=draw(periods(monday)), seen_at=MONDAY_MORNING)


@given(st.data(), mondays)
def test_merging_a_reading_twice_equals_merging_it_once(data: st.DataObject, monday: date) -> None:
    known, read = data.draw(histories(monday)), _told(data.draw(calendars(monday)))
    covered = data.draw(periods(monday))

    once = merge_history(known, read, covered=covered, seen_at=A_WEEK_LATER)

    assert merge_history(once, read, covered=covered, seen_at=A_WEEK_LATER) == once
    assert merge_history(known, (*read, *read), covered=covered, seen_at=A_WEEK_LATER) == once


@given(st.data(), mondays)
def test_merging_does_not_ask_for_an_order(data: st.DataObject, monday: date) -> None:
    known, read = data.draw(histories(monday)), _told(data.draw(calendars(monday)))
    covered = data.draw(periods(monday))
    in_order = merge_history(known, read, covered=covered, seen_at=A_WEEK_LATER)

    shuffled = merge_history(
        data.draw(st.permutations(known)),
        data.draw(st.permutations(read)),
        covered=covered,
        seen_at=A_WEEK_LATER,
    )

    assert shuffled == in_order


@given(st.data(), mondays)
def test_a_history_forgets_no_entry_and_cancels_none(data: st.DataObject, monday: date) -> None:
    known, read = data.draw(histories(monday)), _told(data.draw(calendars(monday)))

    merged = merge_history(known, read, covered=data.draw(periods(monday)), seen_at=A_WEEK_LATER)

    now = {seen.appointment.identity: seen.appointment for seen in merged}
    told = {appointment.identity: appointment for appointment in read}
    assert set(now) == {s.appointment.identity for s in known} | set(told)
    for before in (seen.appointment for seen in known):
        after = now[before.identity]
        vanished = replace(before, status=Status.VANISHED)
        assert after in (told.get(before.identity), before, vanished)


@given(st.data(), mondays)
def test_first_seen_stays_and_never_comes_after_last_seen(
    data: st.DataObject, monday: date
) -> None:
    known, read = data.draw(histories(monday)), _told(data.draw(calendars(monday)))
    first = {seen.appointment.identity: seen.first_seen_at for seen in known}

    merged = merge_history(known, read, covered=data.draw(periods(monday)), seen_at=A_WEEK_LATER)

    for seen in merged:
        assert seen.first_seen_at == first.get(seen.appointment.identity, A_WEEK_LATER)
        assert seen.first_seen_at <= seen.last_seen_at


@given(st.data(), mondays)
def test_an_entry_that_is_told_again_is_back(data: st.DataObject, monday: date) -> None:
    """A feed that was empty for a day and whole again leaves no trace but the times."""
    told = _told(data.draw(calendars(monday)))
    ever = Period(
        starts_at=datetime(2020, 1, 1, tzinfo=UTC), ends_at=datetime(2030, 1, 1, tzinfo=UTC)
    )
    known = merge_history((), told, covered=ever, seen_at=MONDAY_MORNING)
    empty = merge_history(known, (), covered=ever, seen_at=A_WEEK_LATER)

    again = merge_history(empty, told, covered=ever, seen_at=A_WEEK_LATER)

    assert [s.appointment for s in again] == [s.appointment for s in known]
    assert all(s.appointment.status in {Status.VANISHED, *SETTLED} for s in empty)

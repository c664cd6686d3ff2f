"""One's own calendar and the practice's become one, whatever their order and however often.

The practice's entries are all there afterwards; of one's own, those that tell of the same session
are not told twice.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import calendars, mondays

from fallow.workload.appointments import Appointment
from fallow.workload.history.joining import join_appointments

Calendar = tuple[Appointment, ...]


@st.composite
def two_calendars(draw: st.DrawFn, monday: date) -> tuple[Calendar, Calendar]:
    """A practice's calendar, and one's own that tells of some of it, once or twice, minutes off."""
    practice = tuple(replace(a, source="practice") for a in draw(calendars(monday, most=8)))
    own = [*draw(calendars(monday, most=4))]
    for number, entry in enumerate(practice):
        for time in range(draw(st.sampled_from((0, 1, 1, 2)))):
            off = timedelta(minutes=draw(st.integers(-15, 15)))
            own.append(
                replace(
                    entry,
                    source="calendar",
                    uid=f"told{number}, {time}",
                    starts_at=entry.starts_at + off,
                    ends_at=entry.ends_at + off,
                )
            )
    return tuple(own), practice


@given(st.data(), mondays)
def test_joining_loses_no_entry_of_the_practice(data: st.DataObject, monday: date) -> None:
    own, practice = data.draw(two_calendars(monday))

    joined = join_appointments(own, practice)

    assert Counter(practice) - Counter(joined) == Counter()


@given(st.data(), mondays)
def test_joining_invents_nothing(data: st.DataObject, monday: date) -> None:
    own, practice = data.draw(two_calendars(monday))

    joined = join_appointments(own, practice)

    assert Counter(joined) - Counter((*own, *practice)) == Counter()


@given(st.data(), mondays)
def test_joining_twice_equals_joining_once(data: st.DataObject, monday: date) -> None:
    own, practice = data.draw(two_calendars(monday))

    once = join_appointments(own, practice)

    assert join_appointments(once, practice) == once


@given(st.data(), mondays)
def test_joining_does_not_ask_for_an_order(data: st.DataObject, monday: date) -> None:
    own, practice = data.draw(two_calendars(monday))
    shuffled = data.draw(st.permutations(own)), data.draw(st.permutations(practice))

    assert join_appointments(*map(tuple, shuffled)) == join_appointments(own, practice)


@given(st.data(), mondays)
def test_each_own_entry_stays_or_meets_a_practice_entry_of_its_own(
    data: st.DataObject, monday: date
) -> None:
    """So that two sessions of one's own are never folded into one of the practice's."""
    own, practice = data.draw(two_calendars(monday))

    joined = join_appointments(own, practice)

    folded = len(own) + len(practice) - len(joined)
    assert 0 <= folded <= min(len(own), len(practice))


@given(st.data(), mondays)
def test_without_a_practice_one_keeps_ones_own(data: st.DataObject, monday: date) -> None:
    own, _ = data.draw(two_calendars(monday))

    assert Counter(join_appointments(own, ())) == Counter(own)

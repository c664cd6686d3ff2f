"""A rule that Fallow follows surely finds another day, so that nothing is searched to year 9999.

Held against dateutil, which the calendar package writes rules out with.
"""

from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fallow.workload.readers.icalendar.recurrence import is_bounded, last_day, read_parts

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST_CENTURY = 9900


def _some(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[str]:
    return st.lists(numbers, min_size=1, max_size=3).map(lambda n: ",".join(map(str, n)))


_ordinals = st.sampled_from(("", "", "1", "-1", "2", "4", "5", "-5", "20", "53"))
_weekdays = st.lists(
    st.tuples(_ordinals, st.sampled_from(DAYS)).map("".join), min_size=1, max_size=3
).map(",".join)
_parts = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))},
    optional={
        "INTERVAL": st.one_of(st.integers(1, 13), st.sampled_from((14, 24, 28, 100))).map(str),
        "BYDAY": _weekdays,
        "BYMONTH": _some(st.integers(1, 12)),
        "BYMONTHDAY": _some(st.one_of(st.integers(1, 31), st.integers(-31, -1))),
        "BYSETPOS": _some(st.sampled_from((1, 2, 4, 5, -1, -5))),
    },
)
_starts = st.dates(date(1970, 1, 1), date(2026, 12, 31))


@settings(max_examples=300, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(parts=_parts, start=_starts)
def test_a_rule_that_is_followed_finds_a_day_after_any_other(
    parts: dict[str, str], start: date
) -> None:
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    if not is_bounded(read_parts(text), start):
        return
    rule = rrulestr(text, dtstart=datetime.combine(start, time(9)))

    found = rule.after(datetime(2026, 12, 31))  # noqa: DTZ001 - rules are in wall clock time

    assert found is not None
    assert found.year < LAST_CENTURY


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU",
        "FREQ=DAILY;COUNT=10",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "FREQ=WEEKLY;UNTIL=20260601T235959Z",
    ],
)
def test_what_calendars_write_every_day_is_followed(rule: str) -> None:
    assert is_bounded(read_parts(rule), date(2026, 1, 5))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MINUTELY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=MONTHLY;BYMONTH=2;BYDAY=5MO",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
        "FREQ=WEEKLY;INTERVAL=52;BYMONTH=3",
        "FREQ=DAILY;INTERVAL=9999",
        "FREQ=DAILY;INTERVAL=1,1",
        "FREQ=DAILY;UNTIL=99999999",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=YEARLY;BYDAY=MO,20SA",
        "",
    ],
)
def test_what_may_never_find_a_day_or_is_no_rule_is_not_followed(rule: str) -> None:
    assert not is_bounded(read_parts(rule), date(2026, 1, 5))


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYMONTH=4", "FREQ=YEARLY;INTERVAL=2;BYMONTH=4"])
def test_without_a_word_the_day_is_that_of_the_start(rule: str) -> None:
    """April has no 31st."""
    assert not is_bounded(read_parts(rule), date(2026, 3, 31))
    assert is_bounded(read_parts(rule), date(2026, 3, 28))


def test_until_may_be_a_day_or_a_moment() -> None:
    assert last_day(read_parts("FREQ=DAILY;UNTIL=20260601")) == date(2026, 6, 1)
    assert last_day(read_parts("FREQ=DAILY;UNTIL=20260601T235959Z")) == date(2026, 6, 1)
    assert last_day(read_parts("FREQ=DAILY")) is None

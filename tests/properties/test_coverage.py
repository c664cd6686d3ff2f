"""Coverage never rises when something is taken away; silence never reads as a light week.

What can be taken away: entries, days of a source, a source's last word. The record that an entry
vanished is not such a thing: it is the knowledge that something is missing.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.strategies import calendars, mondays, source_spans

from fallow.base.periods import Period
from fallow.workload.appointments import Appointment, Status
from fallow.workload.exposure.covering import find_coverage
from fallow.workload.exposure.setting import SourceSpan
from fallow.workload.history.merging import merge_history

Calendar = tuple[Appointment, ...]
SEEN_AT = datetime(2026, 6, 1, tzinfo=UTC)
LATER = datetime(2026, 6, 8, tzinfo=UTC)
EVER = Period(starts_at=datetime(2020, 1, 1, tzinfo=UTC), ends_at=datetime(2030, 1, 1, tzinfo=UTC))


def _share(calendar: Calendar, monday: date, *spans: SourceSpan) -> float:
    return find_coverage(calendar, monday=monday, spans=spans).share


@st.composite
def some_of(draw: st.DrawFn, calendar: Calendar) -> Calendar:
    kept = draw(st.lists(st.booleans(), min_size=len(calendar), max_size=len(calendar)))
    return tuple(entry for entry, keep in zip(calendar, kept, strict=True) if keep)


@given(st.data(), mondays)
def test_coverage_never_rises_when_entries_are_removed(data: st.DataObject, monday: date) -> None:
    calendar = data.draw(calendars(monday))
    span = data.draw(source_spans(monday))
    lost = tuple(a for a in calendar if a.status is Status.VANISHED)
    present = tuple(a for a in calendar if a.status is not Status.VANISHED)
    fewer = data.draw(some_of(present))

    assert _share((*fewer, *lost), monday, span) <= _share(calendar, monday, span)


@given(st.data(), mondays)
def test_coverage_never_rises_when_a_feed_tells_less(data: st.DataObject, monday: date) -> None:
    """The whole way: a first reading, then one in which entries are missing."""
    told = tuple(a for a in data.draw(calendars(monday)) if a.status is not Status.VANISHED)
    less = data.draw(some_of(told))
    span = data.draw(source_spans(monday))
    before = merge_history((), told, covered=EVER, seen_at=SEEN_AT)

    after = merge_history(before, less, covered=EVER, seen_at=LATER)

    shares = [_share(tuple(s.appointment for s in h), monday, span) for h in (before, after)]
    assert shares[1] <= shares[0]


@given(st.data(), mondays)
def test_an_entry_that_vanished_from_a_feed_lowers_coverage(
    data: st.DataObject, monday: date
) -> None:
    calendar = data.draw(calendars(monday))
    told = tuple(a for a in calendar if a.status is not Status.VANISHED)
    assume(told)
    gone = data.draw(st.sampled_from(told))
    left = [replace(a, status=Status.VANISHED) if a is gone else a for a in calendar]
    span = SourceSpan(source="calendar", first_date=date(2020, 1, 1), last_date=date(2030, 1, 1))

    assert _share(tuple(left), monday, span) < _share(calendar, monday, span)


@given(st.data(), mondays)
def test_coverage_never_rises_when_days_are_removed(data: st.DataObject, monday: date) -> None:
    calendar = data.draw(calendars(monday))
    span = data.draw(source_spans(monday))
    length = (span.last_date - span.first_date).days
    cut = data.draw(st.integers(0, length))
    later = data.draw(st.integers(0, cut))
    shorter = replace(
        span,
        first_date=span.first_date + timedelta(days=later),
        last_date=span.last_date - timedelta(days=cut - later),
    )

    assert _share(calendar, monday, shorter) <= _share(calendar, monday, span)


@given(st.data(), mondays, st.integers(-10, 10))
def test_coverage_never_rises_when_a_source_goes_quiet(
    data: st.DataObject, monday: date, day: int
) -> None:
    calendar = data.draw(calendars(monday))
    span = data.draw(source_spans(monday))
    since = monday + timedelta(days=day)
    quiet = replace(span, quiet_since=min(since, span.quiet_since or since))

    assert _share(calendar, monday, quiet) <= _share(calendar, monday, span)


@given(st.data(), mondays)
def test_coverage_never_rises_when_one_more_source_is_expected(
    data: st.DataObject, monday: date
) -> None:
    calendar = data.draw(calendars(monday))
    span, other = data.draw(source_spans(monday)), data.draw(source_spans(monday, source="other"))

    assert _share(calendar, monday, span, other) <= _share(calendar, monday, span)


@given(st.data(), mondays)
def test_a_week_without_an_entry_is_not_known(data: st.DataObject, monday: date) -> None:
    span = data.draw(source_spans(monday))

    assert _share((), monday, span) == 0.0


@given(st.data(), mondays)
def test_coverage_is_a_share(data: st.DataObject, monday: date) -> None:
    calendar = data.draw(calendars(monday))
    spans = data.draw(st.lists(source_spans(monday), max_size=3))

    assert 0.0 <= _share(calendar, monday, *spans) <= 1.0

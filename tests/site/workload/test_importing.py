"""An import is kept whole or not at all; importing twice changes nothing; nothing is forgotten."""

import pytest
from tests.cast import Cast
from tests.site.workload.bringing import (
    bring,
    link_to,
    make_source,
    posted_week,
    session,
    weeks_later,
)

from fallow_site.workload.keeping import importing
from fallow_site.workload.models import ImportReport, StoredAppointment

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[object, ...]]:
    fields = ("uid", "starts_at", "ends_at", "status", "kind", "first_seen_at")
    return sorted(StoredAppointment.objects.values_list(*fields))


def test_importing_twice_changes_nothing_but_the_day_it_was_last_seen(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9), session(3, 9))
    before = rows()

    bring(cast, source, session(2, 9), session(3, 9), at=weeks_later(1))

    assert rows() == before
    assert {
        seen.date() for seen in StoredAppointment.objects.values_list("last_seen_at", flat=True)
    } == {weeks_later(1).date()}


def test_an_entry_that_vanished_is_kept_as_vanished(cast: Cast) -> None:
    source = make_source(cast)
    two, three, four = (session(day, 9).replace("Attended", "Booked") for day in (2, 3, 4))
    bring(cast, source, two, three, four)

    bring(cast, source, two, four, at=weeks_later(1))

    statuses = sorted(StoredAppointment.objects.values_list("status", flat=True))
    assert statuses == ["booked", "booked", "vanished"]


def test_an_entry_outside_the_days_a_file_covers_stays_as_it_was(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9), session(6, 9))

    bring(cast, source, session(4, 9), session(6, 9), at=weeks_later(1))

    assert "vanished" not in StoredAppointment.objects.values_list("status", flat=True)
    assert StoredAppointment.objects.count() == 3


def test_a_failed_import_leaves_everything_as_it_was(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    before = rows()

    def fails(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(importing, "_extend_span", fails)
    with pytest.raises(OSError, match="disk"):
        bring(cast, source, session(2, 9), session(3, 9))

    assert rows() == before
    assert ImportReport.objects.count() == 1


def test_an_empty_reading_is_lost_coverage_from_that_day_on(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))

    bring(cast, source, at=weeks_later(1))

    source.refresh_from_db()
    assert source.quiet_since == weeks_later(1).date()
    assert StoredAppointment.objects.get().status == "fulfilled"


def test_a_source_that_speaks_again_is_quiet_no_more(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9))
    bring(cast, source, at=weeks_later(1))

    bring(cast, source, session(2, 9), session(3, 9), at=weeks_later(2))

    source.refresh_from_db()
    assert source.quiet_since is None


def test_rows_that_stand_for_nobody_are_counted_nowhere(cast: Cast) -> None:
    source = make_source(cast)
    bring(cast, source, session(2, 9), session(2, 10).replace("Ada", "Someone"))

    link_to(cast, cast.ada, source)

    assert posted_week(cast.ada).contact_minutes == 50


def test_a_row_that_names_nobody_is_kept_beside_those_that_do(cast: Cast) -> None:
    source = make_source(cast)

    report = bring(cast, source, session(2, 9), session(2, 10).replace("Ada", ""))

    assert report.rows_used == 2

"""A poll keeps what changed; a refusal is kept with its sentence, and silence is lost coverage."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.conf import LazySettings
from tests.cast import AT, ZONE, Cast
from tests.site.integrations.answering import AnsweringServer, answering_server, plainly
from tests.site.workload.bringing import link_to, posted_week

from fallow_site.jobs import schedule
from fallow_site.kit.failing.quiet import QuietFormatter
from fallow_site.workload.actions import record_source
from fallow_site.workload.models import ImportReport, Source, StoredAppointment

DAY = timedelta(days=1)


@pytest.fixture
def server(settings: LazySettings) -> Iterator[AnsweringServer]:
    settings.FALLOW_ALLOW_LOOPBACK_SOURCES = True
    with answering_server() as started:
        yield started


def weekly_calendar(sessions: int = 1) -> bytes:
    """So many sessions each Monday at nine, from 5 January 2026 on, without an end."""
    events = [
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTAMP:20260101T000000Z\r\n"
        f"DTSTART;TZID={ZONE}:20260105T{9 + n:02d}0000\r\n"
        f"DTEND;TZID={ZONE}:20260105T{9 + n:02d}5000\r\n"
        "RRULE:FREQ=WEEKLY\r\nSUMMARY:Session\r\nEND:VEVENT\r\n"
        for n in range(sessions)
    ]
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


@pytest.fixture
def feed(cast: Cast, server: AnsweringServer) -> Source:
    return record_source(
        by=cast.root, way=Source.Way.FEED, name="Feed", zone=ZONE, at=AT,
        secret=server.address("/feed"),
    )  # fmt: skip


def poll(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    """This will run the hourly job at a moment, as the worker would."""
    monkeypatch.setattr(schedule, "now", lambda: at)
    schedule.poll_sources.enqueue()


def test_a_feed_is_read_and_the_posted_week_follows(
    cast: Cast, server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/feed"] = plainly(weekly_calendar(1))
    poll(monkeypatch, AT)
    link_to(cast, cast.ada, feed, key="")

    server.answers["/feed"] = plainly(weekly_calendar(3))
    poll(monkeypatch, AT + DAY)

    assert posted_week(cast.ada).contact_minutes == 150  # three sessions of 50 minutes


def test_nothing_new_changes_nothing(
    server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/feed"] = plainly(weekly_calendar(), ETag='"1"')
    poll(monkeypatch, AT)
    before = list(StoredAppointment.objects.values())

    server.answers["/feed"] = plainly(b"", 304)
    poll(monkeypatch, AT + timedelta(hours=1))

    feed.refresh_from_db()
    assert server.asked[1].headers["If-None-Match"] == '"1"'
    assert list(StoredAppointment.objects.values()) == before
    assert (ImportReport.objects.count(), feed.read_at) == (1, AT + timedelta(hours=1))


def test_all_of_it_is_asked_for_once_a_day(
    server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry that recurs without end comes nearer although its file never changes."""
    whole = plainly(weekly_calendar(), ETag='"1"')

    for hours, answer in ((0, whole), (1, plainly(b"", 304)), (24, whole)):
        server.answers["/feed"] = answer
        poll(monkeypatch, AT + timedelta(hours=hours))

    assert ["If-None-Match" in asked.headers for asked in server.asked] == [False, True, False]


def test_a_refusal_is_kept_with_its_sentence(feed: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    poll(monkeypatch, AT)  # the server knows no such path

    refusal = ImportReport.objects.get(source=feed).refusal
    assert refusal.startswith("The calendar's address answered with 404. Copy the address anew")


def test_a_refusal_loses_nothing_that_was_known(
    server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/feed"] = plainly(weekly_calendar())
    poll(monkeypatch, AT)
    known = StoredAppointment.objects.count()

    server.answers["/feed"] = plainly(b"<html>Sign in</html>")
    poll(monkeypatch, AT + DAY)

    assert StoredAppointment.objects.exclude(status="vanished").count() == known > 0


def test_a_feed_that_refuses_for_two_days_went_quiet_on_the_day_it_was_last_read(
    cast: Cast, server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/feed"] = plainly(weekly_calendar())
    poll(monkeypatch, AT)
    link_to(cast, cast.ada, feed, key="")
    del server.answers["/feed"]

    poll(monkeypatch, AT + 2 * DAY)
    feed.refresh_from_db()
    assert feed.quiet_since is None

    poll(monkeypatch, AT + 2 * DAY + timedelta(hours=1))
    feed.refresh_from_db()
    assert feed.quiet_since == date(2026, 3, 2)
    assert posted_week(cast.ada, date(2026, 3, 9)).contact_minutes is None


@pytest.mark.parametrize("empty", [b"", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_an_empty_success_is_lost_coverage_and_no_light_week(
    cast: Cast, server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch, empty: bytes
) -> None:
    server.answers["/feed"] = plainly(weekly_calendar())
    poll(monkeypatch, AT)
    link_to(cast, cast.ada, feed, key="")

    server.answers["/feed"] = plainly(empty)
    poll(monkeypatch, AT + DAY)

    feed.refresh_from_db()
    assert feed.quiet_since == date(2026, 3, 3)
    assert posted_week(cast.ada, date(2026, 3, 9)).contact_minutes is None


def test_a_feed_that_speaks_again_is_known_again(
    server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/feed"] = plainly(weekly_calendar())
    poll(monkeypatch, AT)
    server.answers["/feed"] = plainly(b"")
    poll(monkeypatch, AT + DAY)

    server.answers["/feed"] = plainly(weekly_calendar())
    poll(monkeypatch, AT + 2 * DAY)

    feed.refresh_from_db()
    assert feed.quiet_since is None


def test_the_demo_asks_the_network_for_nothing(
    server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    settings.FALLOW_IS_DEMO = True

    poll(monkeypatch, AT)

    assert (server.asked, ImportReport.objects.count()) == ([], 0)


def test_one_source_that_breaks_stops_no_other(
    cast: Cast, server: AnsweringServer, feed: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/other"] = plainly(weekly_calendar())
    other = record_source(
        by=cast.root, way=Source.Way.FEED, name="Other", zone=ZONE, at=AT,
        secret=server.address("/other"),
    )  # fmt: skip
    poll_source = schedule.poll_source

    def break_at_feed(source: Source, *, at: datetime) -> ImportReport | None:
        if source.pk == feed.pk:
            raise RuntimeError
        return poll_source(source, at=at)

    monkeypatch.setattr(schedule, "poll_source", break_at_feed)
    poll(monkeypatch, AT)

    assert ImportReport.objects.filter(source=other, refusal="").exists()


def test_what_broke_is_told_by_its_place_and_never_in_its_words(
    feed: Source, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(source: Source, *, at: datetime) -> None:
        raise ValueError("Session with Jane Roe")

    monkeypatch.setattr(schedule, "poll_source", break_down)
    caplog.handler.setFormatter(QuietFormatter())

    result = schedule.poll_one_source.enqueue(feed.pk)

    told = result.errors[0].traceback + caplog.text
    assert "in break_down" in told
    assert "ValueError" in told
    assert "Jane" not in told

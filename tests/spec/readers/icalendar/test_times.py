"""iCalendar, times: whose clock an entry means.

A time may be in UTC, beside the name of a zone, or floating. Names of zones come in many ways: as
IANA writes them, as Windows does, behind a maker's prefix, or defined in the file itself.
"""

import pytest
from tests.spec.readers.files import one, read_events, spans

OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""
AT_NINE = "DTSTART;TZID={zone}:20260105T090000\nDTEND;TZID={zone}:20260105T095000"
LIKE_DENVER = OWN_ZONE.format(winter="-0700", summer="-0600")


def test_a_time_in_utc_is_a_moment() -> None:
    reading = read_events("DTSTART:20260105T140000Z\nDTEND:20260105T145000Z")

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert not one(reading).zone_assumed


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "W. Europe Standard Time",  # Windows' name, as Outlook writes it
        "/citadel.org/20260101_1/Europe/Berlin",  # behind a maker's prefix
        '"Europe/Berlin"',
        "europe/berlin",
    ],
)
def test_nine_in_berlin_is_three_in_new_york(zone: str) -> None:
    reading = read_events(AT_NINE.format(zone=zone))

    assert spans(reading) == ["01-05 03:00 to 03:50"]
    assert not one(reading).zone_assumed


def test_a_zone_that_the_file_defines_is_read_by_its_definition() -> None:
    """Seven hours behind UTC in winter, six in summer: two hours after New York all year."""
    winter = AT_NINE.format(zone="Customized Time Zone")
    summer = winter.replace("20260105", "20260706")

    reading = read_events(winter, summer, top=LIKE_DENVER)

    assert spans(reading) == ["01-05 11:00 to 11:50", "07-06 11:00 to 11:50"]


def test_a_definition_counts_in_its_own_file_alone() -> None:
    """Outlook gives one name to zones of all kinds; another file's must not be remembered."""
    event = AT_NINE.format(zone="Customized Time Zone")
    read_events(event, top=LIKE_DENVER)

    like_utc = read_events(event, top=OWN_ZONE.format(winter="+0000", summer="+0100"))
    undefined = read_events(event)

    assert spans(like_utc) == ["01-05 04:00 to 04:50"]
    assert spans(undefined) == ["01-05 09:00 to 09:50"]


def test_a_zone_with_commas_and_colons_in_its_name_is_read_by_its_definition() -> None:
    top = LIKE_DENVER.replace("Customized Time Zone", r"(UTC-07:00) Denver\, Phoenix")

    reading = read_events(AT_NINE.format(zone='"(UTC-07:00) Denver, Phoenix"'), top=top)

    assert spans(reading) == ["01-05 11:00 to 11:50"]


@pytest.mark.parametrize("zone", ["Nowhere/Land", "Romance Time"])
def test_a_name_that_nothing_explains_is_the_practices_zone_and_marked_so(zone: str) -> None:
    reading = read_events(AT_NINE.format(zone=zone))

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert reading.report.zones_assumed == 1


def test_a_floating_time_is_in_the_practices_zone_and_marked_so() -> None:
    reading = read_events("DTSTART:20260105T090000\nDTEND:20260105T095000")

    assert spans(reading) == ["01-05 09:00 to 09:50"]
    assert one(reading).zone_assumed


def test_a_floating_time_is_in_the_zone_that_the_calendar_names() -> None:
    """X-WR-TIMEZONE is not in the standard, and most calendars write it."""
    event = "DTSTART:20260105T090000\nDTEND:20260105T095000"

    reading = read_events(event, top="X-WR-TIMEZONE:Europe/Berlin")

    assert spans(reading) == ["01-05 03:00 to 03:50"]
    assert not one(reading).zone_assumed


def test_a_time_that_the_clock_skips_has_the_offset_before_the_change() -> None:
    """2:30 on 8 March 2026 does not exist in New York; RFC 5545 reads it as 3:30."""
    reading = read_events(
        "DTSTART;TZID=America/New_York:20260308T023000\nDTEND;TZID=America/New_York:20260308T040000"
    )

    assert spans(reading) == ["03-08 03:30 to 04:00"]


def test_a_skipped_time_in_a_zone_of_the_files_own_is_read_alike() -> None:
    """The zone changes on 8 March too, from 7 to 6 hours behind UTC: 2:30 is 9:30 UTC."""
    zone = "Customized Time Zone"
    event = f"DTSTART;TZID={zone}:20260308T023000\nDTEND;TZID={zone}:20260308T040000"

    reading = read_events(event, top=LIKE_DENVER)

    assert spans(reading) == ["03-08 05:30 to 06:00"]


def test_a_day_is_a_day_in_the_practices_zone_whatever_zone_that_is() -> None:
    reading = read_events("DTSTART;VALUE=DATE:20260106\nDTEND;VALUE=DATE:20260108")

    assert spans(reading) == ["01-06 00:00 to 01-08 00:00"]
    assert one(reading).all_day
    assert not one(reading).zone_assumed


@pytest.mark.parametrize("end", ["", "\nDTEND;VALUE=DATE:20260106"])
def test_a_day_without_an_end_or_that_ends_on_itself_is_one_day(end: str) -> None:
    """RFC 5545, 3.6.1."""
    day = read_events(f"DTSTART;VALUE=DATE:20260106{end}")

    assert spans(day) == ["01-06 00:00 to 01-07 00:00"]

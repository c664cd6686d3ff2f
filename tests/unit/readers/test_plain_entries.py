"""The quick way through a calendar reads exactly what the calendar package reads.

Both are given the same entries; the package is asked through `parse_event`, as for any entry that
repeats.
"""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fallow.workload.readers.icalendar.events import parse_event
from fallow.workload.readers.icalendar.instance import Instance
from fallow.workload.readers.icalendar.plain import read_plain
from fallow.workload.readers.icalendar.series import list_single
from fallow.workload.readers.icalendar.zones import Zones

ZONES = ("", ";TZID=Europe/Berlin", ";TZID=Eastern Standard Time", ";TZID=Nowhere", "Z")
_clocks = st.datetimes().map(lambda moment: moment.strftime("%Y%m%dT%H%M%S").rjust(15, "0"))
_days = st.dates().map(lambda day: day.strftime("%Y%m%d").rjust(8, "0"))
_titles = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]))


def _time(name: str, clock: str, zone: str) -> str:
    return f"{name}:{clock}Z" if zone == "Z" else f"{name}{zone}:{clock}"


@st.composite
def _events(draw: st.DrawFn) -> list[bytes]:
    zone = draw(st.sampled_from(ZONES))
    if draw(st.booleans()):
        times = [_time(name, draw(_clocks), zone) for name in ("DTSTART", "DTEND")]
    else:
        times = [f"{name};VALUE=DATE:{draw(_days)}" for name in ("DTSTART", "DTEND")]
    title = draw(_titles).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    status = draw(st.sampled_from(("CONFIRMED", "CANCELLED", "")))
    free = draw(st.sampled_from(("OPAQUE", "TRANSPARENT")))
    told = ["UID:one@example.org", f"SUMMARY:{title}", f"STATUS:{status}", f"TRANSP:{free}", *times]
    return [line.encode() for line in told]


def _by_package(lines: list[bytes], zones: Zones) -> Instance | None:
    event = parse_event(lines, zones)
    return None if event is None else list_single(event, is_alone=True)


@settings(deadline=None)
@given(lines=_events(), default=st.sampled_from((b"", b"Asia/Tokyo")))
def test_a_plain_entry_is_read_as_the_package_reads_it(lines: list[bytes], default: bytes) -> None:
    zones = Zones([], default)

    plain, by_package = read_plain(lines, zones), _by_package(lines, zones)

    assert plain is None or by_package is not None
    if plain is not None and by_package is not None:
        assert replace(plain, title="") == replace(by_package, title="")
        assert plain.title.split() == by_package.title.split()


@settings(deadline=None)
@given(lines=_events())
def test_most_entries_go_the_quick_way(lines: list[bytes]) -> None:
    if all(b"TZID" not in line and b"0001" not in line and b"9999" not in line for line in lines):
        assert read_plain(lines, Zones([], b"")) is not None

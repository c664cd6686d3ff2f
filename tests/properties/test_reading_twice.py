"""Reading tells what a file tells: whatever its order, however often, and wherever it is read."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.files import FORMATS, TABLE, Line, Write, lines, read_file, write_icalendar
from tests.properties.strategies import zones

from fallow.workload.appointments import NoteState, Status

numbered = st.lists(lines, min_size=1, max_size=8).map(lambda found: list(enumerate(found)))
Entries = Sequence[tuple[int, Line]]
each_format = pytest.mark.parametrize(("name", "write"), FORMATS, ids=[f[0] for f in FORMATS])


@each_format
@given(entries=numbered)
@settings(max_examples=25)
def test_reading_a_file_twice_equals_reading_it_once(
    name: str, write: Write, entries: Entries
) -> None:
    content = write(entries)

    assert read_file(name, content) == read_file(name, content)


@each_format
@given(data=st.data(), entries=numbered)
@settings(max_examples=25)
def test_the_order_of_a_file_does_not_matter(
    name: str, write: Write, data: st.DataObject, entries: Entries
) -> None:
    shuffled = data.draw(st.permutations(entries))

    assert read_file(name, write(shuffled)) == read_file(name, write(entries))


@given(data=st.data())
def test_a_session_of_several_people_took_place_if_one_of_them_came(data: st.DataObject) -> None:
    """A group at nine: two came, one did not, one note is open, whatever the order of the rows."""
    rows = data.draw(
        st.permutations(
            (
                "2026-03-02 09:00,2026-03-02 10:30,Group,C1,Ada,No show,LOCKED",
                "2026-03-02 09:00,2026-03-02 10:30,Group,C2,Ada,Show,NO NOTE",
                "2026-03-02 09:00,2026-03-02 10:30,Group,C3,Ada,Show,LOCKED",
            )
        )
    )

    reading = read_file("table.csv", "\n".join((",".join(TABLE), *rows)).encode())

    (session,) = reading.appointments
    assert (session.status, session.note_state) == (Status.FULFILLED, NoteState.OPEN)
    assert (session.group_size, session.client_ref) == (2, None)


@pytest.mark.parametrize(("name", "write"), FORMATS[:3], ids=[f[0] for f in FORMATS[:3]])
@given(entries=numbered)
@settings(max_examples=25)
def test_an_entry_that_stands_twice_in_a_file_is_one(
    name: str, write: Write, entries: Entries
) -> None:
    """Where entries have ids. In a table one more row is one more person in a group."""
    once = read_file(name, write(entries))
    twice = read_file(name, write([*entries, *entries]))

    assert twice.appointments == once.appointments


@given(entries=numbered, there=zones)
@settings(max_examples=25)
def test_the_zone_of_the_reader_moves_no_duration(entries: Entries, there: str) -> None:
    """Times that carry an offset stay where they are; those without keep their length."""
    for name, write in FORMATS[1:3]:
        moved = read_file(name, write(entries), zone=there)
        assert moved.appointments == read_file(name, write(entries)).appointments

    lengths = [
        sorted((a.uid, a.end_minute - a.start_minute) for a in reading.appointments)
        for reading in (
            read_file("calendar.ics", write_icalendar(_by_day(entries)), zone=zone)
            for zone in ("America/New_York", there)
        )
    ]
    assert lengths[0] == lengths[1]


def _by_day(entries: Entries) -> Entries:
    """Without the nights, in which a clock change may lie."""
    return [(number, line) for number, line in entries if 6 <= line.starts_at.hour <= 20]

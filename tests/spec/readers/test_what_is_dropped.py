"""What is dropped while reading: a marker in every field that holds a person appears in no answer.

Not in an appointment, a leftover, a report, or a mapping that is asked for; not in their `repr`;
not in a refusal, nor in the words of what lies behind it.
"""

import json
from collections.abc import Iterator

import pytest
from tests.spec.readers.fhir.bundles import appointment, bundle, lines, person
from tests.spec.readers.files import calendar, read, read_events
from tests.spec.readers.tables.test_simplepractice_report import HEADER

from fallow.base.errors import FallowError
from fallow.workload.readers.dispatch import MappingNeeded

MARK = "Quillfeather"
TIMES = "DTSTART:20260105T140000Z\nDTEND:20260105T145000Z\n"
TEXTS = (
    *("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "ATTENDEE", "ORGANIZER", "URL"),
    *("CATEGORIES", "GEO", "RESOURCES", "X-ALT-DESC", "X-NOTE", "CONFERENCE", "ATTACH", "CLASS"),
    *("RELATED-TO", "REQUEST-STATUS", "IMAGE", "TZNAME", "FREETEXT"),
)
EVENT = TIMES + "".join(
    f'{name};CN="{MARK}";X-P={MARK}:{MARK} {number}\n {MARK}\n' for number, name in enumerate(TEXTS)
)
REPEATED = EVENT + "RRULE:FREQ=WEEKLY;COUNT=2\n"
TOP = f"PRODID:{MARK}\nX-WR-CALNAME:{MARK}\nX-WR-CALDESC:{MARK}\nX-WR-TIMEZONE:{MARK}\nX-{MARK}:1"


def resource(**changes: object) -> dict[str, object]:
    people = [
        person("Practitioner/1") | {"actor": {"reference": "Practitioner/1", "display": MARK}},
        person("Patient/1") | {"actor": {"reference": "Patient/1", "display": MARK}},
        {"actor": {"identifier": {"value": MARK}, "display": MARK}},
    ]
    texts = dict.fromkeys(
        ("description", "comment", "patientInstruction", "cancelationReason", "text", MARK), MARK
    )
    concept = {"coding": [{"code": MARK, "display": MARK}], "text": MARK}
    named = ("serviceType", "reasonCode", "specialty", "serviceCategory")
    lists = {name: [concept] for name in named}
    inside = {"contained": [{"resourceType": "Patient", "name": [{"text": MARK}]}]}
    return appointment(*people, **texts, **lists, **inside, appointmentType=concept, **changes)


FILES = {
    "calendar": calendar(EVENT, top=TOP),
    "repeated": calendar(REPEATED, EVENT + "RECURRENCE-ID:20260105T140000Z", top=TOP),
    "bundle": bundle(resource(), {"resourceType": "Patient", "name": [{"text": MARK}]}),
    "lines": lines(resource(), resource(id=MARK)),
    "report": f"{HEADER}\n01/05/2026 09:00,{MARK},Ada,90834,{MARK},{MARK}"
    + f",{MARK},{MARK},{MARK},LOCKED" + f",{MARK}" * 10,
    "attendance": "client_name,clinician_name,date_of_service,office_name,status\n"
    + f"{MARK},,01/05/2026 9:00 AM,{MARK},{MARK}\n{MARK},{MARK} clinicians,{MARK},,\n",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("strip_types", [False, True])
def test_a_marker_in_every_text_is_in_no_answer(name: str, strip_types: bool) -> None:
    reading = read(FILES[name], strip_types=strip_types)

    assert reading.report.rows_used >= 1
    assert MARK.lower() not in repr(reading).lower()


def test_a_title_is_shown_to_its_owner_alone_and_on_a_leftover_alone() -> None:
    reading = read_events(TIMES + f"SUMMARY:{MARK}", keep_titles=True)

    assert [left.title for left in reading.leftovers] == [MARK]
    assert MARK not in repr(reading.appointments) + repr(reading.report)


def test_a_table_that_asks_for_its_columns_shows_their_names_and_no_cell() -> None:
    with pytest.raises(MappingNeeded) as needed:
        read(f"Start,Case,Note\n2026-01-05 09:00,{MARK},{MARK}\n")

    told = (*needed.value.args, needed.value.header, repr(needed.value.suggestion))
    assert MARK not in repr(told)


REFUSED = {
    "a calendar without an end": FILES["calendar"].replace("END:VCALENDAR", MARK),
    "a calendar without its beginning": FILES["calendar"][len("BEGIN:VCALENDAR") :],
    "a line of a calendar": f'BEGIN:;CN="{MARK}":x\nX-NOTE:{MARK}\nEND:VEVENT\n',
    "a calendar out of order": FILES["calendar"].replace("END:VEVENT", f"END:{MARK}"),
    "JSON cut off in a name": FILES["bundle"][: FILES["bundle"].rindex(MARK) + 3],
    "JSON with a wrong word": FILES["bundle"].replace('"fulfilled"', MARK),
    "JSON in another encoding": FILES["bundle"].encode().replace(b"fulfilled", b"\xe9"),
    "another JSON": json.dumps({"resourceType": MARK, "name": MARK}),
    "lines with one that is none": FILES["lines"] + f"{{{MARK}}}\n",
    "a quote that is not closed": f'Start,Name\n2026-01-05 09:00,"{MARK}\n',
    "a field without end": "Start,Name\n" + f'2026-01-05 09:00,"{MARK * 20_000}"\n',
    "no header": f"2026-01-05 09:00,{MARK}\n",
}
BROKEN_LINES = (
    f"DTSTART:{MARK}",
    f"DTSTART;TZID={MARK}:{MARK}",
    f"{TIMES}RRULE:FREQ={MARK}",
    f"{TIMES}RRULE:{MARK}",
    f"{TIMES}EXDATE:{MARK}\nRRULE:FREQ=DAILY",
    f"{TIMES}RDATE:{MARK}",
    f"{TIMES}RECURRENCE-ID:{MARK}",
    f"{TIMES}DURATION:{MARK}",
    f"{TIMES}SEQUENCE:{MARK}\nRRULE:FREQ=DAILY;COUNT=1",
    f"{TIMES}{MARK}",
)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_does_not_quote_the_file_nor_does_what_lies_behind_it(name: str) -> None:
    with pytest.raises(FallowError) as refused:
        read(REFUSED[name], name="x.ndjson" if "lines" in name else "")

    assert [words for words in _behind(refused.value) if MARK in words] == []


@pytest.mark.parametrize("broken", BROKEN_LINES)
def test_an_entry_that_breaks_a_parser_is_counted_without_its_words(broken: str) -> None:
    assert MARK not in repr(read_events(broken, TIMES))


def _behind(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield f"{error} {error!r} {error.args} {vars(error)}"
        error = error.__cause__ or error.__context__

"""Suggests which column of an unknown table holds what, for a person to confirm.

It knows common column words in English and German, and those of OpenEMR's calendar table
(formats.md §5); it looks at a few sample cells for dates.
"""

from fallow.workload.readers.cells.moments import fitting_orders, read_clock, read_moment
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.readers.table import Table, plain_name

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "starts_at",
        "startsat startdatetime startdateandtime starttime appointmentstart sessionstart start"
        " begin beginn anfang terminbeginn startzeit uhrzeit von from pcstarttime"
        " appointmenttime time",
    ),
    (
        "ends_at",
        "endsat enddatetime enddateandtime endtime appointmentend sessionend end finish ende"
        " terminende endzeit bis until to pcendtime",
    ),
    (
        "date",
        "appointmentdate dateofservice servicedate sessiondate eventdate startdate date datum"
        " termindatum day tag pceventdate",
    ),
    (
        "minutes",
        "durationminutes durationinminutes durationmin durationmins minutes mins duration length"
        " dauer dauermin dauerinminuten minuten",
    ),
    ("code", "billingcode cptcode servicecode procedurecode cpt code ziffer gop leistungsziffer"),
    (
        "clinician",
        "clinician clinicianname practitioner provider providername therapist therapistname"
        " counselor staff behandler behandlerin therapeut therapeutin pcaid",
    ),
    (
        "client",
        "clientid clientcode client clientname patientid patient case klient klientin klientid"
        " patientin pcpid",
    ),
    (
        "title",
        "appointmenttype sessiontype eventtype type title subject service summary terminart art"
        " betreff leistung titel",
    ),
    ("status", "appointmentstatus status apptstatus attendance terminstatus pcapptstatus"),
    ("note_state", "progressnotestatus notestatus notestate note dokumentation"),
    ("note_written_at", "notesignedat notesignedon notelockedat notewrittenat signedat datesigned"),
)


def suggest_mapping(table: Table) -> ColumnMapping | None:
    """This will give a mapping to confirm, or None when no column looks like a start."""
    places = _places(tuple(plain_name(name) for name in table.header))
    if "starts_at" not in places and "date" in places and _holds_time(table, places["date"]):
        places["starts_at"] = places.pop("date")
    if "starts_at" not in places:
        return None
    if not _holds_clock_only(table, places["starts_at"]):
        places.pop("date", None)
    dated = places.get("date", places["starts_at"])
    orders = fitting_orders([_cell(row, dated) for row in table.sample])
    starts_at = places.pop("starts_at")
    return ColumnMapping(
        fingerprint=table.fingerprint,
        date_format=orders[0] if orders else "iso",
        starts_at=starts_at,
        **places,
    )


def _places(names: tuple[str, ...]) -> dict[str, int]:
    places: dict[str, int] = {}
    for field, words in _WORDS:
        found = [names.index(word) for word in words.split() if word in names]
        free = [place for place in found if place not in places.values()]
        if free:
            places[field] = free[0]
    return places


def _cell(row: tuple[str, ...], place: int) -> str:
    return row[place] if place < len(row) else ""


def _holds_time(table: Table, place: int) -> bool:
    cells = [_cell(row, place) for row in table.sample]
    return any(read_moment(cell, order) for cell in cells for order in ("iso", "mdy", "dmy"))


def _holds_clock_only(table: Table, place: int) -> bool:
    return any(read_clock(_cell(row, place)) for row in table.sample) and not _holds_time(
        table, place
    )

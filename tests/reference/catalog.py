"""The catalog as a page: every weight, cap and limit with its range, source and how sure it is."""

from tests.reference.tables import write_table

from fallow.workload.limits.catalog import CatalogEntry, list_entries

_INTRO = """\
# The catalog

Every weight, cap and limit that Fallow ships. A practice may choose other values; then those count.

How sure a number is: **verified**, read at its source · **secondary**, by one indirect source ·
**unverified**, not yet confirmed · **derived**, worked out from others · **assumption**, a starting
value and not evidence. What the numbers mean is told in
[weights and caps](../explanation/weights-and-caps.md).

"""
_HEADER = ("Key", "What", "Value", "Range", "For", "Source", "How sure", "Looked at", "Note")


def write_catalog() -> str:
    return _INTRO + write_table(_HEADER, [_row(entry) for entry in list_entries()])


def _row(entry: CatalogEntry) -> tuple[str, ...]:
    year = entry.source_year
    is_said = year is None or str(year) in entry.source
    return (
        f"`{entry.key}`",
        entry.label,
        f"{entry.value:g} {entry.unit}",
        "–" if entry.low is None or entry.high is None else f"{entry.low:g} to {entry.high:g}",
        entry.population,
        entry.source if is_said else f"{entry.source} {year}",
        entry.evidence,
        entry.reviewed_on.isoformat(),
        entry.note or "–",
    )

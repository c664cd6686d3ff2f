"""A table whose columns nobody has explained yet: its columns, and a mapping file to begin with.

It knows column names and places. No cell of a row is shown.
"""

from dataclasses import asdict, fields
from typing import Any

from fallow.cli.table import safe_text
from fallow.workload.readers.dispatch import MappingNeeded
from fallow.workload.readers.reading import ColumnMapping

_LONGEST_NAME = 60  # signs of a column
_SAVE = "Save these lines as mapping.toml, mend what is wrong, and add --mapping mapping.toml:"
_SAID_APART = {"fingerprint", "date_format"}
_PLACES = tuple(f.name for f in fields(ColumnMapping) if f.name not in _SAID_APART)


def mapping_lines(needed: MappingNeeded) -> list[str]:
    """This will give a mapping file as far as it could be told from the column names."""
    told: dict[str, Any] = asdict(needed.suggestion) if needed.suggestion else {}
    lines = ["Its columns are:"]
    lines.extend(
        f"  {place}  {safe_text(name, longest=_LONGEST_NAME)}"
        for place, name in enumerate(needed.header)
    )
    lines.extend(["", _SAVE, ""])
    lines.append(f'fingerprint = "{needed.fingerprint}"')
    lines.append(f'date_format = "{told.get("date_format", "iso")}"  # iso, mdy or dmy')
    for field in _PLACES:
        place = told.get(field)
        if place is not None:
            lines.append(
                f"{field} = {place}  # {safe_text(needed.header[place], longest=_LONGEST_NAME)}"
            )
        elif field == "starts_at":
            lines.append("starts_at =   # which column holds the start?")
    return lines

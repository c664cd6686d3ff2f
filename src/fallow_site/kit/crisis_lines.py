"""How sure a line that answers in a crisis is: checked on a day, at a page that may speak for it.

It knows one entry of lines.toml and nothing of who calls. A source without a day is no check, nor a
day without a source: whatever has not both is unverified, on every page.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

UNVERIFIED = "unverified"


def explain_check(line: Mapping[str, Any]) -> str:
    """This will give "checked on 26 November 2026, www.nhs.uk", or "unverified"."""
    source, day = line.get("source"), line.get("checked_on")
    place = urlsplit(source).hostname if source else None
    return f"checked on {day.day} {day:%B %Y}, {place}" if place and day else UNVERIFIED

"""Asks a FHIR server for appointments by date, and follows its pages.

It asks by `date` alone, because a server may answer `practitioner` with an empty success
(formats.md §5, verified); the reader tells the clinicians apart. The token is a secret.
"""

import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from fallow_site.integrations.fetched import Fetched, SourceUnreachable
from fallow_site.integrations.guard import fetch_guarded

MOST_PAGES = 40
PAGE_SIZE = 200


def fetch_appointments(
    address: str, *, token: str, since: date, until: date, allow_loopback: bool = False
) -> Fetched:
    """This will gather all pages of a period into lines of NDJSON."""
    asked = {"Accept": "application/fhir+json", "User-Agent": "Fallow"}
    if token:
        asked["Authorization"] = f"Bearer {token}"
    base = address.rstrip("/")
    page: str | None = f"{base}/Appointment?date=ge{since}&date=lt{until}&_count={PAGE_SIZE}"
    lines: list[str] = []
    for _ in range(MOST_PAGES):
        bundle = _read_page(page or "", asked, allow_loopback=allow_loopback)
        lines.extend(json.dumps(resource) for resource in _resources(bundle))
        page = _next_page(bundle, base)
        if page is None:
            return Fetched(content="\n".join(lines).encode(), name="appointments.ndjson")
    raise SourceUnreachable(
        "The FHIR server has more pages than Fallow reads.", "Ask for fewer months at a time."
    )


def _read_page(page: str, asked: dict[str, str], *, allow_loopback: bool) -> dict[str, Any]:
    answer = fetch_guarded(page, headers=asked, allow_loopback=allow_loopback)
    if answer.status in (401, 403):
        raise SourceUnreachable("The FHIR server refused the token.", "Give it a new one.")
    try:
        bundle = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise _not_fhir() from error
    if answer.status != 200 or not isinstance(bundle, dict):
        raise _not_fhir()
    return bundle


def _resources(bundle: dict[str, Any]) -> list[Any]:
    entries = bundle.get("entry", [])
    if not isinstance(entries, list):
        raise _not_fhir()
    return [e["resource"] for e in entries if isinstance(e, dict) and "resource" in e]


def _next_page(bundle: dict[str, Any], base: str) -> str | None:
    """The next page has to stay on the same host, so that the token goes nowhere else."""
    links = bundle.get("link", [])
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("relation") == "next":
            onward = str(link.get("url", ""))
            if urlsplit(onward).netloc != urlsplit(base).netloc:
                raise _not_fhir()
            return onward
    return None


def _not_fhir() -> SourceUnreachable:
    return SourceUnreachable(
        "The FHIR server did not answer with appointments.",
        "Check its base address; it usually ends in /fhir or /fhir/r4.",
    )

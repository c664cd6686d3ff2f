"""Asks a FHIR server for appointments by date, and follows its pages.

It asks by `date` alone, because a server may answer `practitioner` with an empty success
(formats.md §5, verified); the reader tells the clinicians apart. The token is a secret.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx

from fallow_site.integrations.addresses import Resolve, resolve_addresses
from fallow_site.integrations.connecting import Clock
from fallow_site.integrations.fetched import Fetched, SourceUnreachable
from fallow_site.integrations.guard import Answered, fetch_guarded

PAGE_SIZE = 500
MOST_PAGES = 1000  # a server may give fewer on a page than it was asked for
MOST_BYTES_IN_ALL = 100_000_000  # what a file may hold, formats.md §1
MOST_SECONDS_IN_ALL = 300.0  # a year of a large practice; each page has its own ten seconds
_NOTHING = b'{"resourceType": "Bundle", "entry": []}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days to ask for: the first, and the one after the last."""

    since: date
    until: date


def fetch_appointments(
    address: str,
    *,
    token: str,
    span: Span,
    allow_loopback: bool = False,
    resolve: Resolve = resolve_addresses,
    clock: Clock = time.monotonic,
) -> Fetched:
    """This will gather all pages of a span into lines of NDJSON.

    An empty success is an empty Bundle: lost coverage, never a light week.
    """
    asked = {"Accept": "application/fhir+json", "User-Agent": "Fallow"}
    if token:
        asked["Authorization"] = f"Bearer {token}"

    def ask(page: str) -> Answered:
        return fetch_guarded(
            page, headers=asked, allow_loopback=allow_loopback, resolve=resolve, clock=clock
        )

    lines = _gather(_first_page(address, span), ask, clock=clock)
    if not lines:
        return Fetched(content=_NOTHING, name="appointments.json")
    return Fetched(content="\n".join(lines).encode(), name="appointments.ndjson")


def _first_page(address: str, span: Span) -> str:
    base = address.strip().rstrip("/")
    return f"{base}/Appointment?date=ge{span.since}&date=lt{span.until}&_count={PAGE_SIZE}"


def _gather(page: str, ask: Callable[[str], Answered], *, clock: Clock) -> list[str]:
    deadline = clock() + MOST_SECONDS_IN_ALL
    lines: dict[str, None] = {}  # a server that gives one twice has given it once
    asked: set[str] = set()
    total, size = 0, 0
    while page not in asked:
        asked.add(page)
        bundle = _read_page(ask(page))
        told = [json.dumps(resource) for resource in _appointments(bundle)]
        size += sum(map(len, told))
        lines.update(dict.fromkeys(told))
        total = _total(bundle) or total  # some servers count on their first page alone
        onward = _next_page(bundle, page)
        if onward is None:
            _check_total(len(lines), total)
            return list(lines)
        if len(asked) >= MOST_PAGES or size > MOST_BYTES_IN_ALL or clock() > deadline:
            break
        page = onward
    raise SourceUnreachable(
        "The FHIR server has more pages than Fallow reads.",
        "Ask whoever runs it to let Fallow read larger pages.",
    )


def _read_page(answer: Answered) -> dict[str, Any]:
    if answer.status in (401, 403):
        raise SourceUnreachable("The FHIR server refused the token.", "Give it a new one.")
    try:
        bundle = json.loads(answer.content)
    except (ValueError, RecursionError):
        raise _not_fhir() from None  # the original error carries the text
    if answer.status != 200 or not isinstance(bundle, dict):
        raise _not_fhir()
    if bundle.get("resourceType") != "Bundle":
        raise _not_fhir()
    return bundle


def _appointments(bundle: dict[str, Any]) -> list[Any]:
    entries = bundle.get("entry", [])
    if not isinstance(entries, list):
        raise _not_fhir()
    resources = [entry.get("resource") for entry in entries if isinstance(entry, dict)]
    return [
        resource
        for resource in resources
        if isinstance(resource, dict) and resource.get("resourceType") == "Appointment"
    ]


def _total(bundle: dict[str, Any]) -> int:
    total = bundle.get("total")
    return total if isinstance(total, int) else 0


def _check_total(gathered: int, total: int) -> None:
    """A server that counts more than it gives has hidden someone's work."""
    if gathered < total:
        raise SourceUnreachable(
            "The FHIR server counted more appointments than it gave.",
            "Ask whoever runs it whether Fallow's token may read the appointments of everyone.",
        )


def _next_page(bundle: dict[str, Any], page: str) -> str | None:
    """The next page has to stay where the first one was, so that the token goes nowhere else."""
    links = bundle.get("link", [])
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("relation") == "next":
            try:
                here = httpx.URL(page)
                onward = here.join(str(link.get("url", "")))
            except httpx.InvalidURL:
                raise _not_fhir() from None
            if _origin(onward) != _origin(here):
                raise _not_fhir()
            return str(onward)
    return None


def _origin(url: httpx.URL) -> tuple[str, bytes, int]:
    return url.scheme, url.raw_host, url.port or (443 if url.scheme == "https" else 80)


def _not_fhir() -> SourceUnreachable:
    return SourceUnreachable(
        "The FHIR server did not answer with appointments.",
        "Check its base address; it usually ends in /fhir or /fhir/r4.",
    )

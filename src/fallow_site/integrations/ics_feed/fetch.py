"""Asks a calendar feed for its calendar, and only for what changed since the last time.

It knows the guard and conditional requests (RFC 9110 §13), nothing of what is in a calendar.
"""

import time

from fallow_site.integrations.addresses import Resolve, resolve_addresses
from fallow_site.integrations.connecting import Clock
from fallow_site.integrations.fetched import Fetched, SourceUnreachable
from fallow_site.integrations.guard import fetch_guarded

_NAME = "feed.ics"
_CALENDAR_SCHEMES = ("webcal://", "webcals://")  # what "subscribe" buttons copy; https is meant
_EMPTY_CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def fetch_calendar(
    address: str,
    *,
    etag: str = "",
    last_modified: str = "",
    allow_loopback: bool = False,
    resolve: Resolve = resolve_addresses,
    clock: Clock = time.monotonic,
) -> Fetched:
    """This will read a feed; `content` is None when it has not changed.

    An empty success is an empty calendar: lost coverage, never a light week (formats.md §9).
    """
    asked = {"Accept": "text/calendar", "User-Agent": "Fallow"}
    if etag:
        asked["If-None-Match"] = etag
    if last_modified:
        asked["If-Modified-Since"] = last_modified
    answer = fetch_guarded(
        _as_https(address), headers=asked, allow_loopback=allow_loopback,
        resolve=resolve, clock=clock,
    )  # fmt: skip
    if answer.status == 304 and (etag or last_modified):
        return Fetched(content=None, name=_NAME, etag=etag, last_modified=last_modified)
    if answer.status != 200:
        raise _answered_with(answer.status)
    content = answer.content if answer.content.strip() else _EMPTY_CALENDAR
    return Fetched(
        content=content, name=_NAME, etag=answer.etag, last_modified=answer.last_modified
    )


def _as_https(address: str) -> str:
    address = address.strip()
    for scheme in _CALENDAR_SCHEMES:
        if address.lower().startswith(scheme):
            return "https://" + address[len(scheme) :]
    return address


def _answered_with(status: int) -> SourceUnreachable:
    if status == 429 or status >= 500:
        return SourceUnreachable(
            f"The calendar's provider is busy or out of order: it answered with {status}.",
            "Fallow tries again within the hour.",
        )
    return SourceUnreachable(
        f"The calendar's address answered with {status}.",
        "Copy the address anew from the calendar's settings.",
    )

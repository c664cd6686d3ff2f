"""Asks a calendar feed for its calendar, and only for what changed since the last time.

It knows the guard and conditional requests (RFC 9110 §13), nothing of what is in a calendar.
"""

from fallow_site.integrations.fetched import Fetched, SourceUnreachable
from fallow_site.integrations.guard import fetch_guarded


def fetch_calendar(
    address: str, *, etag: str = "", last_modified: str = "", allow_loopback: bool = False
) -> Fetched:
    """This will read a feed; `content` is None when it has not changed."""
    asked = {"Accept": "text/calendar", "User-Agent": "Fallow"}
    if etag:
        asked["If-None-Match"] = etag
    if last_modified:
        asked["If-Modified-Since"] = last_modified
    address = address.replace("webcal://", "https://", 1)
    answer = fetch_guarded(address, headers=asked, allow_loopback=allow_loopback)
    if answer.status == 304:
        return Fetched(content=None, name="feed.ics", etag=etag, last_modified=last_modified)
    if answer.status != 200:
        raise SourceUnreachable(
            f"The calendar's address answered with {answer.status}.",
            "Copy the address anew from the calendar's settings.",
        )
    return Fetched(
        content=answer.content,
        name="feed.ics",
        etag=answer.etag,
        last_modified=answer.last_modified,
    )

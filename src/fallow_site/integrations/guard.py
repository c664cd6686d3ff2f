"""Reads an address on the internet without being led astray: the one way out of this server.

It knows limits (formats.md §1: 5 MB, 10 s) and redirects. The address is a secret: it appears in
no error and in no log. Private networks are refused, also behind a redirect or a changed name.
"""

import time
from dataclasses import dataclass

import httpcore
import httpx

from fallow_site.integrations.addresses import (
    Resolve,
    choose_addresses,
    is_loopback,
    resolve_addresses,
    unreachable,
)
from fallow_site.integrations.connecting import Clock, Deadline, find_header, open_pool
from fallow_site.integrations.fetched import SourceUnreachable
from fallow_site.integrations.unpacking import read_limited

MOST_SECONDS = 10.0
MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_FIRST_FREE_PORT = 1024  # below it, other protocols listen
LONGEST_ETAG = 200
LONGEST_DATE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer: its status, its bytes, and the headers that matter."""

    status: int
    content: bytes
    etag: str
    last_modified: str


def fetch_guarded(
    address: str,
    *,
    headers: dict[str, str],
    allow_loopback: bool = False,
    resolve: Resolve = resolve_addresses,
    clock: Clock = time.monotonic,
) -> Answered:
    """This will read an address, following at most three redirects, each checked anew."""
    deadline = Deadline(ends=clock() + MOST_SECONDS, clock=clock)
    url = _read_address(address)
    for _ in range(MOST_REDIRECTS + 1):
        answer, onward = _ask(
            url, headers, allow_loopback=allow_loopback, resolve=resolve, deadline=deadline
        )
        if not onward:
            return answer
        url = _read_address(onward, after=url)
        headers = {name: value for name, value in headers.items() if name != "Authorization"}
    raise SourceUnreachable(
        "The source's address leads on too many times.", "Copy the address anew from its provider."
    )


def _read_address(address: str, *, after: httpx.URL | None = None) -> httpx.URL:
    """What is looked at here is what is connected to: the text is taken apart once."""
    try:
        url = after.join(address) if after else httpx.URL(address.strip())
    except httpx.InvalidURL:
        raise _not_an_address() from None  # the original error quotes the address
    if not url.raw_host or url.userinfo:
        raise _not_an_address()
    return url


def _ask(
    url: httpx.URL,
    headers: dict[str, str],
    *,
    allow_loopback: bool,
    resolve: Resolve,
    deadline: Deadline,
) -> tuple[Answered, str]:
    host, port = url.raw_host.decode("ascii"), url.port or (80 if url.scheme == "http" else 443)
    _check_scheme(url, port, allow_loopback=allow_loopback)
    found = choose_addresses(resolve(host, port), allow_loopback=allow_loopback)
    if url.scheme == "http" and not all(is_loopback(text) for text in found):
        raise _not_https()
    named = {**headers, "Host": url.netloc.decode("ascii"), "Accept-Encoding": "gzip"}
    target = httpcore.URL(scheme=url.scheme, host=host, port=port, target=url.raw_path)
    try:
        with (
            open_pool(found, deadline) as pool,
            pool.stream("GET", target, headers=list(named.items())) as response,
        ):
            return _answered(response)
    except httpcore.TimeoutException:
        raise SourceUnreachable(
            "The source took longer than 10 seconds.", "It will be tried again within the hour."
        ) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
        raise unreachable() from None  # the original error may name the address


def _check_scheme(url: httpx.URL, port: int, *, allow_loopback: bool) -> None:
    if url.scheme == "http" and allow_loopback:
        return  # to loopback alone, which is looked at once the name has been asked
    if url.scheme != "https":
        raise _not_https()
    if port != 443 and not _FIRST_FREE_PORT <= port <= 65_535:
        raise SourceUnreachable(
            "The source's address names a port on which no calendar is served.",
            "Leave the port out, or ask the provider for the right address.",
        )


def _answered(response: httpcore.Response) -> tuple[Answered, str]:
    def header(name: bytes) -> str:
        return find_header(response.headers, name)

    onward = header(b"location") if response.status in _REDIRECTS else ""
    content = b"" if onward else read_limited(response.iter_stream(), header(b"content-encoding"))
    answer = Answered(
        status=response.status,
        content=content,
        etag=_mark(header(b"etag"), LONGEST_ETAG),
        last_modified=_mark(header(b"last-modified"), LONGEST_DATE),
    )
    return answer, onward


def _mark(text: str, longest: int) -> str:
    """A mark that is too long to keep is no mark: half of it would never match."""
    return text if len(text) <= longest else ""


def _not_https() -> SourceUnreachable:
    return SourceUnreachable(
        "The source's address does not begin with https.", "Copy its secure address instead."
    )


def _not_an_address() -> SourceUnreachable:
    return SourceUnreachable(
        "The source's address cannot be read.",
        "Copy it anew from its provider; it holds no name and no @ before the host.",
    )

"""Reads an address on the internet without being led astray: the one way out of this server.

It knows networks and limits (formats.md §1: 5 MB, 10 s). The address is a secret: it appears in no
error and in no log. Private networks are refused, also behind a redirect or a changed name.
"""

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from fallow_site.integrations.fetched import SourceUnreachable

MOST_BYTES = 5_000_000
MOST_SECONDS = 10.0
MOST_REDIRECTS = 3
Resolve = Callable[[str, int], list[str]]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer: its status, its bytes, and the headers that matter."""

    status: int
    content: bytes
    etag: str
    last_modified: str


def resolve_addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise _unreachable() from error
    return [str(entry[4][0]) for entry in found]


def fetch_guarded(
    address: str,
    *,
    headers: dict[str, str],
    allow_loopback: bool = False,
    resolve: Resolve = resolve_addresses,
    clock: Clock = time.monotonic,
) -> Answered:
    """This will read an address, following at most three redirects, each checked anew."""
    deadline = clock() + MOST_SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        answer, onward = _ask(
            address, headers, allow_loopback=allow_loopback, resolve=resolve,
            ends=(deadline, clock),
        )  # fmt: skip
        if onward is None:
            return answer
        address = urljoin(address, onward)
        headers = {name: value for name, value in headers.items() if name != "Authorization"}
    raise SourceUnreachable(
        "The calendar's address leads on too many times.", "Copy the address anew from its source."
    )


def _ask(
    address: str,
    headers: dict[str, str],
    *,
    allow_loopback: bool,
    resolve: Resolve,
    ends: tuple[float, Clock],
) -> tuple[Answered, str | None]:
    url = httpx.URL(address)
    host, port = url.host, url.port or (443 if url.scheme == "https" else 80)
    if urlsplit(address).scheme != "https" and not allow_loopback:
        raise SourceUnreachable(
            "The calendar's address does not begin with https.", "Copy the secure address instead."
        )
    checked = _choose_address(resolve(host, port), allow_loopback=allow_loopback)
    literal = f"[{checked}]" if ":" in checked else checked
    pinned = url.copy_with(host=literal)
    named = {**headers, "Host": url.netloc.decode("ascii")}
    request = {"headers": named, "extensions": {"sni_hostname": host}}
    try:
        with (
            httpx.Client(trust_env=False, timeout=MOST_SECONDS, follow_redirects=False) as client,
            client.stream("GET", pinned, **request) as response,  # type: ignore[arg-type]
        ):
            onward = response.headers.get("location") if response.is_redirect else None
            content = b"" if onward else _read_within(response, ends)
            return _answered(response, content), onward
    except httpx.HTTPError:
        raise _unreachable() from None  # the original error names the address


def _read_within(response: httpx.Response, ends: tuple[float, Clock]) -> bytes:
    deadline, clock = ends
    content = bytearray()
    for chunk in response.iter_bytes(65_536):
        content += chunk
        if len(content) > MOST_BYTES:
            raise SourceUnreachable(
                "The calendar is larger than 5 MB.", "Share a calendar that covers fewer months."
            )
        if clock() > deadline:
            raise SourceUnreachable(
                "The calendar took longer than 10 seconds.", "It will be tried again later."
            )
    return bytes(content)


def _answered(response: httpx.Response, content: bytes) -> Answered:
    return Answered(
        status=response.status_code,
        content=content,
        etag=response.headers.get("etag", "")[:200],
        last_modified=response.headers.get("last-modified", "")[:60],
    )


def _choose_address(found: list[str], *, allow_loopback: bool) -> str:
    """Every address of the name has to be public: one private one is enough to refuse."""
    if not found:
        raise _unreachable()
    for text in found:
        if not is_public(text) and not (allow_loopback and _is_loopback(text)):
            raise SourceUnreachable(
                "The calendar's address leads into a private network.",
                "Use the address that the calendar's provider shares publicly.",
            )
    return found[0]


def is_public(text: str) -> bool:
    """This will tell whether an IP address belongs to the public internet."""
    address = ipaddress.ip_address(text.split("%", maxsplit=1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        if address in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast


def _is_loopback(text: str) -> bool:
    return ipaddress.ip_address(text.split("%", maxsplit=1)[0]).is_loopback


def _unreachable() -> SourceUnreachable:
    return SourceUnreachable(
        "The calendar could not be reached.",
        "Check the address at its provider; Fallow tries again within the hour.",
    )

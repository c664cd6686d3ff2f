"""Compares what a server sends with a published manifest, file by file, within bounds.

It asks three times, as three browsers ask, so that a server has to lie to each of them or to none;
it follows nobody elsewhere. It knows nothing of who runs the server.
"""

import hashlib
import re
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import PurePosixPath

import brotli  # type: ignore[import-untyped]  # it ships no types
import httpx

from fallow.base.errors import FallowError
from fallow_site.foundation.room.files import TYPES, RoomManifest
from fallow_site.kit.policies import PRIVATE_POLICY

SECONDS_IN_ALL = 300.0
SECONDS_OF_SILENCE = 20.0
MOST_BYTES = 64_000_000  # of one file, unpacked; the largest of ours, Python itself, has 9 million
PACKED = "gzip, deflate, br"
EXPECTED = {
    "Content-Security-Policy": PRIVATE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
UNEXPECTED = (  # each can load, lead or report elsewhere, widen what a worker reaches, or erase
    "Clear-Site-Data",
    "Refresh",
    "Link",
    "Service-Worker-Allowed",
    "SourceMap",
    "Speculation-Rules",
    "Reporting-Endpoints",
    "Report-To",
    "NEL",
    "Content-Security-Policy-Report-Only",
    "Content-Location",
)
DESTINATIONS = {  # what a browser says it will do with a file: Fetch Metadata, W3C
    "index.html": ("document", "navigate"),
    "service-worker.js": ("serviceworker", "same-origin"),
    "worker.js": ("worker", "same-origin"),
    "lock.js": ("worker", "same-origin"),
    ".js": ("script", "cors"),
    ".mjs": ("script", "cors"),
    ".css": ("style", "no-cors"),
    ".svg": ("image", "no-cors"),
    ".png": ("image", "no-cors"),
    ".woff2": ("font", "cors"),
    ".webmanifest": ("manifest", "cors"),
}
FOR_A_PROGRAM = ("empty", "cors")
_LEADING = (301, 302, 303, 307, 308)
_FOLDER = re.compile(rb"/room/([0-9a-f]{16})/")


class CannotCompare(FallowError):
    """There is nothing to compare: no address, no manifest, no server, or too much of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A browser that asks for everything once; `told` stands before what it alone was sent."""

    agent: str
    told: str = ""
    is_worker: bool = False  # a service worker, which fetches every file of the folder by itself
    is_back: bool = False  # it has each file already, and asks whether it changed


VISITORS = (
    Visitor(agent="Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    Visitor(
        agent="Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/138.0.0.0 Mobile Safari/537.36",
        told="asked again, by a phone, ",
        is_worker=True,
    ),
    Visitor(
        agent="Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
        "(KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        told="asked by a browser that has it already, ",
        is_back=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One answer of a server: its body unpacked, None where it was too long or could not be."""

    status: int
    headers: httpx.Headers
    body: bytes | None
    is_unchanged: bool  # asked whether it changed, the server said no and sent no bytes


def list_differences(site: str, manifest: RoomManifest) -> Iterator[str]:
    """This will give a line for each difference between `site` and the manifest.

    Raises CannotCompare when the server does not answer, or takes more than five minutes.
    """
    deadline = time.monotonic() + SECONDS_IN_ALL
    is_far = site.startswith("https:")
    found: set[tuple[str, str]] = set()
    marks: dict[str, str] = {}
    with httpx.Client(timeout=SECONDS_OF_SILENCE, trust_env=is_far) as client:
        for visitor, (path, name, digest) in product(VISITORS, tuple(_list_files(manifest))):
            asked = _headers_of(visitor, name, mark=marks.get(path, ""))
            sent = _ask(client, site + path, asked=asked, deadline=deadline)
            marks[path] = sent.headers.get("ETag", "")
            for said in _compare_all(sent, name, digest, folder=manifest.folder):
                if (path, said) not in found:
                    found.add((path, said))
                    yield f"{path}: {visitor.told}{said}"


def _headers_of(visitor: Visitor, name: str, *, mark: str) -> dict[str, str]:
    """What a browser says beside the address, in a room that runs on a server of its own."""
    known = DESTINATIONS.get(name) or DESTINATIONS.get(PurePosixPath(name).suffix, FOR_A_PROGRAM)
    is_shell = known[1] == "navigate" or known[0] == "serviceworker"
    destination, mode = FOR_A_PROGRAM if visitor.is_worker and not is_shell else known
    asked = {
        "User-Agent": visitor.agent,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8" if mode == "navigate" else "*/*",
        "Accept-Language": "en-US,en;q=0.9",
        "Accept-Encoding": PACKED,
        "Sec-Fetch-Dest": destination,
        "Sec-Fetch-Mode": mode,
        "Sec-Fetch-Site": "none" if mode == "navigate" else "same-origin",
    }
    if visitor.is_back and mark:
        asked["If-None-Match"] = mark
    return asked


def _list_files(manifest: RoomManifest) -> Iterator[tuple[str, str, str]]:
    for name, digest in manifest.shell.items():
        yield ("/room/" if name == "index.html" else f"/room/{name}"), name, digest
    for name, digest in manifest.files.items():
        yield f"/room/{manifest.folder}/{name}", name, digest


def _compare_all(sent: Sent, name: str, digest: str, *, folder: str) -> Iterator[str]:
    if sent.is_unchanged:
        yield from _compare_headers(sent, _wanted(name), may_be_left_out=True)
    elif sent.status != 200:
        yield _explain_status(sent)
    else:
        yield from _compare_body(sent, digest)
        yield from _compare_headers(sent, _wanted(name), may_be_left_out=False)
    if name == "index.html":
        yield from _compare_folder(sent, folder)


def _compare_body(sent: Sent, digest: str) -> Iterator[str]:
    if sent.body is None:
        yield "it is longer than any file of a release, or packed in a way no browser asked for."
    elif hashlib.sha256(sent.body).hexdigest() != digest:
        yield "its bytes are not the released ones."


def _wanted(name: str) -> dict[str, str]:
    return EXPECTED | {"Content-Type": TYPES.get(PurePosixPath(name).suffix, "")}


def _compare_headers(sent: Sent, wanted: dict[str, str], *, may_be_left_out: bool) -> Iterator[str]:
    """What comes with "not modified" takes the place of what a browser keeps (RFC 9111, 3.2)."""
    for header, value in wanted.items():
        said = sent.headers.get(header)
        if said != value and not (said is None and may_be_left_out):
            yield f"its {header} is {'missing' if said is None else 'not the released one'}."
    for header in UNEXPECTED:
        if header in sent.headers:
            yield f"it carries {header}, which no release sends."


def _explain_status(sent: Sent) -> str:
    if sent.status == 404:
        return "it is missing."
    if sent.status in _LEADING:
        return "the server leads elsewhere instead of sending it."
    return f"the server answers {sent.status} instead of sending it."


def _compare_folder(sent: Sent, folder: str) -> Iterator[str]:
    named = {found.decode() for found in _FOLDER.findall(sent.body or b"")}
    for other in sorted(named - {folder}):
        yield f"it leads to the folder {other}; the release has {folder}."


def _ask(client: httpx.Client, url: str, *, asked: dict[str, str], deadline: float) -> Sent:
    try:
        with client.stream("GET", url, headers=asked, follow_redirects=False) as answer:
            raw = _read_raw(answer, deadline=deadline)
            body = None if raw is None else _unpack(raw, answer.headers.get("Content-Encoding", ""))
            return Sent(
                status=answer.status_code,
                headers=answer.headers,
                body=body,
                is_unchanged=answer.status_code == 304 and "If-None-Match" in asked,
            )
    except httpx.HTTPError:
        raise CannotCompare(
            "The server does not answer as a server should.",
            "Check the address, and that this machine can reach it.",
        ) from None


def _read_raw(answer: httpx.Response, *, deadline: float) -> bytes | None:
    """The bytes as they came, at most MOST_BYTES of them."""
    raw = bytearray()
    for piece in answer.iter_raw():
        if time.monotonic() > deadline:
            raise CannotCompare(
                "The server took more than five minutes.", "Try again when it is less busy."
            )
        raw += piece
        if len(raw) > MOST_BYTES:
            return None
    return bytes(raw)


def _unpack(raw: bytes, encoding: str) -> bytes | None:
    """Unpacked with a bound, so that a small answer cannot fill the memory; None if it is over."""
    unpackers: dict[str, Callable[[bytes], bytes | None]] = {
        "": lambda plain: plain,
        "identity": lambda plain: plain,
        "gzip": _gunzip,
        "br": _unbrotli,
    }
    unpack = unpackers.get(encoding.strip().lower())
    try:
        return unpack(raw) if unpack else None
    except (zlib.error, brotli.error):
        return None


def _gunzip(raw: bytes) -> bytes | None:
    reader = zlib.decompressobj(wbits=31)
    body = reader.decompress(raw, MOST_BYTES)
    return body if reader.eof and not reader.unused_data else None


def _unbrotli(raw: bytes) -> bytes | None:
    reader = brotli.Decompressor()
    body: bytes = reader.process(raw, output_buffer_limit=MOST_BYTES)
    return body if reader.is_finished() else None

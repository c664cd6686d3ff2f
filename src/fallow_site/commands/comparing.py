"""Compares what a server sends with a published manifest, file by file, within bounds.

It asks as a browser asks and follows nobody elsewhere. It knows nothing of who runs the server.
"""

import hashlib
import re
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import brotli  # type: ignore[import-untyped]  # it ships no types
import httpx

from fallow.base.errors import FallowError
from fallow_site.foundation.room.files import TYPES, RoomManifest
from fallow_site.kit.policies import PRIVATE_POLICY

SECONDS_IN_ALL = 300.0
SECONDS_OF_SILENCE = 20.0
MOST_BYTES = 64_000_000  # of one file, unpacked; the largest of ours, Python itself, has 9 million
ASKED_AS = {  # what a browser says, so that a server cannot tell this question from a reader's
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept-Encoding": "gzip, deflate, br",
}
EXPECTED = {
    "Content-Security-Policy": PRIVATE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
UNEXPECTED = (  # each of them can load, lead or report elsewhere, or widen what a worker reaches
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
_FOLDER = re.compile(rb"/room/([0-9a-f]{16})/")


class CannotCompare(FallowError):
    """There is nothing to compare: no address, no manifest, no server, or too much of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One answer of a server: its body unpacked, None where it was too long or could not be."""

    status: int
    headers: httpx.Headers
    body: bytes | None


def list_differences(site: str, manifest: RoomManifest) -> Iterator[str]:
    """This will give a line for each difference between `site` and the manifest.

    Raises CannotCompare when the server does not answer, or takes more than five minutes.
    """
    deadline = time.monotonic() + SECONDS_IN_ALL
    is_far = site.startswith("https:")
    with httpx.Client(headers=ASKED_AS, timeout=SECONDS_OF_SILENCE, trust_env=is_far) as client:
        for path, name, digest in _list_files(manifest):
            sent = _ask(client, site + path, deadline=deadline)
            yield from (f"{path}: {said}" for said in _compare(sent, name, digest))
            if path == "/room/":
                yield from _compare_folder(sent, manifest.folder)


def _list_files(manifest: RoomManifest) -> Iterator[tuple[str, str, str]]:
    for name, digest in manifest.shell.items():
        yield ("/room/" if name == "index.html" else f"/room/{name}"), name, digest
    for name, digest in manifest.files.items():
        yield f"/room/{manifest.folder}/{name}", name, digest


def _compare(sent: Sent, name: str, digest: str) -> Iterator[str]:
    if sent.status != 200:
        yield _explain_status(sent)
        return
    if sent.body is None:
        yield "it is longer than any file of a release, or packed in a way no browser asked for."
    elif hashlib.sha256(sent.body).hexdigest() != digest:
        yield "its bytes are not the released ones."
    wanted = EXPECTED | {"Content-Type": TYPES.get(PurePosixPath(name).suffix, "")}
    for header, value in wanted.items():
        said = sent.headers.get(header)
        if said != value:
            yield f"its {header} is {'missing' if said is None else 'not the released one'}."
    for header in UNEXPECTED:
        if header in sent.headers:
            yield f"it carries {header}, which no release sends."


def _explain_status(sent: Sent) -> str:
    if sent.status == 404:
        return "it is missing."
    if 300 <= sent.status < 400:
        return "the server leads elsewhere instead of sending it."
    return f"the server answers {sent.status} instead of sending it."


def _compare_folder(sent: Sent, folder: str) -> Iterator[str]:
    named = {found.decode() for found in _FOLDER.findall(sent.body or b"")}
    for other in sorted(named - {folder}):
        yield f"/room/: it leads to the folder {other}; the release has {folder}."


def _ask(client: httpx.Client, url: str, *, deadline: float) -> Sent:
    try:
        with client.stream("GET", url, follow_redirects=False) as answer:
            raw = _read_raw(answer, deadline=deadline)
            body = None if raw is None else _unpack(raw, answer.headers.get("Content-Encoding", ""))
            return Sent(status=answer.status_code, headers=answer.headers, body=body)
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

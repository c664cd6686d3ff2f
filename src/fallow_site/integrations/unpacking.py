"""Unpacks what an answer carries, a little at a time, so that it never grows past its limit.

It knows gzip and deflate (RFC 9110 §8.4) and nothing of networks.
"""

import zlib
from collections.abc import Iterable, Iterator

from fallow_site.integrations.addresses import unreachable
from fallow_site.integrations.fetched import SourceUnreachable

MOST_BYTES = 5_000_000  # formats.md §1
_PIECE = 65_536
_EITHER_HEADER = 32 + zlib.MAX_WBITS  # zlib tells gzip from deflate by itself


def read_limited(chunks: Iterable[bytes], encoding: str) -> bytes:
    """This will give the whole content, or stop as soon as it is larger than 5 MB unpacked."""
    content = bytearray()
    for piece in _unpack(chunks, encoding.strip().lower()):
        content += piece
        if len(content) > MOST_BYTES:
            raise SourceUnreachable(
                "The calendar is larger than 5 MB.", "Share a calendar that covers fewer months."
            )
    return bytes(content)


def _unpack(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from chunks
    elif encoding in ("gzip", "x-gzip", "deflate"):
        yield from _inflate(chunks)
    else:
        raise unreachable()


def _inflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """An answer that ends too early is refused: half a calendar would read as a light week."""
    packed = zlib.decompressobj(_EITHER_HEADER)
    try:
        for chunk in chunks:
            waiting = chunk
            while waiting and not packed.eof:
                yield packed.decompress(waiting, _PIECE)
                waiting = packed.unconsumed_tail
        yield packed.flush(_PIECE)
    except zlib.error:
        raise unreachable() from None
    if not packed.eof:
        raise unreachable()

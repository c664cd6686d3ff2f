"""The icon of the installed page, drawn here: a low sun over two furrows of a resting field.

It knows pixels and the PNG format; the same shapes stand in private_room/icon.svg.
Format: PNG 1.2, chunks IHDR, PLTE, IDAT, IEND, filter 0, stored with zlib level 0 so that no
zlib version changes a byte.
"""

import struct
import zlib

PAPER, SUN, FIELD, FURROW = range(4)
_PALETTE = bytes((250, 246, 238, 211, 170, 135, 72, 101, 77, 223, 232, 218))


def draw_icon(side: int) -> bytes:
    """This will give a square PNG of `side` pixels (a multiple of 4), safe to cut to a circle."""
    rows = b"".join(b"\0" + _draw_row(y, side) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 2, 3, 0, 0, 0)  # two bits a pixel, palette
    parts = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(rows, 0)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in (*parts, (b"IEND", b"")))


def _draw_row(y: int, side: int) -> bytes:
    row = bytearray(side // 4)
    for x in range(side):
        tone = _tone((x + 0.5) / side, (y + 0.5) / side)
        row[x // 4] |= tone << (6 - 2 * (x % 4))
    return bytes(row)


def _tone(x: float, y: float) -> int:
    hill = 0.62 - 0.10 * (1 - (2 * x - 1) ** 2)
    if y < hill:
        return SUN if (x - 0.5) ** 2 + (y - 0.47) ** 2 < 0.17**2 else PAPER
    for depth in (0.10, 0.21):
        if abs(y - hill - depth) < 0.014:
            return FURROW
    return FIELD


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

"""Writes a file with its gzip and Brotli twins beside it, as WhiteNoise and the room expect.

It knows nothing of what the files hold. Twins of unchanged files are taken from the last build.
"""

import gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types

_COMPRESSES = {".html", ".js", ".mjs", ".css", ".svg", ".json", ".webmanifest", ".wasm", ".zip"}


def write_with_twins(path: Path, body: bytes, *, earlier: Path | None) -> None:
    """This will write `body`, and `path.gz` and `path.br` where they save a tenth or more."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    if path.suffix not in _COMPRESSES:
        return
    for ending, compress in ((".gz", _gzip), (".br", _brotli)):
        twin = _read_twin(earlier, body, ending) or compress(body)
        if len(twin) < 0.9 * len(body):
            path.with_name(path.name + ending).write_bytes(twin)


def _read_twin(earlier: Path | None, body: bytes, ending: str) -> bytes | None:
    if earlier is None or not earlier.exists() or earlier.read_bytes() != body:
        return None
    twin = earlier.with_name(earlier.name + ending)
    return twin.read_bytes() if twin.exists() else None


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


def _brotli(body: bytes) -> bytes:
    quality = 11 if len(body) < 200_000 else 9  # 11 takes minutes for the runtime
    return bytes(brotli.compress(body, quality=quality, lgwin=24))

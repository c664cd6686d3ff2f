"""A gzipped tar that notices every changed byte of itself, and that `tar xzf` opens too.

It knows files and no database. Its last bytes are an empty gzip member (RFC 1952 §2.2) whose
comment is the SHA-256 of all that comes before it. It shows damage; it is no signature.
"""

import gzip
import hashlib
import os
import shutil
import struct
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from fallow.base.errors import FallowError

_PIECE = 1 << 20
_HEADER = b"\x1f\x8b\x08\x10\0\0\0\0\x00\xff"  # magic, deflate, comment follows, no time
_EMPTY = b"\x03\0" + struct.pack("<II", 0, 0)  # no content, its checksum and its length


def write_archive(file: Path, members: list[Path]) -> None:
    """This will write the members, readable by its owner alone, and see that it is on disk."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as stream:
        with (
            gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w") as tar,
        ):
            for member in members:
                tar.add(member, arcname=member.name, filter=_plain)
        stream.write(_seal(_pieces(stream, until=stream.tell())))
        _flush(stream)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mode, entry.uid, entry.gid, entry.uname, entry.gname = 0o600, 0, 0, "", ""
    return entry


def read_archive(file: Path, folder: Path, *, names: tuple[str, ...]) -> None:
    """This will check every byte, and then write the named members into the folder."""
    try:
        with file.open("rb") as stream:
            _check_seal(stream, size=os.fstat(stream.fileno()).st_size)
            stream.seek(0)
            with tarfile.open(fileobj=stream, mode="r:gz") as tar:
                for name in names:
                    _extract(tar, name, folder / name)
    except FileNotFoundError as error:
        raise FallowError("There is no such file.", "Look at its name once more.") from error
    except (tarfile.TarError, zlib.error, KeyError, EOFError, gzip.BadGzipFile) as error:
        raise _damaged() from error


def _check_seal(stream: IO[bytes], *, size: int) -> None:
    until = size - len(_seal(()))
    if until < 0 or _seal(_pieces(stream, until=until)) != stream.read():
        raise _damaged()


def _seal(pieces: Iterator[bytes] | tuple[()]) -> bytes:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return _HEADER + digest.hexdigest().encode() + b"\0" + _EMPTY


def _pieces(stream: IO[bytes], *, until: int) -> Iterator[bytes]:
    stream.seek(0)
    while left := until - stream.tell():
        piece = stream.read(min(left, _PIECE))
        if not piece:
            return
        yield piece


def _extract(tar: tarfile.TarFile, name: str, target: Path) -> None:
    member = tar.extractfile(name)
    if member is None:
        raise _damaged()
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        shutil.copyfileobj(member, stream, _PIECE)
        _flush(stream)


def _flush(stream: IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _damaged() -> FallowError:
    return FallowError(
        "This backup is damaged or not one of Fallow's; nothing was changed.",
        "Take an older one.",
    )

"""What every kind of source gives: the bytes of a calendar and what to ask with next time."""

from dataclasses import dataclass
from typing import BinaryIO

from fallow.base.errors import FallowError


class SourceUnreachable(FallowError):
    """A source did not answer, or not in a way that may be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One calendar as bytes or a seekable stream; None when the source says nothing changed."""

    content: bytes | BinaryIO | None
    name: str
    etag: str = ""
    last_modified: str = ""

"""What every kind of source gives: the bytes of a calendar and what to ask with next time."""

from dataclasses import dataclass

from fallow.base.errors import FallowError


class SourceUnreachable(FallowError):
    """A source did not answer, or not in a way that may be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Bytes of one calendar; `content` is None when the source says that nothing changed."""

    content: bytes | None
    name: str
    etag: str = ""
    last_modified: str = ""

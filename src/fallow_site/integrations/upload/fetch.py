"""Takes the bytes of an uploaded file, up to 100 MB, and their fingerprint.

It knows nothing of formats. The bytes live as long as the request and no longer.
"""

import hashlib
from typing import Protocol

from fallow.workload.readers.limits import MOST_BYTES, is_empty, too_large
from fallow_site.integrations.fetched import Fetched


class Uploaded(Protocol):
    """A file as the web framework hands it over."""

    @property
    def name(self) -> str | None: ...

    @property
    def size(self) -> int | None: ...

    def read(self) -> bytes: ...


def receive_file(file: Uploaded) -> Fetched:
    """This will take the file's bytes, or refuse it by size before reading it."""
    if (file.size or 0) > MOST_BYTES:
        raise too_large("more than 100 MB")
    content = file.read()
    if not content:
        raise is_empty()
    return Fetched(content=content, name=file.name or "", etag=fingerprint(content))


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

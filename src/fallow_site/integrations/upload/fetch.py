"""Takes an uploaded file as a stream, up to 100 MB, and its fingerprint.

It knows nothing of formats. The file lives as long as the request and no longer.
"""

import hashlib
from typing import BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile

from fallow.workload.readers.limits import MOST_BYTES, is_empty, too_large
from fallow_site.integrations.fetched import Fetched

_CHUNK = 1_048_576


def receive_file(file: "UploadedFile[bytes]") -> Fetched:
    """This will take the file, or refuse it by size before reading it."""
    size = file.size or 0
    if size > MOST_BYTES:
        raise too_large("more than 100 MB")
    if size == 0:
        raise is_empty()
    return Fetched(content=cast(BinaryIO, file.file), name=file.name or "")


def fingerprint(stream: BinaryIO) -> str:
    """This will give the SHA-256 of a stream, and leave the stream at its beginning."""
    digest = hashlib.sha256()
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    stream.seek(0)
    return digest.hexdigest()

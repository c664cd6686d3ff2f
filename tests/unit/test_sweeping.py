"""The sweep itself finds a text in each spelling it promises, and nothing that is not there."""

import base64
import gzip

import pytest
from tests.journeys.sweeping import finds

CANARY = "5f1d0c9a7b3e4d2f8a6c0e1b9d7f3a5c"


@pytest.mark.parametrize(
    "content",
    [
        f"before {CANARY} after".encode(),
        CANARY.upper().encode(),
        CANARY.encode("utf-16"),
        "".join(f"%{byte:02X}" for byte in CANARY.encode()).encode(),
        base64.b64encode(b"x" + CANARY.encode() + b"y"),
        base64.b64encode(b"xy" + CANARY.encode()),
        base64.urlsafe_b64encode(b"xyz" + CANARY.encode()),
        b"head" + gzip.compress(CANARY.encode(), mtime=0),
    ],
    ids=["raw", "upper case", "UTF-16", "percent", *(f"base64 at {n}" for n in (1, 2, 3)), "gzip"],
)
def test_a_text_is_found_however_it_is_spelled(content: bytes) -> None:
    assert finds(CANARY, content)


def test_another_text_is_not_found() -> None:
    assert not finds(CANARY, b"\0" * 500 + base64.b64encode(b"something else altogether") * 9)

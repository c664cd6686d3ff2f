"""A server on loopback for each test that asks for one."""

from collections.abc import Iterator

import pytest
from tests.site.integrations.answering import AnsweringServer, answering_server


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    with answering_server() as started:
        yield started

"""The invented practice, seeded once for each file of tests that asks for it."""

from collections.abc import Iterator
from datetime import datetime, time

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from fallow.base.periods import read_zone
from fallow_site.demo.almanac import ZONE
from fallow_site.demo.seeding import Seeded, seed_demo


def say_nothing(sentence: str, *, done: int, whole: int) -> None:
    """Seeding says what it does; nobody listens here."""


@pytest.fixture(scope="module")
def seeded(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Seeded]:
    """The practice as it is invented at noon of the module's `TODAY`; gone again afterwards."""
    noon = datetime.combine(request.module.TODAY, time(12), tzinfo=read_zone(ZONE))
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed_demo(at=noon, say=say_nothing)
        transaction.set_rollback(True)

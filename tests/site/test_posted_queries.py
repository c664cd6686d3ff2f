"""What the posted list asks of the database does not grow with the practice."""

from datetime import UTC, datetime

import pytest
from tests.bench.practices import SIZES, count_queries, make_practice_of

from fallow.base.periods import monday_of
from fallow_site.kit.clock import now

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_the_posted_list_asks_as_much_for_a_thousand_as_for_a_few() -> None:
    monday = monday_of(now().date())

    counts = {size: count_queries(make_practice_of(size, monday=monday, at=AT)) for size in SIZES}

    assert len(set(counts.values())) == 1, counts

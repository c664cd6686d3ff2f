"""The practice's clock stands at noon on Thursday 5 March 2026 in these tests."""

from datetime import UTC, datetime

import pytest

TODAY = datetime(2026, 3, 5, 17, tzinfo=UTC)


@pytest.fixture
def frozen_today(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Views ask `kit.clock.now`, each by the name it imported."""
    from fallow_site.api import own  # noqa: PLC0415 - apps have to be ready
    from fallow_site.individual.mine import views as mine  # noqa: PLC0415
    from fallow_site.organizational.posted import views as posted  # noqa: PLC0415
    from fallow_site.workload import tasks, views  # noqa: PLC0415

    for module in (own, mine, posted, tasks, views):
        monkeypatch.setattr(module, "now", lambda: TODAY)
    return TODAY

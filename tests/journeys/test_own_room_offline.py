"""Without a connection: a check-in into a locked room, and help that is one tap away."""

from urllib.parse import urlsplit

import pytest
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.own_room import (
    LONG,
    begin_room,
    check_in,
    enter,
    go_to,
    keep_copy,
    lock,
    wait_for,
)
from tests.journeys.practice_pages import enter as enter_as

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ASK = "fetch('/health/').catch(() => null)"


def test_a_locked_room_takes_a_check_in_offline_and_sends_it_later(
    page_at: PageAt, built_page: str, cast: Cast
) -> None:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    page = page_at(360)
    enter_as(page, cast.ada.account)
    begin_room(page)
    keep_copy(page)
    page.wait_for_selector("html[data-offline=ready]", timeout=LONG)
    lock(page)
    before = SealedRow.objects.count()

    page.context.set_offline(True)
    page.reload()
    wait_for(page, "home")
    check_in(page, "A little")
    page.get_by_text("It waits in your locked room").wait_for()
    with page.expect_response("**/api/own/vault/rows", timeout=LONG) as sent:
        page.context.set_offline(False)

    assert sent.value.status == 200
    assert SealedRow.objects.count() == before + 1


def test_help_is_one_tap_away_without_a_connection_and_asks_nobody(
    page_at: PageAt, built_page: str, troubles: list[str]
) -> None:
    page = enter(page_at(360))
    page.wait_for_selector("html[data-offline=ready]", timeout=LONG)
    page.context.set_offline(True)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(urlsplit(request.url).path))

    for place in ("My room", "Check-in", "Journal", "My week"):
        go_to(page, place)
        go_to(page, "Help now")
        assert page.locator("main a[href^='tel:']").count() >= 1

    page.evaluate(ASK)  # whatever was asked before it is heard by then, and it is heard itself
    assert asked == ["/health/"]
    troubles.clear()  # the browser says that this one did not come through

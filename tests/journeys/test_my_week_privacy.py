"""Nothing leaves the device, only settings stay on it, and it works without a connection."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_started
from playwright.sync_api import Page
from tests.journeys.calendars import write_ics
from tests.journeys.conftest import PageAt
from tests.journeys.room_page import bring, open_room, wait_for_screen, wait_for_week
from tests.journeys.room_walk import walk

from fallow_site.kit.policies import PRIVATE_POLICY

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CANARY = "Canary Łukasz 7f3a"  # with a letter outside the first font file


@pytest.fixture
def arrived() -> Iterator[list[str]]:
    """Every request that reaches the server, whoever in the browser made it."""
    paths: list[str] = []

    def note(environ: dict[str, Any], **_: Any) -> None:
        paths.append(environ["PATH_INFO"])

    request_started.connect(note, weak=False)
    yield paths
    request_started.disconnect(note)


def _walk(page: Page) -> None:
    bring(page, f"{CANARY}.ics", write_ics(4, client_title=CANARY))
    wait_for_screen(page, "sorting")
    page.get_by_role("button", name="Individual session").first.click()
    page.get_by_role("button", name="Show my week").click()
    wait_for_week(page)
    page.locator(".row > summary").first.click()
    page.locator(".row[open] .entries li").first.wait_for()


def test_no_request_is_made_after_load(
    page_at: PageAt, built_page: str, arrived: list[str]
) -> None:
    page = page_at(360)
    asked: list[str] = []
    open_room(page)
    assert f"/room/{built_page}/worker.js" in arrived  # the recording hears the page and its worker
    assert f"/room/{built_page}/fallow.zip" in arrived
    arrived.clear()
    page.context.on("request", lambda request: asked.append(request.url))  # beacons too
    page.on("websocket", lambda socket: asked.append(socket.url))

    stops = [*walk(page)]

    assert "week" in stops
    assert asked == []
    assert arrived == []  # nor from the service worker, whose requests the page does not see


def test_the_page_says_how_to_check_and_shows_its_rule(room: Page) -> None:
    room.get_by_text("How to check that nothing leaves").click()

    steps = room.locator(".check").inner_text()
    assert "Network" in steps
    assert "The list stays empty" in steps
    assert PRIVATE_POLICY in steps


def test_every_file_carries_the_private_policy(page_at: PageAt, built_page: str) -> None:
    page = page_at(360)
    policies: dict[str, str | None] = {}
    page.context.on(
        "response",
        lambda found: policies.setdefault(found.url, found.headers.get("content-security-policy")),
    )

    open_room(page)

    assert any(url.endswith("worker.js") for url in policies)
    assert any(url.endswith("pyodide.asm.wasm") for url in policies)
    assert set(policies.values()) == {PRIVATE_POLICY}


def test_the_second_visit_works_without_a_connection(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    page.context.set_offline(True)

    page.reload()
    page.wait_for_selector("html[data-desk=ready]", timeout=60_000)
    bring(page, "calendar.ics", write_ics(4))

    wait_for_week(page)


def test_only_settings_stay_on_the_device(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))

    _walk(page)

    kept = page.evaluate("() => JSON.stringify(localStorage)")
    databases = page.evaluate("async () => (await indexedDB.databases()).length")
    assert "Canary" not in kept
    assert "2026" not in kept
    assert set(json.loads(kept)) == {"fallow.room.settings"}
    assert databases == 0
    assert page.context.cookies() == []


def test_settings_are_forgotten_when_asked(page_at: PageAt, built_page: str) -> None:
    page = open_room(page_at(360))
    _walk(page)
    page.get_by_role("button", name="Zone, hours").click()

    page.get_by_role("button", name="Forget settings").click()
    page.get_by_role("button", name="Yes, forget them").click()

    wait_for_screen(page, "start")
    assert page.evaluate("() => localStorage.length") == 0


def test_a_server_that_does_not_know_me_leaves_my_week_alone(
    page_at: PageAt, built_page: str, troubles: list[str]
) -> None:
    page = open_room(page_at(360))
    bring(page, "calendar.ics", write_ics(4))
    wait_for_week(page)
    page.route("**/api/own/appointments", lambda route: route.fulfill(status=401, body=""))

    page.get_by_role("button", name="Join with my practice").click()

    page.get_by_text("You are not signed in here.").wait_for()
    assert page.locator("#picture-week").is_visible()
    troubles[:] = [trouble for trouble in troubles if "401" not in trouble]

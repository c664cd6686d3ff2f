"""A real browser for every journey, and a page of any width in light or dark.

It fails a journey on anything the browser complains of: errors, and breaches of the policy.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from tests.journeys.practice_pages import busy, cast, clock_stands, trail_ends  # noqa: F401 - fixtures
from tests.journeys.warm_room import room, warm_page  # noqa: F401 - fixtures
from tests.machine import NO_BROWSER, find_browser

from fallow_site.kit.build.places import BUILT
from fallow_site.kit.build.turns import take_turn
from fallow_site.kit.build.writing import build_all

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright runs its own loop

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
REPORT_BREACHES = (
    "addEventListener('securitypolicyviolation', (breach) => "
    "console.error('policy: ' + breach.violatedDirective + ' ' + breach.blockedURI))"
)
RUNTIME = "**/pyodide.mjs"  # whoever asks for it waits; a journey `without_desk` saves its seconds
PageAt = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = find_browser()
    if path is None:
        pytest.fail(NO_BROWSER)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return browser_type_launch_args | {"executable_path": path, "args": [*FLAGS, *as_root]}


@pytest.fixture(scope="session")
def built_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page as its sources are now, in a place that no other build touches; its folder's name.

    What was built before is copied there first, because compressing anew takes the longest.
    """
    build_all()
    own = tmp_path_factory.mktemp("built")
    with take_turn(BUILT):
        shutil.copytree(BUILT, own, dirs_exist_ok=True)
    settings.FALLOW_BUILT = own
    return build_all(own)


@pytest.fixture
def troubles() -> list[str]:
    """What the browser complained of; a journey that expects a complaint removes it."""
    return []


@pytest.fixture
def page_at(
    browser: Browser, live_server: Any, troubles: list[str], request: pytest.FixtureRequest
) -> Iterator[PageAt]:
    """`page_at(360, "dark")` opens an empty page of the product at that width in that theme."""
    contexts: list[BrowserContext] = []
    has_desk = request.node.get_closest_marker("without_desk") is None

    def open_page(width: int = 1280, scheme: str = "light", **given: Any) -> Page:
        address = live_server.url.replace("127.0.0.1", "localhost")
        settings: dict[str, Any] = {"timezone_id": "America/New_York", "locale": "en-US", **given}
        if not has_desk:
            settings["service_workers"] = "block"  # it would bring the runtime after all
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            **settings,
        )
        contexts.append(context)
        if not has_desk:
            context.route(RUNTIME, lambda _: None)
        context.add_init_script(REPORT_BREACHES)
        context.on("console", lambda message: _note(message, troubles))
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def _note(message: ConsoleMessage, troubles: list[str]) -> None:
    if message.type == "error":
        troubles.append(message.text)

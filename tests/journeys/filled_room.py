"""A room that somebody has lived in: records as the page writes them, sealed and kept in a browser.

The page's own keeper writes them, bundled as the build bundles it, so that what is opened and read
afterwards is what the page would have made in all those weeks.
"""

import subprocess
from functools import cache
from typing import Any

from playwright.sync_api import Page
from tests.journeys.own_room import LONG, wait_for

from fallow_site.kit.build.places import NODE_PACKAGES, ROOT

Json = dict[str, Any]
FILL = ROOT / "tests" / "journeys" / "fill_room.mjs"


@cache
def _bundle() -> str:
    (esbuild, *_) = sorted((NODE_PACKAGES / "@esbuild").glob("*/bin/esbuild"))
    command = [str(esbuild), str(FILL), "--bundle", "--format=iife", "--global-name=room"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def fill_room(page: Page, records: list[Json]) -> None:
    """This will keep records `{kind, body, at}` in the browser of a page, then load it anew."""
    script = f"async (records) => {{ {_bundle()}; await room.fillRoom(records); }}"
    page.evaluate(script, records)
    page.reload()
    wait_for(page, "home")


def open_filled(page: Page) -> None:
    page.get_by_role("button", name="Open my room").click()
    page.get_by_role("button", name="Open on this device").click()
    page.get_by_text("It is open").wait_for(timeout=LONG)

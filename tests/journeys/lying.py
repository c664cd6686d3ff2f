"""A server that lies to one browser: its answers about a vault are changed on their way."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from go import find_node
from playwright.sync_api import Page, Route

Json = dict[str, Any]
Change = Callable[[Json], Json]
FORGE = Path(__file__).parents[1] / "vault" / "forge.mjs"


def change_answers(page: Page, path: str, change: Change) -> None:
    """This will let the real server answer, and hand the page a changed answer."""

    def lie(route: Route) -> None:
        told = route.fetch().json()
        route.fulfill(json=change(told))

    page.route(f"**/api/own/{path}", lie)


def forge(page: Page, words: str) -> dict[str, str]:
    """What anyone can make who knows the public keys that this browser holds."""
    pins = page.evaluate(_PINS)
    node = [*find_node(), str(FORGE), pins["author"], pins["recipient"], words]
    done = subprocess.run(node, capture_output=True, text=True, check=True)
    made: dict[str, str] = json.loads(done.stdout)
    return made


_PINS = """() => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const asked = request.result.transaction("kept").objectStore("kept").get("pins");
    asked.onsuccess = () => { request.result.close(); resolve(asked.result); };
  };
})"""

"""A server that lies to one browser: its answers about a vault are changed on their way."""

import base64
import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyrage
from go import find_node
from playwright.sync_api import Page, Request, Route
from tests.journeys.sweeping import finds, finds_bytes

Json = dict[str, Any]
Change = Callable[[Json], Json]
FORGE = Path(__file__).parents[1] / "vault" / "forge.mjs"


def change_answers(page: Page, path: str, change: Change) -> None:
    """This will let the real server answer, and hand the page a changed answer."""

    def lie(route: Route) -> None:
        told = route.fetch().json()
        route.fulfill(json=change(told))

    page.route(f"**/api/own/{path}", lie)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The two public keys of a vault, which a server may know, and its two private ones."""

    author: str
    recipient: str
    identity: str
    seed: bytes

    def found_in(self, content: bytes) -> list[str]:
        """This will name the private keys that stand in some bytes, however spelled."""
        raw = {"the seed": self.seed, "the line of the reading key": self.identity.encode()}
        return [name for name, secret in raw.items() if finds_bytes(secret, content)]


def read_pins(page: Page) -> dict[str, str]:
    """The two public keys that this browser holds to."""
    pins: dict[str, str] = page.evaluate(_PINS)
    return pins


def read_keys(page: Page, slot: bytes, words: str) -> Keys:
    """This will open the lock of six words outside the browser, and read the pinned keys in it."""
    told = json.loads(pyrage.passphrase.decrypt(slot, words))
    seed = base64.urlsafe_b64decode(told["seed"] + "=")
    return Keys(**read_pins(page), identity=told["identity"], seed=seed)


def forge(keys: Keys, words: str) -> dict[str, str]:
    """What anyone can make who knows the public keys."""
    node = [*find_node(), str(FORGE), keys.author, keys.recipient, words]
    done = subprocess.run(node, capture_output=True, text=True, check=True)
    made: dict[str, str] = json.loads(done.stdout)
    return made


def capture(page: Page) -> list[bytes]:
    """Everything the browser sends from now on: addresses, headers and bodies."""
    sent: list[bytes] = []

    def note(request: Request) -> None:
        sent.append(request.url.encode() + str(request.headers).encode())
        sent.append(request.post_data_buffer or b"")

    page.context.on("request", note)
    return sent


def emitted(sent: list[bytes], texts: tuple[str, ...], keys: Keys) -> list[str]:
    """This will name the texts and the private keys that stand in what was sent."""
    whole = b"\n".join(sent)
    return [text for text in texts if finds(text, whole)] + keys.found_in(whole)


_PINS = """() => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const asked = request.result.transaction("kept").objectStore("kept").get("pins");
    asked.onsuccess = () => { request.result.close(); resolve(asked.result); };
  };
})"""

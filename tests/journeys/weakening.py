"""A page with one protection taken out: bundled from a copy of its sources, for one browser alone.

The product has no switch for it; what a server sends to anyone else stays as it was built.
"""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from fallow_site.kit.build import room
from fallow_site.kit.build.ingredients import bundling
from fallow_site.kit.build.places import NODE_PACKAGES, PAGE
from fallow_site.kit.policies import PRIVATE_POLICY

Patch = tuple[str, str, str]
"""A file below page/, a text that stands there once, and the text instead."""
AS_TEXT: Patch = (
    "dom.js",
    "else setAttribute(node, name, value);\n  }\n  node.append(...kept(children));",
    "else setAttribute(node, name, value);\n  }\n  for (const one of kept(children))"
    " one instanceof Node ? node.append(one) : node.insertAdjacentHTML('beforeend', one);",
)
"""The wall that makes markup stay text; the content policy stands behind it."""


def weaken(page: Page, folder: Path, *patches: Patch) -> None:
    """This will hand the weakened page, and its worker for locks, to this browser alone."""
    copy = _copy_weakened(folder, patches)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "PAGE", copy)
        patch.setattr(bundling, "PAGE", copy)
        _send(page, "page.js", room._bundle("page/main.js", room._what_the_page_says()))
        _send(page, "lock.js", room._bundle("worker/lock.js", {}))


def _send(page: Page, name: str, body: bytes) -> None:
    def answer(route: Route) -> None:
        headers = {"Content-Type": "text/javascript", "Content-Security-Policy": PRIVATE_POLICY}
        route.fulfill(body=body, headers=headers)

    page.context.route(f"**/room/*/{name}", answer)


def _copy_weakened(folder: Path, patches: tuple[Patch, ...]) -> Path:
    copy = folder / "private_room"
    shutil.copytree(PAGE, copy)
    (folder / "node_modules").symlink_to(NODE_PACKAGES)
    for name, there, instead in patches:
        file = copy / "page" / name
        source = file.read_text("utf-8")
        assert source.count(there) == 1, f"This has to be there once, to be weakened: {there}"
        file.write_text(source.replace(there, instead), "utf-8")
    return copy

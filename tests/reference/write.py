"""Writes docs/reference, which is made from the code: `python -m tests.reference.write`.

It knows which page is made by what. A house test makes them in memory and compares.
"""

import os
from collections.abc import Callable
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.reference.api import write_api  # noqa: E402 - settings come before the API
from tests.reference.catalog import write_catalog  # noqa: E402
from tests.reference.commands import write_commands  # noqa: E402
from tests.reference.exposure import write_exposure  # noqa: E402
from tests.reference.interventions import write_interventions  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "catalog.md": write_catalog,
    "commands.md": write_commands,
    "exposure.md": write_exposure,
    "interventions.md": write_interventions,
    "api.md": write_api,
}
MADE = "<!-- Made from the code by `python -m tests.reference.write`. Do not edit by hand. -->\n\n"


def write_page(name: str) -> str:
    """This will give one page as it has to stand in docs/reference."""
    return MADE + PAGES[name]()


if __name__ == "__main__":
    for name in PAGES:
        (FOLDER / name).write_text(write_page(name), encoding="utf-8")
        print(f"Written: docs/reference/{name}")

"""docs/reference is made from the code, and a stale page fails."""

from pathlib import Path

import pytest
from tests.reference.write import FOLDER, PAGES, write_page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_what_the_code_says_today(name: str) -> None:
    page = FOLDER / name

    assert page.read_text(encoding="utf-8") == write_page(name), (
        f"docs/reference/{name} is stale. Run: python -m tests.reference.write"
    )


def test_every_page_of_the_reference_is_made() -> None:
    by_benchmarks = {"benchmarks.md", "did-it-help.md", "early-change.md"}

    assert {page.name for page in Path(FOLDER).glob("*.md")} - by_benchmarks == set(PAGES)

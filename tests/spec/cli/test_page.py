"""`--html OUT`: one page that needs nothing else, to keep or to print."""

import re
from pathlib import Path

import pytest
from tests.spec.cli.samples import TUESDAY_RUN


@pytest.fixture
def page(work, tmp_path: Path) -> str:
    said = work(TUESDAY_RUN, "--html", str(tmp_path / "week.html"))

    assert said.out == f"Written: {tmp_path / 'week.html'}\n"
    return (tmp_path / "week.html").read_text(encoding="utf-8")


def test_the_page_is_of_the_last_known_week(page: str) -> None:
    assert "<title>The week of 16 November 2026</title>" in page


def test_it_says_what_stands_out_first(page: str) -> None:
    lead = re.search(r'<p class="lead">(.*?)</p>', page)

    assert lead is not None
    assert lead[1].startswith("On Tuesday 4 sessions followed one another")


def test_every_picture_has_its_sentence_and_its_table(page: str) -> None:
    assert page.count("<svg") == page.count("<figcaption><p>") == page.count("<table>") == 2


def test_it_asks_for_nothing_and_runs_nothing(page: str) -> None:
    without_names = page.replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert (
        re.search(r"<(script|link|img|iframe|object)|url\(|@import|https?:", without_names) is None
    )


def test_it_has_no_title_of_any_entry(page: str) -> None:
    assert "Blue room" not in page


def test_it_says_what_it_rests_on(page: str) -> None:
    assert "Working hours: Monday to Friday, 9 to 17." in page
    assert "starting values, not evidence" in page


def test_a_place_that_cannot_be_written_is_said(work, tmp_path: Path) -> None:
    said = work(TUESDAY_RUN, "--html", str(tmp_path / "nowhere" / "week.html"))

    assert (said.code, said.out) == (1, "")
    assert said.err == "The page could not be written there. Choose another place for --html.\n"

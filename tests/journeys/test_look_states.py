"""What pages look like when something happened: refused, wrong, shown once, broken. axe again."""

from collections.abc import Callable
from datetime import datetime

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import enter
from tests.journeys.test_look_pages import ASK_AXE, RULES
from tests.site.workload.bringing import make_source, session, write_table

from fallow_site.foundation.organizations import views

pytestmark = pytest.mark.browser
Step = Callable[[Page, Cast], None]


def _be_refused(page: Page, cast: Cast) -> None:
    _look_at(page, cast, b"\x89PNG\r\n\x1a\n")
    page.get_by_role("alert").wait_for()


def _be_asked_for_columns(page: Page, cast: Cast) -> None:
    _look_at(page, cast, write_table(session(2, 9)))
    page.get_by_role("button", name="Look again, with these columns").wait_for()


def _see_what_is_kept(page: Page, cast: Cast) -> None:
    _be_asked_for_columns(page, cast)
    page.get_by_role("button", name="Look again, with these columns").click()
    page.get_by_role("button", name="Keep these").wait_for()


def _leave_an_answer_out(page: Page, cast: Cast) -> None:
    page.goto(reverse("sources", args=[cast.practice.public_id]))
    page.get_by_label("A calendar feed").check()
    page.get_by_label("Name for this source").fill("Feed")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("alert").wait_for()


def _make_an_invitation(page: Page, cast: Cast) -> None:
    page.goto(reverse("invite", args=[cast.practice.public_id]))
    page.get_by_role("button", name="Make the link").click()
    page.get_by_role("button", name="Copy the link").wait_for()


def _look_at(page: Page, cast: Cast, content: bytes) -> None:
    source = make_source(cast, "Front desk")
    page.goto(reverse("source", args=[cast.practice.public_id, source.public_id]))
    file = {"name": "calendar.csv", "mimeType": "text/csv", "buffer": content}
    page.set_input_files("#file", [file])  # type: ignore[list-item]
    page.get_by_role("button", name="Look at it first").click()


STEPS = [
    _be_refused,
    _be_asked_for_columns,
    _see_what_is_kept,
    _leave_an_answer_out,
    _make_an_invitation,
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__.strip("_"))
def test_axe_finds_nothing_in_what_an_answer_brings(
    page_at: PageAt, cast: Cast, clock_stands: datetime, step: Step
) -> None:
    page = page_at(360, reduced_motion="reduce")
    page.context.add_init_script(AXE_SCRIPT)
    enter(page, cast.root.account)

    step(page, cast)

    assert _ask_in_both_themes(page) == []


def test_a_page_that_breaks_says_so_and_names_nothing(
    page_at: PageAt, cast: Cast, troubles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("a private value")

    monkeypatch.setattr(views, "list_belongings", break_down)
    page = page_at(360, reduced_motion="reduce")
    page.context.add_init_script(AXE_SCRIPT)
    enter(page, cast.ada.account)

    page.goto("/")

    troubles.clear()  # the browser says 500, and that is the point
    expect(page.get_by_role("heading", level=1)).to_have_text("Something broke on our side")
    assert "a private value" not in page.content()
    assert _ask_in_both_themes(page) == []


def test_a_form_that_was_open_too_long_says_what_to_do(
    page_at: PageAt, cast: Cast, troubles: list[str]
) -> None:
    page = page_at(360, reduced_motion="reduce")
    page.context.add_init_script(AXE_SCRIPT)
    enter(page, cast.ada.account)
    page.goto("/accounts/logout/")

    page.context.clear_cookies(name="csrftoken")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("This form was open too long")
    troubles.clear()  # the browser says 403
    expect(page.get_by_role("link", name="Mine")).to_be_visible()  # still signed in
    assert _ask_in_both_themes(page) == []


def _ask_in_both_themes(page: Page) -> list[str]:
    found: list[str] = []
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += page.evaluate(ASK_AXE, rules)
    return found

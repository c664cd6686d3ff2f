"""The administrator brings a file: looks first, says what its columns are, keeps it, links it."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import enter
from tests.site.workload.bringing import make_source, session, write_table

from fallow_site.workload.models import ClinicianKey, ImportReport, Source, StoredAppointment

pytestmark = pytest.mark.browser
MORNING = write_table(*(session(2, hour, client=hour) for hour in (9, 10, 11)))


def test_a_source_is_added_and_begins_empty(
    page_at: PageAt, cast: Cast, clock_stands: datetime
) -> None:
    page = page_at()
    enter(page, cast.root.account)

    page.goto(f"/practice/{cast.practice.public_id}/sources/")
    expect(page.get_by_label("Address, for a feed")).to_be_hidden()  # a file needs none
    page.get_by_label("Name for this source").fill("Front desk")
    page.get_by_role("button", name="Add it").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Front desk")
    assert Source.objects.get().way == "upload"


def test_a_feed_is_asked_for_its_address(page_at: PageAt, cast: Cast) -> None:
    page = page_at()
    enter(page, cast.root.account)
    page.goto(f"/practice/{cast.practice.public_id}/sources/")

    page.get_by_label("A calendar feed").check()
    page.get_by_label("Name for this source").fill("Ada's feed")
    page.get_by_role("button", name="Add it").click()

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="A feed or a server needs its address.").click()
    expect(page.get_by_label("Address, for a feed")).to_be_focused()


def test_looking_shows_what_is_kept_and_dropped_and_keeps_nothing(
    page_at: PageAt, cast: Cast, clock_stands: datetime
) -> None:
    page = _open_source(page_at(), cast)

    _look_at(page, MORNING)
    page.get_by_role("heading", name="Which column is which?").wait_for()
    page.get_by_role("button", name="Look again, with these columns").click()

    expect(page.get_by_text("3 of 3 read")).to_be_visible()
    expect(page.get_by_text("Ada", exact=True)).to_be_visible()
    assert StoredAppointment.objects.count() == 0
    assert ImportReport.objects.count() == 0


def test_what_was_looked_at_is_kept_and_linked_to_a_clinician(
    page_at: PageAt, cast: Cast, clock_stands: datetime
) -> None:
    page = _open_source(page_at(), cast)

    _look_at(page, MORNING)
    page.get_by_role("button", name="Look again, with these columns").click()
    page.get_by_role("button", name="Keep these").click()
    page.get_by_label("Who Ada is").select_option(label="Ada Amber")
    page.get_by_role("row", name="Ada").get_by_role("button", name="Link").click()

    expect(page.get_by_role("row", name="Ada")).to_contain_text("waiting for them")
    assert StoredAppointment.objects.count() == 3
    assert ClinicianKey.objects.get().membership == cast.ada.membership


def test_a_file_that_is_no_calendar_is_refused_in_words(
    page_at: PageAt, cast: Cast, clock_stands: datetime
) -> None:
    page = _open_source(page_at(), cast)

    _look_at(page, b"\x89PNG\r\n\x1a\n and so on", name="picture.png")

    refusal = page.get_by_role("alert")
    expect(refusal).to_be_visible()
    assert len(refusal.inner_text().split(". ")) == 2  # what happened, and what to do
    assert page.get_by_role("button", name="Keep these").count() == 0


def _open_source(page: Page, cast: Cast) -> Page:
    source = make_source(cast, "Front desk")
    enter(page, cast.root.account)
    page.goto(f"/practice/{cast.practice.public_id}/sources/{source.public_id}/")
    return page


def _look_at(page: Page, content: bytes, *, name: str = "calendar.csv") -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files("#file", [file])  # type: ignore[list-item]
    page.get_by_role("button", name="Look at it first").click()

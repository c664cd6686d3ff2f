"""A newcomer follows an invitation, joins, confirms a calendar, and sees it join their own week."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.cast import AT, Cast
from tests.journeys.conftest import PageAt
from tests.journeys.practice_pages import enter
from tests.journeys.room_page import bring as bring_to_room
from tests.journeys.room_page import read_figure, wait_for_week, wait_until_ready
from tests.site.workload.bringing import bring, make_source

from fallow_site.foundation.joining.actions import record_invitation
from fallow_site.foundation.organizations.actions import Post
from fallow_site.foundation.organizations.models import Membership
from fallow_site.workload.actions import record_link
from fallow_site.workload.models import ClinicianKey

pytestmark = pytest.mark.browser
BRAMS_MORNING = tuple(
    f"Bram,2026-03-03 {hour:02d}:00,2026-03-03 {hour:02d}:50,Session,C-{hour},Attended"
    for hour in (9, 10, 11, 14)
)

OWN_SUPERVISION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//journey//EN
BEGIN:VEVENT
UID:1@journey
DTSTAMP:20260101T000000Z
DTSTART:20260304T180000Z
DTEND:20260304T185000Z
SUMMARY:Supervision
END:VEVENT
END:VCALENDAR
"""


def test_someone_new_makes_an_account_and_joins_by_their_link(
    page_at: PageAt, cast: Cast, clock_stands: datetime
) -> None:
    secret = record_invitation(by=cast.omar, post=Post(roles=("clinician",)), at=AT)
    page = page_at(360)

    page.goto(f"/invitation/{secret}/")
    page.get_by_role("link", name="Make one").click()
    page.get_by_label("Name that colleagues see").fill("Bram Birch")
    page.get_by_label("Email").fill("bram@fallow.example")
    page.get_by_label("Password").fill("a field that lies fallow")
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("button", name="Join the practice").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Harbor Street Practice")
    assert Membership.objects.get(account__display_name="Bram Birch").roles == ["clinician"]


def test_a_calendar_is_ones_own_once_one_says_so(
    page_at: PageAt, cast: Cast, clock_stands: datetime
) -> None:
    _link_a_calendar_to_petra(cast)
    page = page_at(360)
    enter(page, cast.petra.account)

    page.goto("/mine/")
    page.get_by_role("link", name="My calendars at Harbor Street Practice").click()
    page.get_by_role("button", name="Yes, this is mine").click()
    page.get_by_label("Standard weekly individual").check()
    page.get_by_role("button", name="Keep my answer").click()

    expect(page.get_by_text("You confirmed it on 8 March 2026.")).to_be_visible()
    expect(page.get_by_label("Standard weekly individual")).to_be_checked()


def test_what_is_confirmed_joins_the_week_on_ones_own_device(
    page_at: PageAt, cast: Cast, clock_stands: datetime, built_page: str
) -> None:
    key = _link_a_calendar_to_petra(cast)
    key.confirmed_at = AT
    key.save()
    page = page_at(360)
    enter(page, cast.petra.account)

    _open_room(page)
    bring_to_room(page, "own.ics", OWN_SUPERVISION.encode())
    wait_for_week(page)
    page.get_by_role("button", name="Join with my practice").click()
    page.get_by_text("Joined with Harbor Street Practice").wait_for()

    assert read_figure(page, "With clients") == "3 h 20 min"  # 4 sessions of 50 minutes


def _link_a_calendar_to_petra(cast: Cast) -> ClinicianKey:
    source = make_source(cast)
    bring(cast, source, *BRAMS_MORNING)
    key = ClinicianKey.objects.get(source=source)
    record_link(by=cast.root, key=key, membership=cast.petra.membership, at=AT)
    key.refresh_from_db()
    return key


def _open_room(page: Page) -> None:
    page.clock.set_fixed_time("2026-03-08T12:00:00-04:00")
    page.goto("/room/")
    wait_until_ready(page)

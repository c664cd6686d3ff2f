"""One's own picture, from the first week on: read, acted on, looked at again, and reviewed."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.calendars import NOW
from tests.journeys.conftest import PageAt
from tests.journeys.filled_room import fill_room, open_filled
from tests.journeys.own_room import LONG, check_in, enter, go_to, lock, wait_for

from fallow.individual.asking.example import DAY, invent_records

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lived_in(page_at: PageAt, built_page: str) -> Page:
    """A room with 26 weeks in it, opened on its device."""
    page = page_at(360)
    page.clock.set_fixed_time(f"{DAY.isoformat()}T12:00:00-05:00")
    fill_room(enter(page), invent_records(DAY))
    open_filled(page)
    return page


def test_26_weeks_are_unlocked_and_read_and_a_heads_up_is_received(lived_in: Page) -> None:
    go_to(lived_in, "Picture")

    card = lived_in.get_by_role("region", name="Heads-up")
    card.wait_for(timeout=LONG)
    expect(card).to_contain_text("by more than your ordinary ups and downs")
    expect(card).to_contain_text("false about once in two years")
    lived_in.locator(".construct > summary", has_text="Exhaustion: heavier").click()
    expect(lived_in.locator("#picture-weeks-exhaustion circle")).to_have_count(23)
    expect(lived_in.get_by_text("Work is known for 26 of the last 26 weeks")).to_be_visible()

    lived_in.get_by_text("When should this page speak up?").first.click()
    lived_in.get_by_label("Only when surer").check()
    lived_in.get_by_text("Within ordinary ups and downs").wait_for(timeout=LONG)
    lock(lived_in)
    wait_for(lived_in, "unlock")
    assert "Exhaustion" not in lived_in.content()

    go_to(lived_in, "Picture")
    wait_for(lived_in, "unlock")
    lived_in.get_by_role("button", name="Open on this device").click()
    lived_in.get_by_text("When should this page speak up?").first.click(timeout=LONG)
    expect(lived_in.get_by_label("Only when surer")).to_be_checked()


def test_a_plan_is_made_and_what_was_tried_ends_with_cannot_tell(lived_in: Page) -> None:
    lived_in.get_by_role("button", name="My plan").click()
    lived_in.locator("#part-boundaries > summary").click(timeout=LONG)
    lived_in.get_by_label("Something that is asked of me").fill("The late intake on Thursdays")
    lived_in.get_by_label("What becomes of it").select_option("decline")
    lived_in.get_by_role("button", name="Add this line").click()
    lived_in.get_by_text("You keep 0, decline 1 and hand on 0.").wait_for(timeout=LONG)

    lived_in.get_by_role("button", name="Try it").first.click()
    lived_in.get_by_label("From when").fill("2026-08-03")
    lived_in.get_by_text("The day to look: Mon, 23 November 2026").wait_for(timeout=LONG)
    lived_in.get_by_role("button", name="Begin", exact=True).click()

    lived_in.get_by_text("Cannot tell. With it, exhaustion may be").wait_for(timeout=LONG)
    expect(lived_in.get_by_text("Other things changed in those weeks too")).to_be_visible()
    expect(lived_in.get_by_text("I stopped", exact=True)).to_have_count(0)  # its day has come
    _stop_what_began_early(lived_in)
    _review(lived_in)


def _stop_what_began_early(page: Page) -> None:
    """What ends before its day is looked at, and the record of it is the same one, changed."""
    page.get_by_role("button", name="My plan").click()
    page.get_by_role("button", name="Try it").first.click(timeout=LONG)
    page.get_by_label("From when").fill("2026-10-05")
    page.get_by_text("The day to look: Mon, 25 January 2027").wait_for(timeout=LONG)
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_text("I stopped", exact=True).click(timeout=LONG)
    page.get_by_role("button", name="It felt better").click()

    page.get_by_text("You stopped after 7 weeks, not 16.").wait_for(timeout=LONG)
    expect(page.locator("main .card")).to_have_count(2)
    expect(page.get_by_text("I stopped", exact=True)).to_have_count(0)


def test_what_needs_something_first_is_suggested_once_it_is_there(lived_in: Page) -> None:
    lived_in.get_by_role("button", name="My plan").click()
    lived_in.locator("#part-needing > summary").click(timeout=LONG)
    part = lived_in.locator("#part-needing")
    expect(part.get_by_text("Needs a body that may: ask a physician")).to_be_visible()
    expect(part.locator(".suggestion")).to_have_count(0)

    part.get_by_label("I have that: A program of exercise").check()
    exercise = part.locator(".suggestion", has_text="Walk, swim, lift or do yoga")
    exercise.get_by_text("How sure is this?").click(timeout=LONG)
    expect(exercise.get_by_text("Good for many other reasons.")).to_be_visible()

    part.get_by_label("I have that: A program of exercise").uncheck()
    expect(part.locator(".suggestion")).to_have_count(0, timeout=LONG)


def test_what_one_does_not_have_goes_below_and_comes_back_once_it_is_there(lived_in: Page) -> None:
    lived_in.get_by_role("button", name="My plan").click()
    for name in ("A mindfulness group, 8 weeks", "Relaxation and breathing"):
        lived_in.get_by_role("button", name=f"Not for me: {name}").click(timeout=LONG)
        expect(lived_in.get_by_role("heading", name=name)).to_have_count(0, timeout=LONG)

    lack = lived_in.get_by_role("button", name="I do not have that: Coaching, 6 meetings")
    lack.click()
    expect(lack).to_have_count(0, timeout=LONG)
    lived_in.locator("#part-needing > summary").click()
    there = lived_in.get_by_label("I have that: Coaching, 6 meetings")
    expect(there).not_to_be_checked(timeout=LONG)
    there.check()

    expect(lived_in.get_by_text("It stands above, with what may help.")).to_be_visible(timeout=LONG)


def test_whoever_says_that_it_is_hard_finds_something_else_on_top(lived_in: Page) -> None:
    lived_in.get_by_role("button", name="My plan").click()
    first = lived_in.locator(".suggestions .suggestion h3").first
    was = first.inner_text(timeout=LONG)
    lived_in.get_by_text("How sure is this?").first.click()

    lived_in.get_by_label(f"How easily could you do this? {was}").select_option("hard")

    expect(first).not_to_have_text(was, timeout=LONG)


def _review(page: Page) -> None:
    """A review is not begun before its notice is read, and its record has no words."""
    page.get_by_role("button", name="My plan").click()
    page.get_by_role("button", name="A review for myself").click(timeout=LONG)
    page.get_by_role("button", name="Myself").click()
    page.get_by_text("What you write here is not legally privileged").wait_for(timeout=LONG)
    assert page.locator("textarea").count() == 0
    page.get_by_role("button", name="I have read this").click()
    page.get_by_label("When things in my life get into the work").check()
    page.get_by_label("In my words").fill("Marigold would know what I mean.")
    page.get_by_role("button", name="Keep this review").click()
    with page.expect_download() as given:
        page.get_by_role("button", name="Export dates and topics").click()
    table = given.value.path().read_text()
    assert "When things in my life get into the work" in table
    assert "Marigold" not in table


def test_a_first_week_is_too_early_and_severe_answers_meet_a_person_first(
    page_at: PageAt, built_page: str
) -> None:
    page = page_at(360)
    page.clock.set_fixed_time(f"{NOW.isoformat()}-05:00")
    check_in(enter(page), "Nearly all the time")
    go_to(page, "Picture")
    page.get_by_text("It is too early to say more. You answered in 1 week so far.").wait_for(
        timeout=LONG
    )
    assert page.locator("#picture-overview").count() == 0

    go_to(page, "My room")
    page.get_by_role("button", name="My plan").click()

    page.get_by_role("heading", name="A person first").wait_for(timeout=LONG)
    parts = page.locator(".plan > section > h2").all_inner_texts()
    assert parts[:2] == ["A person first", "Two things that may help"]
    page.get_by_role("button", name="Where I can find someone").click()
    wait_for(page, "finding")

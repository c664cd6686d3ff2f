"""A walk past the picture, the plan, the trials and the review, on the example nobody lived."""

from collections.abc import Iterator

from playwright.sync_api import Page
from tests.journeys.own_room import LONG, go_to

PARTS = ("needing", "drives", "boundaries", "steps", "notes", "rests", "blocks")


def walk_the_picture(page: Page) -> Iterator[str]:
    """This will say the name of each stop; it begins on an empty page of the room."""
    go_to(page, "Picture")
    page.get_by_role("button", name="Look at an example").wait_for(timeout=LONG)
    yield "a picture, too early"
    page.get_by_role("button", name="Look at an example").click()
    page.locator(".construct > summary").first.click(timeout=LONG)
    page.locator("#picture-weeks-exhaustion").wait_for(timeout=LONG)
    page.get_by_text("When should this page speak up?").first.click()
    page.get_by_text("What this cannot see").click()
    scale = page.locator(".construct", has_text="Personal burnout: higher by")
    scale.locator("summary").first.click()
    scale.get_by_text("Where this comes from").click()
    scale.get_by_text("Christensen & Mendoza").wait_for()
    yield "a picture"
    page.get_by_role("button", name="What this could be").first.click()
    page.locator(".fits summary").first.click(timeout=LONG)
    yield "what this could be"
    page.get_by_role("button", name="What that is").first.click()
    page.locator("main .lede").wait_for(timeout=LONG)
    yield "one thing it could be"
    yield from _walk_the_plan(page)
    yield from _walk_the_review(page)


def _walk_the_plan(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="What this could be").click()
    page.get_by_role("button", name="My plan").click(timeout=LONG)
    page.locator(".suggestion").first.wait_for(timeout=LONG)
    page.get_by_text("Who pays, and who learns of it").click()
    page.get_by_text("How sure is this?").first.click()
    yield "a plan"
    page.locator("#part-needing > summary").click()
    page.get_by_label("I have that: A program of exercise").check()
    page.get_by_text("Walk, swim, lift or do yoga").wait_for(timeout=LONG)
    page.locator("#part-steps > summary").click()
    page.get_by_label("A task that feels too large").fill("The report for the board")
    page.get_by_role("button", name="Take it apart").click()
    page.get_by_role("button", name="Add the step").wait_for(timeout=LONG)
    _open_all(page)
    yield "a plan, all of it open"
    page.get_by_role("button", name="Try it").first.click()
    page.get_by_role("button", name="Begin", exact=True).wait_for(timeout=LONG)
    yield "something to try"
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_text("It is too early to tell").wait_for(timeout=LONG)
    yield "did it help"


def _open_all(page: Page) -> None:
    for part in PARTS:
        if not page.locator(f"#part-{part}").evaluate("(part) => part.open"):
            page.locator(f"#part-{part} > summary").click()
    page.get_by_text("Words for saying no").click()
    page.get_by_text("Begin from my calendar").click()
    page.get_by_role("button", name="Show them").click()
    page.get_by_text("Bring yours, or add notes by hand").wait_for(timeout=LONG)
    page.get_by_role("button", name="Show me first").click()
    page.get_by_role("button", name="Download for my calendar").wait_for(timeout=LONG)


def _walk_the_review(page: Page) -> Iterator[str]:
    page.get_by_role("button", name="My plan").click()
    page.get_by_role("button", name="A review for myself").click(timeout=LONG)
    page.get_by_role("button", name="A worry about a colleague").click()
    page.get_by_role("button", name="I have read this").wait_for(timeout=LONG)
    yield "a review, before its first word"
    page.get_by_role("button", name="I have read this").click()
    page.locator("form input[type=checkbox]").first.check()
    yield "a review"
    page.get_by_role("button", name="Keep this review").click()
    page.locator(".earlier summary").click(timeout=LONG)
    yield "earlier reviews"

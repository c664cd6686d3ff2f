"""What a person says about how their week is read: rules, hours, zone, pay, caseload, lengths.

Every expected figure is hand arithmetic over the plain week of tests/journeys/calendars.py.
"""

import pytest
from playwright.sync_api import Page
from tests.journeys.calendars import write_ics, write_simplepractice
from tests.journeys.room_page import bring, read_figure, wait_for_screen, wait_for_week

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _open_settings(room: Page) -> None:
    room.get_by_role("button", name="Zone, hours and rules").click()
    wait_for_screen(room, "settings")


def _show_week(room: Page) -> None:
    room.get_by_role("button", name="Show my week").click()
    wait_for_week(room)


def _add_rule(room: Page, words: str, kind: str) -> None:
    room.locator("#rule-words").fill(words)
    room.locator("#rule-kind").select_option(label=kind)
    room.get_by_role("button", name="Add this rule").click()


def _bring_and_open_settings(room: Page, title: str = "Session") -> None:
    bring(room, "calendar.ics", write_ics(8, client_title=title))
    room.wait_for_selector("main[data-screen=sorting], main[data-screen=week]")
    if room.locator("main[data-screen=sorting]").count():
        room.get_by_role("button", name="Show my week").click()
    wait_for_week(room)
    _open_settings(room)


def test_a_rule_sorts_what_its_words_name(room: Page) -> None:
    _bring_and_open_settings(room, "Coaching call")

    _add_rule(room, "coaching", "individual session")
    _show_week(room)

    assert read_figure(room, "Sessions") == "24"


def test_a_changed_rule_sorts_anew(room: Page) -> None:
    _bring_and_open_settings(room, "Coaching call")
    _add_rule(room, "coaching", "individual session")

    room.get_by_role("button", name="change: coaching").click()
    room.locator("#edited-kind").select_option(label="training")
    room.get_by_role("button", name="Keep the change").click()
    _show_week(room)

    assert read_figure(room, "Training") == "20 h"  # 24 × 50 minutes


def test_the_first_rule_that_fits_decides_and_can_be_moved(room: Page) -> None:
    _bring_and_open_settings(room, "Coaching call")
    _add_rule(room, "coaching", "training")
    _add_rule(room, "call", "individual session")
    _show_week(room)
    assert read_figure(room, "Training") == "20 h"

    _open_settings(room)
    room.get_by_role("button", name="try earlier: call").click()
    _show_week(room)

    assert read_figure(room, "Sessions") == "24"


def test_a_removed_rule_leaves_its_entries_open_again(room: Page) -> None:
    _bring_and_open_settings(room, "Coaching call")
    _add_rule(room, "coaching", "individual session")

    room.get_by_role("button", name="remove: coaching").click()
    _show_week(room)

    assert read_figure(room, "Entries not sorted yet") == "24"


def test_the_starting_rules_can_be_read(room: Page) -> None:
    _bring_and_open_settings(room)

    room.get_by_text("The rules Fallow starts with").click()

    supervision = room.locator(".rules dd", has_text="supervision").first
    assert supervision.is_visible()


def test_a_day_off_makes_its_work_stand_outside(room: Page) -> None:
    _bring_and_open_settings(room)

    room.locator(".hours > summary").click()
    room.get_by_label("Friday", exact=True).uncheck()
    _show_week(room)

    # Tuesday 17:00 to 17:10 and 21:10 to 21:40; Friday 4 × 50 and 30 minutes: 270 minutes
    assert read_figure(room, "Outside working hours") == "4 h 30 min"


def test_hours_after_a_break_count_as_working_hours(room: Page) -> None:
    _bring_and_open_settings(room)

    room.locator(".hours > summary").click()
    room.get_by_role("button", name="Add hours after a break").click()  # 18:00 to 22:00
    _show_week(room)

    assert read_figure(room, "Outside working hours") == "10 min"  # Tuesday, 17:00 to 17:10


def test_hours_that_run_backwards_leave_the_ones_before(room: Page) -> None:
    _bring_and_open_settings(room)
    room.locator(".hours > summary").click()

    room.get_by_label("Working hours, to").fill("08:00")

    room.get_by_text("Each span ends after it starts").wait_for()
    assert "9:00 to 17:00" in room.locator(".hours .says").inner_text()


def test_another_zone_moves_the_clock(room: Page) -> None:
    _bring_and_open_settings(room)

    room.locator(".hours > summary").click()
    room.get_by_label("Time zone").select_option("America/Chicago")
    _show_week(room)

    room.locator(".row > summary", has=room.get_by_text("Sessions", exact=True)).click()
    first = room.locator(".row[open] .entries li").first
    first.wait_for()
    assert first.inner_text().startswith("Mon 16 Nov, 08:00 to 08:50")  # 9:00 in New York


def test_paid_hours_give_the_share_with_clients(room: Page) -> None:
    _bring_and_open_settings(room)

    room.get_by_label("Paid hours a week").fill("25")
    room.get_by_label("Paid hours a week").press("Tab")
    _show_week(room)

    assert read_figure(room, "Contact, share of paid time") == "80%"  # 20 of 25 hours


def test_a_caseload_answer_and_an_exception_weigh_the_hours(room: Page) -> None:
    bring(room, "calendar.ics", write_ics(8))
    wait_for_week(room)
    room.get_by_role("button", name="Say how heavy the work is").click()

    room.get_by_label("Standard weekly individual").check()
    _show_week(room)
    assert read_figure(room, "Weighted hours") == "26.0 h"  # 20 h × 1.0 and 24 × 15 minutes

    room.get_by_role("button", name="Say how heavy the work is").click()
    room.get_by_label("Weighs").select_option("trauma_processing")
    _show_week(room)
    assert read_figure(room, "Weighted hours") == "34.0 h"  # 20 h × 1.4 and 24 × 15 minutes


def test_the_length_of_a_billing_code_can_be_changed(room: Page) -> None:
    bring(room, "report.csv", write_simplepractice(8))
    wait_for_week(room)
    _open_settings(room)

    room.get_by_text("Lengths by billing code").click()
    room.get_by_label("Minutes of 90834").fill("50")
    room.get_by_label("Minutes of 90834").press("Tab")
    _show_week(room)

    assert read_figure(room, "With clients") == "20 h"  # 24 × 50 minutes

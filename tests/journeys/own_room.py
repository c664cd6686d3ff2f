"""The steps a person takes in their own room: checking in, keeping, locking, opening, writing."""

import re

from playwright.sync_api import Page

LONG = 60_000  # milliseconds; scrypt and the runtime are slow on a busy machine


def go_to(page: Page, place: str) -> None:
    """This will use the header: "My room", "Check-in", "Journal", "Help now"."""
    page.locator(".top").get_by_role("button", name=place, exact=True).click()


def wait_for(page: Page, screen: str) -> None:
    page.wait_for_selector(f"main[data-screen={screen}]", timeout=LONG)


def enter(page: Page) -> Page:
    page.goto("/room/")
    page.wait_for_selector("main[data-screen]", timeout=LONG)
    return page


def check_in(page: Page, answer: str = "Often") -> None:
    """This will answer every question of the week alike."""
    go_to(page, "Check-in")
    for _ in range(9):
        page.get_by_role("button", name=answer, exact=True).click()
    wait_for(page, "first_words")


def keep_here(page: Page) -> None:
    page.get_by_role("button", name="Remember on this device").click()
    page.get_by_text("Kept, and sealed").wait_for(timeout=LONG)


def begin_room(page: Page) -> Page:
    """This will check in and keep the room on this device."""
    check_in(enter(page))
    keep_here(page)
    return page


def go_to_keys(page: Page) -> None:
    go_to(page, "My room")
    page.get_by_role("button", name="Ways in, export").click()
    wait_for(page, "keys")


def make_words(page: Page) -> str:
    """This will make six words, type two of them back, and give all six."""
    page.get_by_role("button", name="Make six words").click()
    words = page.locator(".six-words li").all_inner_texts()
    page.get_by_role("button", name="I have written them down").click()
    page.get_by_label("Word 2").fill(words[1])
    page.get_by_label("Word 5").fill(words[4])
    page.get_by_role("button", name="Keep them").click()
    page.get_by_text("Six words are kept").wait_for(timeout=LONG)
    return " ".join(words)


def make_sheet(page: Page) -> str:
    """This will make the recovery sheet, type its end back, and give the whole line."""
    page.get_by_role("button", name="Make my sheet").click()
    page.locator(".sheet-key").wait_for(timeout=LONG)
    groups = page.locator(".sheet-key span").all_inner_texts()
    page.get_by_label("The last two groups").fill(" ".join(groups[-2:]))
    page.get_by_role("button", name="It is on paper").click()
    page.get_by_text("Your sheet works").wait_for(timeout=LONG)
    return "".join(groups)


def lock(page: Page) -> None:
    go_to(page, "Lock")
    page.locator(".top").get_by_role("button", name="Open", exact=True).wait_for()


def open_with_words(page: Page, words: str) -> None:
    page.get_by_text("Open with six words").click()
    page.get_by_label("My six words").fill(words)
    page.locator("form", has=page.get_by_label("My six words")).get_by_role("button").click()


def open_with_sheet(page: Page, line: str) -> None:
    page.get_by_text("Open with my printed sheet").click()
    page.get_by_label(re.compile("AGE-SECRET-KEY-1")).fill(line)
    page.locator("form", has=page.get_by_label(re.compile("AGE"))).get_by_role("button").click()


def write_entry(page: Page, text: str) -> None:
    go_to(page, "Journal")
    page.get_by_role("button", name="Write something").click()
    page.get_by_label("In my words").fill(text)
    page.get_by_role("button", name="Keep it", exact=True).click()
    wait_for(page, "journal")


def read_journal(page: Page) -> str:
    """This will go to the journal, wait until it is drawn, and give its words."""
    go_to(page, "Journal")
    drawn = page.locator(".entries-list[aria-busy=false]")
    drawn.wait_for(state="attached", timeout=LONG)
    return drawn.inner_text()


def open_entry(page: Page, text: str) -> None:
    page.get_by_role("button", name=text).click(timeout=LONG)
    wait_for(page, "entry")


def open_again(page: Page) -> None:
    """This will load the page anew and open the room with this device."""
    page.reload()
    wait_for(page, "home")
    page.get_by_role("button", name="Open my room").click()
    page.get_by_role("button", name="Open on this device").click()
    page.get_by_text("It is open").wait_for(timeout=LONG)


def keep_copy(page: Page) -> None:
    """This will keep a sealed copy on the server, and wait until it is there."""
    go_to_keys(page)
    page.get_by_role("button", name="Keep a sealed copy there").click()
    page.get_by_text("A sealed copy is kept").wait_for(timeout=LONG)


def erase_room(page: Page) -> None:
    page.get_by_role("button", name="Erase my room").click()
    page.get_by_label("Type the word").fill("erase")
    page.get_by_role("button", name="Erase my room for good").click()


def bring_wording(page: Page, table: bytes, *, basis: str) -> None:
    """This will bring the wording of a published form, and wait until it can be answered."""
    go_to(page, "My room")
    page.get_by_role("button", name="Published forms").click()
    file = page.get_by_label("Its questions, as a table")
    file.wait_for(timeout=LONG)
    file.set_input_files([{"name": "form.csv", "mimeType": "text/csv", "buffer": table}])
    page.get_by_label("Why I may use this wording").fill(basis)
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_role("button", name="Answer it").wait_for(timeout=LONG)

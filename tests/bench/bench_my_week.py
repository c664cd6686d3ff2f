"""*My week* in a real browser: from the drop of a calendar until the week is drawn.

The runtime is loaded, and a first calendar was read, so that what is timed is what a person waits
for. All entries lie in the last year. Told, not held: the target for a year's calendar is 1 s.
Beside the seconds that passed stand those the page itself worked, which others cannot lengthen.
"""

import os
import statistics
import sys
from datetime import UTC, datetime

from playwright.sync_api import Page
from tests.bench.calendars import make_entries, write_exported
from tests.bench.racing import close, say, say_machine
from tests.bench.served_room import PATIENCE_MS, served_page

from fallow.base.periods import monday_of
from fallow_site.kit.build.writing import build_all

SIZES = ((1500, 1), (5000, 4))  # events, and how many people's calendars they are taken from
REPEATS, TARGET_SECONDS = 5, 1.0
DROP = """async (text) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], "calendar.ics", { type: "text/calendar" }));
  const isDrawn = () => document.querySelector("main[data-screen=week] #picture-week");
  const drawn = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (!isDrawn()) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  const began = performance.now();
  const drop = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
  document.querySelector(".drop").dispatchEvent(drop);
  return ((await drawn) - began) / 1000;
}"""


def main() -> int:
    """This will time drops of both sizes in one page, in turns."""
    build_all()
    say("My week in the browser: from the drop of an exported .ics to the week drawn")
    say_machine()
    with served_page() as page:
        page.goto("/room/")
        page.wait_for_selector("html[data-desk=ready]", timeout=PATIENCE_MS)
        calendars = {count: _write(count, people) for count, people in SIZES}
        _say("1,500 events, the moment the runtime is ready", *_drop(page, calendars[1500]))
        taken: dict[int, list[tuple[float, float]]] = {count: [] for count in calendars}
        for _ in range(REPEATS):
            for count, text in calendars.items():
                taken[count].append(_drop(page, text))
    for count, drops in taken.items():
        passed, worked = (statistics.median(column) for column in zip(*drops, strict=True))
        _say(f"{count:,} events, median", passed, worked)
    say(f"  target for a year's calendar: {TARGET_SECONDS:.0f} s")
    return close("my week", broken=[])


def _say(what: str, passed: float, worked: float) -> None:
    say(f"  {what}: {passed:.2f} s passed, of which the page worked {worked:.2f} s")


def _write(count: int, people: int) -> str:
    """A year's entries until the end of this week."""
    last_monday = monday_of(datetime.now(UTC).date())
    return write_exported(make_entries(count, people=people, last_monday=last_monday)).decode()


def _drop(page: Page, text: str) -> tuple[float, float]:
    """Seconds that passed, and that the page worked, and back to the first screen for the next."""
    before = _worked_seconds(page)
    passed: float = page.evaluate(DROP, text)
    worked = _worked_seconds(page) - before
    page.get_by_role("button", name="Add another calendar").click()
    page.wait_for_selector(".drop", timeout=PATIENCE_MS)
    return passed, worked


def _worked_seconds(page: Page) -> float:
    browser = page.context.browser
    assert browser is not None
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    return sum(one["cpuTime"] for one in told["processInfo"] if one["type"] == "renderer")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fallow_site.settings")
    sys.exit(main())

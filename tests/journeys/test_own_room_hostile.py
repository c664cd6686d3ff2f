"""A server that lies, met in a real browser: refused, said aloud, and nothing emitted.

Each lie succeeds against a page from which the check that stops it was taken out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.cast import Cast
from tests.journeys.conftest import PageAt
from tests.journeys.lying import Json, Keys, capture, change_answers, emitted, forge, read_keys
from tests.journeys.own_room import (
    LONG,
    begin_room,
    enter,
    go_to_keys,
    keep_copy,
    make_words,
    open_with_words,
    read_journal,
    wait_for,
    write_entry,
)
from tests.journeys.practice_pages import enter as enter_as
from tests.journeys.weakening import Patch, weaken

pytestmark = [
    pytest.mark.browser,
    pytest.mark.without_desk,
    pytest.mark.django_db(transaction=True),
]
SECRET = "The chair by the window stayed empty."
FORGED = "You agreed to the new caseload."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Ada's room with one entry and a sealed copy on the server."""

    words: str
    entry: str
    """The name under which the entry's record lies, with younger ones behind it."""
    keys: Keys
    rows: tuple[dict[str, Any], ...]


_MADE: list[Kept] = []  # made once, by the first journey that needs it; the server forgets between


@pytest.fixture
def kept(page_at: PageAt, built_page: str, cast: Cast) -> Kept:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    if _MADE:
        owned = (SealedRow(owner=cast.ada.account, **row) for row in _MADE[0].rows)
        SealedRow.objects.bulk_create(owned)
    else:
        _MADE.append(make_kept(page_at(360, service_workers="block"), cast))
    return _MADE[0]


def make_kept(page: Page, cast: Cast) -> Kept:
    from fallow_site.sharing.models import SealedRow  # noqa: PLC0415 - apps have to be ready

    enter_as(page, cast.ada.account)
    begin_room(page)
    before = page.evaluate(_NAMES)
    write_entry(page, SECRET)
    (entry,) = set(page.evaluate(_NAMES)) - set(before)
    go_to_keys(page)
    words = make_words(page)
    keep_copy(page)
    rows = tuple(SealedRow.objects.values("kind", "name", "day", "sealed"))
    (slot,) = [bytes(row["sealed"]) for row in rows if b"\n-> scrypt " in bytes(row["sealed"])]
    return Kept(words=words, entry=entry, keys=read_keys(page, slot, words), rows=rows)


_NAMES = """() => new Promise((resolve) => {
  const request = indexedDB.open("fallow.vault");
  request.onsuccess = () => {
    const asked = request.result.transaction("rows").objectStore("rows").getAllKeys();
    asked.onsuccess = () => { request.result.close(); resolve(asked.result); };
  };
})"""


def leave_out(page: Page, kept: Kept) -> None:
    change_answers(
        page, "vault", lambda told: told | {"rows": [n for n in told["rows"] if n != kept.entry]}
    )


def swap(page: Page, _kept: Kept) -> None:
    def turn(told: Json) -> Json:
        names = list(told["rows"])
        turned = dict(zip(names, [told["rows"][n] for n in [*names[1:], names[0]]], strict=True))
        return {"rows": turned}

    change_answers(page, "vault/rows/read", turn)


def plant(page: Page, kept: Kept) -> None:
    forged = forge(kept.keys, kept.words)
    planted = {forged["row"]: forged["sealed"]}
    change_answers(page, "vault", lambda told: told | {"rows": [*told["rows"], forged["row"]]})
    change_answers(page, "vault/rows/read", lambda told: {"rows": told["rows"] | planted})


def weaken_the_lock(page: Page, kept: Kept) -> None:
    weak = forge(kept.keys, kept.words)["slot"]
    change_answers(
        page, "vault/slots/read", lambda told: {"rows": dict.fromkeys(told["rows"], weak)}
    )


def passes_unnoticed(page: Page) -> bool:
    page.get_by_text("Not yet recoverable").wait_for(timeout=LONG)  # all that there is was said
    return page.locator(".problem").count() == 0


def shows(text: str) -> Callable[[Page], bool]:
    return lambda page: opens(page) and text in read_journal(page)


def opens(page: Page) -> bool:
    page.get_by_text("It is open").wait_for(timeout=LONG)
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """What the server tells, what the page says to it, and the check without which it works."""

    tell: Callable[[Page, Kept], None]
    said: str
    check: Patch
    is_believed: Callable[[Page], bool]


MISSED = (
    'else if (step > 1) findings.push({ reason: "missing", device, '
    "from: before.link.seq + 1, to: one.link.seq - 1 });",
    "else if (step > 1) { /* passed over */ }",
)
LIES = {
    "a record is left out": Lie(
        tell=leave_out,
        said="Something you wrote is missing on the server.",
        check=("vault/chain.js", *MISSED),
        is_believed=passes_unnoticed,
    ),
    "records change places": Lie(
        tell=swap,
        said="This record lies in another record's place.",
        check=("vault/envelope.js", 'if (row !== rowOf(linkText)) throw new Refused("row");', ""),
        is_believed=passes_unnoticed,
    ),
    "a record is forged": Lie(
        tell=plant,
        said="This record was not signed by you.",
        check=("vault/chain.js", ' === "identity" && isSigned(one, author)', ' === "identity"'),
        is_believed=shows(FORGED),
    ),
    "a weak lock holds other keys": Lie(
        tell=weaken_the_lock,
        said="This lock is weaker than the ones this page makes.",
        check=("vault/slots.js", 'throw new Refused("weak")', ""),
        is_believed=opens,
    ),
}


def fetch_and_open(page: Page, cast: Cast, kept: Kept, lie: Lie) -> None:
    """This will fetch the copy into a new browser, and open it with the six words."""
    enter_as(page, cast.ada.account)
    enter(page)
    lie.tell(page, kept)
    go_to_keys(page)
    page.get_by_role("button", name="I have a room on another device").click()
    page.get_by_role("button", name="Fetch my sealed copy").click()
    wait_for(page, "unlock")
    open_with_words(page, kept.words)


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_refused_and_said_aloud(
    page_at: PageAt, cast: Cast, kept: Kept, *, name: str
) -> None:
    page = page_at(360, service_workers="block")
    sent = capture(page)

    fetch_and_open(page, cast, kept, LIES[name])

    page.get_by_text(LIES[name].said).wait_for(timeout=LONG)
    assert FORGED not in read_journal(page)
    assert b"/api/own/vault/rows/read" in b"".join(sent)
    assert emitted(sent, (SECRET, kept.words), kept.keys) == []


@pytest.mark.parametrize("name", LIES)
def test_without_its_check_the_lie_is_believed(
    page_at: PageAt, cast: Cast, kept: Kept, tmp_path: Path, *, name: str
) -> None:
    page = page_at(360, service_workers="block")
    weaken(page, tmp_path, LIES[name].check)

    fetch_and_open(page, cast, kept, LIES[name])

    assert LIES[name].is_believed(page)

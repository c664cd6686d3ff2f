"""The crisis lines: one list, dated, and led to by the clocks of each country."""

import re
import subprocess
import tomllib
from datetime import date
from typing import Any

import pytest

from fallow_site.foundation.resources.queries import list_crisis_lines
from fallow_site.kit.build.ingredients.lines import read_lines
from fallow_site.kit.build.places import LINES, ROOT
from fallow_site.kit.crisis_lines import explain_check

MOST_DAYS_OLD = 180  # trust.md R19
ZONES = {  # by IANA's zone.tab and its links, looked up by hand
    "America/New_York": "US",
    "America/Indianapolis": "US",  # Chromium's name for America/Indiana/Indianapolis
    "America/Puerto_Rico": "US",
    "America/Toronto": "CA",
    "Europe/London": "GB",
    "Europe/Dublin": "IE",
    "Europe/Berlin": "DE",
    "Europe/Stockholm": "EU",
    "Australia/Sydney": "AU",
}


def _countries() -> list[dict[str, Any]]:
    countries: Any = read_lines()["countries"]
    return list(countries)


@pytest.mark.parametrize(("zone", "code"), ZONES.items())
def test_a_clock_leads_to_the_lines_of_its_country(zone: str, code: str) -> None:
    assert [c["code"] for c in _countries() if zone in c["zones"]] == [code]


@pytest.mark.parametrize("zone", ["Europe/Oslo", "Asia/Tokyo", "America/Mexico_City", "UTC"])
def test_a_clock_of_elsewhere_leads_to_no_country(zone: str) -> None:
    assert [c["code"] for c in _countries() if zone in c["zones"]] == []


def test_the_page_and_the_server_show_the_same_lines() -> None:
    on_the_server, reviewed_on = list_crisis_lines()

    on_the_page = {(line["name"], line["address"]) for c in _countries() for line in c["lines"]}

    assert {(line.name, line.address) for line in on_the_server} == on_the_page
    assert read_lines()["dated"] == f"{reviewed_on.day} {reviewed_on:%B %Y}"


def test_every_country_has_a_line_and_every_line_says_how_sure_it_is() -> None:
    lines = [(c["code"], c["lines"]) for c in _countries()]

    assert [code for code, of_country in lines if not of_country] == []
    said = re.compile(r"unverified|checked on \d{1,2} [A-Z][a-z]+ 20\d\d, [a-z0-9.-]+\.[a-z]+")
    assert [
        o for _, of_country in lines for o in of_country if not said.fullmatch(o["check"])
    ] == []


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"source": "https://www.nhs.uk/help/"},
        {"checked_on": date(2026, 11, 26)},
        {"source": "", "checked_on": date(2026, 11, 26)},
        {"source": "the line itself", "checked_on": date(2026, 11, 26)},
    ],
)
def test_a_line_without_a_source_and_a_day_is_unverified(told: dict[str, Any]) -> None:
    assert explain_check(told) == "unverified"


def test_a_line_that_was_checked_says_when_and_where() -> None:
    told = {"source": "https://www.nhs.uk/help/", "checked_on": date(2026, 11, 26)}

    assert explain_check(told) == "checked on 26 November 2026, www.nhs.uk"


def test_what_stands_on_the_page_is_what_the_list_gives() -> None:
    told = tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]
    bare = {line["name"] + line["countries"][0] for line in told if "source" not in line}

    shown = {
        line["name"] + country["code"]
        for country in _countries()
        for line in country["lines"]
        if line["check"] == "unverified"
    }

    assert bare == shown
    on_the_server, _ = list_crisis_lines()
    assert [line.check for line in on_the_server] == [explain_check(line) for line in told]


def test_a_source_is_an_address_that_can_be_opened() -> None:
    told = tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]

    sources = [line["source"] for line in told if "source" in line]
    assert [source for source in sources if not source.startswith("https://")] == []


def test_a_number_to_tap_is_the_number_that_stands_there() -> None:
    told = tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]

    digits = {line["address"]: re.sub(r"\D", "", line["reach"]) for line in told}

    assert {a: d for a, d in digits.items() if a != f"tel:{d}"} == {}


def test_the_lines_were_looked_over_shortly_before_the_release() -> None:
    told = tomllib.loads(LINES.read_text(encoding="utf-8"))

    days = [told["reviewed_on"], *(o["checked_on"] for o in told["line"] if "checked_on" in o)]

    assert (_release_date() - min(days)).days <= MOST_DAYS_OLD
    assert max(days) == told["reviewed_on"]


def _release_date() -> date:
    """The newest entry of the changelog; while it is not dated, the day of the newest commit."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    said = re.findall(r"^## \S+ — (.+)$", changelog, re.MULTILINE)[0]
    if said != "not yet released":
        return date.fromisoformat(said)
    newest = subprocess.run(
        ["git", "log", "-1", "--format=%cs"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return date.fromisoformat(newest.stdout.strip())

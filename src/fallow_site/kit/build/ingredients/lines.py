"""The crisis lines at the foot of every private page, with the clocks that lead to each country.

It knows lines.toml, the one list, and IANA's zone.tab with its links (public domain). It knows
nothing of who calls whom.
"""

import tomllib
from importlib.resources import files
from typing import Any

from fallow_site.kit.build.places import LINES
from fallow_site.kit.crisis_lines import explain_check

_ZONES = files("tzdata") / "zoneinfo"


def read_lines() -> dict[str, object]:
    """This will give the day of review, and for each country its name, zones and lines."""
    told = tomllib.loads(LINES.read_text("utf-8"))
    zones = _read_zones()
    reviewed = told["reviewed_on"]
    return {
        "dated": f"{reviewed.day} {reviewed:%B %Y}",
        "elsewhere": told["elsewhere"],
        "countries": [_country(country, told["line"], zones) for country in told["country"]],
    }


def _country(
    country: dict[str, Any], lines: list[dict[str, Any]], zones: dict[str, list[str]]
) -> dict[str, object]:
    code = country["code"]
    return {
        "code": code,
        "name": country["name"],
        "zones": [zone for member in country.get("members", [code]) for zone in zones[member]],
        "lines": [_line(line) for line in lines if code in line["countries"]],
    }


def _line(line: dict[str, Any]) -> dict[str, str]:
    shown = {key: line[key] for key in ("name", "reach", "address", "hours")}
    return {**shown, "check": explain_check(line)}


def _read_zones() -> dict[str, list[str]]:
    """Zones by country code; browsers still give some zones by their earlier names, the links."""
    lines = (_ZONES / "zone.tab").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    earlier = _read_earlier_names()
    zones: dict[str, list[str]] = {}
    for code, _, zone, *_ in rows:
        zones.setdefault(code, []).extend([zone, *earlier.get(zone, [])])
    own = {zone: code for code, _, zone, *_ in rows}
    return {code: [z for z in zones[code] if own.get(z, code) == code] for code in zones}


def _read_earlier_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for row in (_ZONES / "tzdata.zi").read_text("utf-8").splitlines():
        if row.startswith("L "):
            _, zone, earlier = row.split()
            names.setdefault(zone, []).append(earlier)
    return names

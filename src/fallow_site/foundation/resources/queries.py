"""Reads places of help: the bundled lines, and a practice's own offers for its members."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from django.http import Http404

from fallow_site.foundation.organizations.roles import Action
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.foundation.resources.models import Resource
from fallow_site.kit.crisis_lines import explain_check


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLine:
    """One line that answers in a crisis, and how sure we are of it."""

    country: str
    name: str
    reach: str
    address: str
    hours: str
    check: str


@cache
def list_crisis_lines() -> tuple[tuple[CrisisLine, ...], date]:
    """This will give the bundled lines and the day they were last reviewed."""
    text = files(__package__).joinpath("lines.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    names = {country["code"]: country["name"] for country in told["country"]}
    lines = tuple(_read_line(line, names) for line in told["line"])
    return lines, told["reviewed_on"]


def _read_line(line: dict[str, Any], names: dict[str, str]) -> CrisisLine:
    country = ", ".join(names[code] for code in line["countries"])
    told = {key: line[key] for key in ("name", "reach", "address", "hours")}
    return CrisisLine(country=country, check=explain_check(line), **told)


def list_resources(viewer: Viewer) -> tuple[Resource, ...]:
    """This will give the practice's own offers, by name."""
    viewer.check_can(Action.READ_RESOURCES)
    return tuple(Resource.objects.filter(practice=viewer.practice).order_by("name"))


def find_resource(viewer: Viewer, resource_id: str) -> Resource:
    """This will find one offer of the viewer's practice, or raise Http404."""
    viewer.check_can(Action.READ_RESOURCES)
    found = Resource.objects.filter(practice=viewer.practice, public_id=resource_id).first()
    if found is None:
        raise Http404
    return found

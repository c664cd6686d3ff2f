"""Every variable of the environment is read, listed and described, and no other one is."""

import re

from tests.house.source_tree import ROOT, SITE

from fallow_site.kit.environment import VARIABLES

NAME = re.compile(r"\b(?:FALLOW_[A-Z_]+|DATABASE_URL)\b")


def test_every_variable_that_is_read_is_in_the_list() -> None:
    text = (SITE / "kit" / "environment.py").read_text(encoding="utf-8")
    calls = re.findall(r"""(?:environ\.get|_read_switch|_read_count)\(\s*["'](\w+)["']""", text)

    assert set(calls) == set(VARIABLES)


def test_every_variable_is_described_where_people_look() -> None:
    told = (ROOT / "docs" / "how-to" / "configure.md").read_text(encoding="utf-8")

    described = set(NAME.findall(told))
    assert set(VARIABLES) - described == set()
    assert described - set(VARIABLES) == set()

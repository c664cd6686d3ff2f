"""The colors of the house, measured: what axe does not see (borders, focus, marks), and text.

Formula: relative luminance and contrast ratio as WCAG 2.2 defines them. 3:1 for controls, focus
and marks (1.4.11), 4.5:1 for text (1.4.3).
"""

import re
from pathlib import Path

import pytest
from tests.house.source_tree import DOMAIN, SITE

TOKENS = SITE / "kit" / "static" / "fallow" / "tokens.css"
FIGURES = DOMAIN / "figures" / "figures.css"
THEMES = ("light", "dark")
GROUNDS = ("--paper", "--paper-raised", "--paper-sunken", "--morning")
SOFT = ("--sage-soft", "--sky-soft", "--soil-soft")
WRITTEN = ("--ink", "--ink-quiet", "--sky", "--soil", "--sage")
MARKS = ("contact", "run", "admin", "supervision", "travel", "leave")
_PAIR = re.compile(r"(--[\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")


def _read(path: Path, theme: str) -> dict[str, str]:
    text = path.read_text(encoding="utf-8")
    return {name: colors[THEMES.index(theme)] for name, *colors in _PAIR.findall(text)}


def _luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _weak(colors: dict[str, str], pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{one} on {other}: {ratio:.2f}"
        for one, other in pairs
        if (ratio := _contrast(colors[one], colors[other])) < least
    ]


def test_the_ratio_is_the_one_of_the_standard() -> None:
    # 21 is the standard's own end of the scale; #767676 on white is its best known 4.54.
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
def test_borders_of_controls_and_the_focus_keep_three_to_one(theme: str) -> None:
    colors = _read(TOKENS, theme)

    controls = [(one, ground) for one in ("--edge", "--sage") for ground in GROUNDS]
    focus = [("--focus", ground) for ground in (*GROUNDS, *SOFT)]

    assert _weak(colors, [*controls, *focus], 3.0) == []


@pytest.mark.parametrize("theme", THEMES)
def test_text_keeps_four_and_a_half_to_one(theme: str) -> None:
    colors = _read(TOKENS, theme)

    on_paper = [(one, ground) for one in WRITTEN for ground in GROUNDS]
    on_soft = [("--ink", soft) for soft in SOFT] + [("--soil", "--soil-soft")]

    assert _weak(colors, [*on_paper, *on_soft, ("--on-sage", "--sage")], 4.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_marks_of_a_picture_keep_three_to_one(theme: str) -> None:
    colors = _read(TOKENS, theme) | _read(FIGURES, theme)

    pairs = [
        (f"--tone-{mark}", ground)
        for mark in MARKS
        for ground in ("--paper", "--paper-raised", "--tone-window")
    ]

    assert _weak(colors, pairs, 3.0) == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_in_a_picture_keep_four_and_a_half_to_one(theme: str) -> None:
    colors = _read(TOKENS, theme) | _read(FIGURES, theme)

    pairs = [("--tone-ink", ground) for ground in ("--paper", "--paper-raised", "--tone-window")]

    assert _weak(colors, pairs, 4.5) == []

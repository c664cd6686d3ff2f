"""What people read keeps our promises in its words: nothing we must never say, and plain enough.

The list is of what would mislead or shame someone. Pages for people stay at grade 9 or below.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.house.readability import (
    FEWEST_WORDS,
    count_syllables,
    find_grade,
    prose_of_markdown,
    prose_of_template,
)
from tests.house.source_tree import DOMAIN, ROOT, SITE, SOURCE, list_modules, read_tree, show

from fallow.individual.instruments.catalog import OWN, find_instrument

HIGHEST_GRADE = 9.0
NEVER_SAID = re.compile(
    r"""\banonym(?:ous|ity|ously)\b | \b100\s?%\s(?:secure|safe|private)\b | \bunhackable\b
    | \bmilitary[\s-]grade\b | \bzero[\s-]knowledge\b
    | \b(?:HIPAA|GDPR)[\s-](?:compliant|protected|certified)\b
    | \bclinically\s(?:proven|validated)\b
    | \b(?:diagnos\w+|detect\w*|treat\w*|cure\w*|prevent(?:s|ed|ing)?)\s(?:your\s)?burnout\b
    | \byou\s(?:are|seem|look)\s(?:burn[te]d?[\s-]?out|impaired|unfit|at\srisk)\b
    | \b(?:burnout|risk)[\s-]scores?\b | \bred\sflags?\b | \bproblem\semployees?\b
    | \bresilience\sdeficit | \bwe\snoticed\s(?:that\s)?you\b | \bmanager\shas\sbeen\snotified\b
    | \bleaderboard | \bstreaks?\b | \bcompliance\srate | \bmandatory\scheck | \bAI\stherapist
    | (?<!not\s)\blegally\sprivileged\b | \bwe\swill\sget\syou\shelp\b | \bconfidential\b""",
    re.IGNORECASE | re.VERBOSE,
)
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "TOUR.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted(p for p in (ROOT / "docs").rglob("*.md") if "adr" not in p.parts),
]
TEMPLATES = [p for p in sorted(SITE.rglob("*.html")) if "built" not in p.parts]
ROOM = [
    p
    for kind in ("html", "js", "json", "webmanifest")
    for p in sorted((ROOT / "private_room").rglob(f"*.{kind}"))
]
FOR_PEOPLE = [
    p for p in DOCUMENTS if p.name not in ("TOUR.md", "CHANGELOG.md") and "reference" not in p.parts
]


def _said_in_python(path: Path) -> Iterator[str]:
    """The texts of a module, without its docstrings: those are for us."""
    for node in ast.walk(read_tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.value


@pytest.mark.parametrize("path", [*DOCUMENTS, *TEMPLATES, *ROOM], ids=show)
def test_a_page_says_nothing_that_misleads_or_shames(path: Path) -> None:
    assert NEVER_SAID.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", list_modules(SOURCE), ids=show)
def test_a_sentence_in_the_code_says_nothing_that_misleads_or_shames(path: Path) -> None:
    assert [text for text in _said_in_python(path) if NEVER_SAID.search(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=show)
def test_a_page_never_raises_its_voice(path: Path) -> None:
    said = prose_of_template(path.read_text(encoding="utf-8"))

    assert re.findall(r"\w!|\binvalid\b", said) == []


@pytest.mark.parametrize("path", FOR_PEOPLE, ids=show)
def test_a_document_for_people_can_be_read_when_tired(path: Path) -> None:
    grade = find_grade(prose_of_markdown(path.read_text(encoding="utf-8")))

    assert grade <= HIGHEST_GRADE


@pytest.mark.parametrize("path", TEMPLATES, ids=show)
def test_a_page_can_be_read_when_tired(path: Path) -> None:
    grade = find_grade(prose_of_template(path.read_text(encoding="utf-8")))

    assert grade <= HIGHEST_GRADE


def _sentences_of_script(path: Path) -> str:
    literals = re.findall(r'"([^"\n]+)"|`([^`\n]+)`', path.read_text(encoding="utf-8"))
    texts = ["".join(pair) for pair in literals]
    return ". ".join(re.sub(r"\$\{[^}]*\}", "it", t) for t in texts if t.count(" ") >= 4)


@pytest.mark.parametrize("path", [p for p in ROOM if p.suffix == ".js"], ids=show)
def test_a_screen_of_the_room_can_be_read_when_tired(path: Path) -> None:
    assert find_grade(_sentences_of_script(path)) <= HIGHEST_GRADE


def test_the_weekly_questions_and_what_is_said_back_can_be_read_when_tired() -> None:
    items = [item.wording for item in find_instrument(OWN).items]
    reach = tomllib.loads((DOMAIN / "individual/first_words/reach.toml").read_text("utf-8"))
    said = [told[part] for told in reach.values() for part in ("personal", "practice")]

    assert find_grade(" ".join(items)) <= HIGHEST_GRADE
    assert find_grade(" ".join(said)) <= HIGHEST_GRADE
    hard = {
        item: g for item in items if (g := find_grade(f"{item} " * FEWEST_WORDS)) > HIGHEST_GRADE
    }
    assert hard == {}


@pytest.mark.parametrize(
    "said",
    [
        "Your answers are anonymous.",
        "HIPAA-compliant by design",
        "We noticed you haven't checked in.",
        "You are burnt out",
        "It detects burnout early.",
        "Your burnout score",
        "a seven-day streak",
    ],
)
def test_the_list_finds_what_must_not_be_said(said: str) -> None:
    assert NEVER_SAID.search(said)


@pytest.mark.parametrize(
    "said", ["This journal is not legally privileged.", "the clinician who treats", "prevention"]
)
def test_the_list_lets_plain_words_pass(said: str) -> None:
    assert not NEVER_SAID.search(said)


# Counts of the CMU Pronouncing Dictionary
@pytest.mark.parametrize(
    ("word", "count"),
    [("week", 1), ("hours", 2), ("client", 2), ("pages", 2), ("supervision", 4), ("table", 2)],
)
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_officialese_is_above_the_grade() -> None:
    hard = (
        "Notwithstanding organizational considerations, utilization of individualized "
        "psychoeducational methodologies necessitates interdisciplinary collaboration. "
    )

    assert find_grade(hard * FEWEST_WORDS) > HIGHEST_GRADE

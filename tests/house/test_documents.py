"""The documents stay true: links lead somewhere, and every public name stands in the glossary."""

import ast
import re
from pathlib import Path

import pytest
from tests.house.source_tree import DOMAIN, ROOT, SITE, list_modules, read_tree, show

LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")
NAMED_LINK = re.compile(r"\[`(\w+)`\]\(([^)#\s]+\.py)\)")
DOCUMENTS = [
    ROOT / name for name in ("README.md", "TOUR.md", "GLOSSARY.md", "SECURITY.md", "CHANGELOG.md")
]
DOCUMENTS += sorted((ROOT / "docs").rglob("*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=show)
def test_a_link_leads_to_a_file(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))

    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=show)
def test_a_name_of_the_code_is_in_the_file_that_its_link_leads_to(document: Path) -> None:
    named = NAMED_LINK.findall(document.read_text(encoding="utf-8"))

    lost = [name for name, target in named if name not in _defined_in(document.parent / target)]

    assert lost == []


def _defined_in(path: Path) -> set[str]:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {n.name for n in ast.walk(read_tree(path)) if isinstance(n, definitions)}


def test_every_promise_is_shown_by_a_test() -> None:
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    told = security.split("| Promise |")[1].split("\n\n")[0].splitlines()[2:]

    shown = [line.rsplit("|", 2)[1] for line in told]

    assert len(shown) >= 10
    assert [cell for cell in shown if "](tests/" not in cell] == []


@pytest.mark.parametrize("decision", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=show)
def test_a_decision_fits_on_25_lines(decision: Path) -> None:
    assert len(decision.read_text(encoding="utf-8").splitlines()) <= 25


def _public_classes(path: Path) -> list[str]:
    classes = (node for node in read_tree(path).body if isinstance(node, ast.ClassDef))
    return [node.name for node in classes if not node.name.startswith("_")]


GLOSSED = [*list_modules(DOMAIN), *sorted(SITE.rglob("models.py"))]


@pytest.mark.parametrize("path", [p for p in GLOSSED if _public_classes(p)], ids=show)
def test_every_public_class_stands_in_the_glossary(path: Path) -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")

    assert [name for name in _public_classes(path) if f"`{name}`" not in glossary] == []


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    lines = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    words = [line.split("|")[1].strip().strip("`").lower() for line in lines if line[:2] == "| "]

    assert words[1:] == sorted(words[1:])  # the first line names the columns


def test_the_tour_takes_a_quarter_of_an_hour() -> None:
    words = len((ROOT / "TOUR.md").read_text(encoding="utf-8").split())

    assert words <= 3000  # 200 words a minute

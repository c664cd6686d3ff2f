"""Sizes that a reader can hold in mind; past these a thing is two ideas."""

import ast
from pathlib import Path

import pytest
from tests.house.source_tree import (
    ROOT,
    SITE,
    SOURCE,
    count_body_lines,
    list_functions,
    list_modules,
    show,
)

PYTHON = [*list_modules(SOURCE, ROOT / "tests"), ROOT / "go.py", ROOT / "hatch_build.py"]
SCRIPTS = [
    path
    for pattern in ("*.mjs", "*.js", "*.css")
    for folder in (ROOT / "private_room", SOURCE)
    for path in sorted(folder.rglob(pattern))
    if "built" not in path.parts
]
TEMPLATES = [path for path in sorted(SITE.rglob("*.html")) if "built" not in path.parts]
MOST_IN_FOLDER = 12


@pytest.mark.parametrize("path", [*PYTHON, *SCRIPTS], ids=show)
def test_a_file_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", list_modules(SOURCE), ids=show)
def test_a_function_has_at_most_40_lines(path: Path) -> None:
    long = {f.name: n for f in list_functions(path) if (n := count_body_lines(f)) > 40}

    assert long == {}


@pytest.mark.parametrize("path", sorted(SITE.rglob("views.py")), ids=show)
def test_a_view_has_at_most_25_lines(path: Path) -> None:
    long = {f.name: n for f in list_functions(path) if (n := count_body_lines(f)) > 25}

    assert long == {}


@pytest.mark.parametrize("path", list_modules(ROOT / "tests"), ids=show)
def test_a_test_has_at_most_30_lines(path: Path) -> None:
    tests = (f for f in list_functions(path) if f.name.startswith("test_"))

    assert {f.name: n for f in tests if (n := count_body_lines(f)) > 30} == {}


NAMED = [path for path in list_modules(SOURCE) if "kernel" not in path.name]


@pytest.mark.parametrize("path", NAMED, ids=show)
def test_beyond_two_arguments_names_are_given(path: Path) -> None:
    public = (f for f in list_functions(path) if not f.name.startswith("_"))
    positional = {f.name: len(_positional(f)) for f in public}

    assert {name: count for name, count in positional.items() if count > 2} == {}


def _positional(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
    return [name for name in names if name not in ("self", "cls", "request", "apps")]


@pytest.mark.parametrize("path", TEMPLATES, ids=show)
def test_a_template_has_at_most_150_lines_and_a_component_60(path: Path) -> None:
    most = 60 if path.is_relative_to(SITE / "kit") else 150

    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


def test_a_folder_has_at_most_twelve_files() -> None:
    folders = {path.parent for path in list_modules(SOURCE)}

    crowded = {show(f): n for f in folders if (n := len(list(f.glob("*.py")))) > MOST_IN_FOLDER}

    assert crowded == {}

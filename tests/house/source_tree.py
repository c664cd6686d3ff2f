"""The source as syntax trees, for the tests that keep the laws of the house."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
DOMAIN = SOURCE / "fallow"
SITE = SOURCE / "fallow_site"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def read_tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def list_modules(*folders: Path) -> list[Path]:
    """This will list our Python files, without migrations and without what was built."""
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return [path for path in found if not {"migrations", "built"} & set(path.parts)]


def list_functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(read_tree(path)) if isinstance(node, Function))


def count_body_lines(function: Function) -> int:
    """The lines of a function without its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return function.end_lineno - body[0].lineno + 1 if body and function.end_lineno else 0


def list_imports(path: Path) -> set[str]:
    """The full names of the modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(read_tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def show(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()

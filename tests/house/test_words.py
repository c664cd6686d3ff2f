"""Names and documents use the words of the field, and carry nothing that is not ours to carry."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from tests.house.source_tree import ROOT, SITE, SOURCE, list_modules, read_tree, show

NEVER = {"manager", "data", "info", "utils", "helpers", "common", "misc", "handler", "processor"}
NEVER |= {"patient", "burnout_score", "risk_score", "red_flag"}
REGISTRIES = re.compile(r"(pypi\.org|pythonhosted|registry\.npmjs|npmjs\.(com|org)|deb\.debian)")


@pytest.mark.parametrize("path", list_modules(SOURCE), ids=show)
def test_a_name_is_a_word_of_the_field(path: Path) -> None:
    defined = [
        node.name.lower()
        for node in ast.walk(read_tree(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]

    assert [name for name in defined if set(name.strip("_").split("_")) & NEVER] == []
    assert path.stem not in NEVER


@pytest.mark.parametrize("path", list_modules(SOURCE), ids=show)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    if path.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(read_tree(path))


def _committed_texts() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    return [path for path in paths if path.is_file() and path.suffix not in {".png", ".ico"}]


def test_no_committed_file_names_a_registry() -> None:
    here = Path(__file__)
    texts = [path for path in _committed_texts() if path != here]

    naming = [show(p) for p in texts if REGISTRIES.search(p.read_text("utf-8", "replace"))]

    assert naming == []


def test_third_party_code_is_installed_and_never_committed() -> None:
    ours = re.compile(r"(\.min\.js|\.wasm|\.woff2?|\.whl|(^|/)node_modules/|(^|/)vendor/)")

    assert [show(path) for path in _committed_texts() if ours.search(show(path))] == []


def test_the_environment_is_read_in_one_place() -> None:
    readers = [
        show(path)
        for path in list_modules(SITE)
        if re.search(r"os\.(environ|getenv)", path.read_text("utf-8"))
    ]

    setters = (
        "src/fallow_site/commands/",
        "src/fallow_site/wsgi.py",
    )  # they write, before settings
    assert [r for r in readers if not r.startswith(setters)] == [
        "src/fallow_site/kit/environment.py"
    ]

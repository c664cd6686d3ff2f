"""The laws of a Django room: who touches the database, who decides, who is asked first."""

import ast
import re
from pathlib import Path

import pytest
from tests.house.source_tree import (
    SITE,
    Function,
    list_functions,
    list_imports,
    list_modules,
    read_tree,
    show,
)


def _called(name: str) -> list[Path]:
    return [path for path in list_modules(SITE) if path.name == name]


VIEWS, ACTIONS, QUERIES, MODELS = (
    _called(f"{name}.py") for name in ("views", "actions", "queries", "models")
)
DATABASE = {
    "objects", "filter", "exclude", "order_by", "select_related", "prefetch_related", "annotate",
    "aggregate", "values_list", "save", "delete", "bulk_create", "get_or_create",
    "update_or_create",
}  # fmt: skip


@pytest.mark.parametrize("path", VIEWS, ids=show)
def test_a_page_does_not_touch_the_database(path: Path) -> None:
    touched = [
        f"{node.lineno}: .{node.attr}"
        for node in ast.walk(read_tree(path))
        if isinstance(node, ast.Attribute) and node.attr in DATABASE
    ]

    assert touched == []


@pytest.mark.parametrize("path", VIEWS, ids=show)
def test_a_page_asks_one_action(path: Path) -> None:
    actions = _names_from(path, ".actions")

    calls = {f.name: _calls(f, actions) for f in list_functions(path)}

    assert {name: made for name, made in calls.items() if len(made) > 1} == {}


def _names_from(path: Path, module: str) -> set[str]:
    taken = (n for n in ast.walk(read_tree(path)) if isinstance(n, ast.ImportFrom))
    names = {a.name for n in taken if (n.module or "").endswith(module) for a in n.names}
    return {name for name in names if name.islower()}  # values have capitals


def _calls(function: Function, names: set[str]) -> list[str]:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return [f.id for f in calls if isinstance(f, ast.Name) and f.id in names]


ROLES = "clinician|supervisor|director|wellbeing_lead|administrator"
BY_ROLE = re.compile(
    rf"(\brole\b\s*[!=]=)|([!=]=\s*['\"]({ROLES})['\"])|(['\"]({ROLES})['\"]\s+in\b)"
)


@pytest.mark.parametrize("path", [*VIEWS, *sorted(SITE.rglob("templates/**/*.html"))], ids=show)
def test_a_page_does_not_decide_by_role(path: Path) -> None:
    assert BY_ROLE.findall(path.read_text(encoding="utf-8")) == []


VERBS = (
    "record_", "grant_", "revoke_", "propose_", "accept_", "publish_", "seal_", "declare_", "end_",
    "confirm_", "adopt_", "remove_", "withdraw_", "erase_", "keep_", "drop_",
)  # fmt: skip


def _writers(path: Path) -> list[Function]:
    return [f for f in list_functions(path) if f.name.startswith(VERBS)]


@pytest.mark.parametrize("path", [p for p in ACTIONS if _writers(p)], ids=show)
def test_an_action_is_told_by_name_who_acts_and_when(path: Path) -> None:
    for function in _writers(path):
        named = {argument.arg for argument in function.args.kwonlyargs}
        assert function.args.args == [], function.name
        assert named & {"by", "actor", "account"}, function.name
        assert "at" in named, function.name


@pytest.mark.parametrize("path", [p for p in ACTIONS if _writers(p)], ids=show)
def test_an_action_is_kept_whole_or_not_at_all(path: Path) -> None:
    loose = [f.name for f in _writers(path) if "transaction.atomic" not in ast.unparse(f)]

    assert loose == []


ASKED_BY_NOBODY = {
    "find_broken_line",  # the chain itself, for whoever runs the server
    "list_crisis_lines",  # the same for everyone
    "find_account",  # for the command line
}


@pytest.mark.parametrize("path", QUERIES, ids=show)
def test_a_query_is_told_first_who_asks(path: Path) -> None:
    asked = [f for f in list_functions(path) if f.name.startswith(("find_", "list_", "count_"))]

    unasked = [
        f.name
        for f in asked
        if f.name not in ASKED_BY_NOBODY
        and not (f.args.args and f.args.args[0].arg in {"viewer", "account", "membership"})
    ]

    assert unasked == []


@pytest.mark.parametrize("path", MODELS, ids=show)
def test_what_is_kept_has_no_rule_no_clock_and_no_listener(path: Path) -> None:
    methods = {f.name for f in list_functions(path)}
    text = path.read_text(encoding="utf-8")

    assert methods.isdisjoint({"save", "delete", "clean", "full_clean", "save_base"})
    assert re.findall(r"auto_now|timezone|\bnow\(|\btoday\(|\bordering\b", text) == []
    assert not [name for name in list_imports(path) if name.endswith((".clock", ".actions"))]


@pytest.mark.parametrize("path", list_modules(SITE), ids=show)
def test_nothing_listens_in_secret(path: Path) -> None:
    listening = {"django.dispatch", "django.db.models.signals", "django.core.signals"}

    assert list_imports(path).isdisjoint(listening)


def test_there_is_no_admin() -> None:
    assert sorted(show(path) for path in SITE.rglob("admin.py")) == []


ACTION = re.compile(r"""["']([a-z_]+\.[a-z_]+)["']""")


def test_everything_that_leaves_a_line_has_words_for_it() -> None:
    from fallow_site.foundation.audit.queries import _WORDS  # noqa: PLC0415 - Django is ready now

    written = {
        word
        for path in list_modules(SITE)
        for call in ast.walk(read_tree(path))
        if isinstance(call, ast.Call) and _is_audit(call)
        for word in ACTION.findall(ast.unparse(call))
    }

    assert written - set(_WORDS) == set()
    assert set(_WORDS) - written - _spoken_apart() == set()


def _is_audit(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in {"_audit", "_tell", "record_entry"}


def _spoken_apart() -> set[str]:
    """Words that an action chooses between before it writes its line."""
    return {"link.confirmed", "link.refused"}

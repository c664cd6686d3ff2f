"""The domain asks for nothing: no clock, no chance, no package that the device does not have."""

import ast
import sys
from pathlib import Path

import pytest
from tests.house.source_tree import (
    DOMAIN,
    list_functions,
    list_imports,
    list_modules,
    read_tree,
    show,
)

ON_THE_DEVICE = list_modules(
    *(DOMAIN / room for room in ("base", "figures", "workload", "individual"))
)
CALENDAR_PACKAGES = {"icalendar", "recurring_ical_events"}
ASKS_THE_CLOCK = {"now", "today", "utcnow"}


@pytest.mark.parametrize("path", ON_THE_DEVICE, ids=show)
def test_what_runs_on_the_device_imports_the_standard_library_alone(path: Path) -> None:
    tops = {name.split(".")[0] for name in list_imports(path)}
    allowed = set(sys.stdlib_module_names) | {"fallow"}
    if path.is_relative_to(DOMAIN / "workload" / "readers"):
        allowed |= CALENDAR_PACKAGES

    assert tops <= allowed


@pytest.mark.parametrize("path", ON_THE_DEVICE, ids=show)
def test_the_domain_is_told_the_time_and_the_chance(path: Path) -> None:
    assert list_imports(path).isdisjoint({"random", "secrets", "uuid", "time"})
    assert _clock_calls(path) == []


def _clock_calls(path: Path) -> list[str]:
    calls = (node.func for node in ast.walk(read_tree(path)) if isinstance(node, ast.Call))
    attributes = [call for call in calls if isinstance(call, ast.Attribute)]
    return [a.attr for a in attributes if a.attr in ASKS_THE_CLOCK and _is_time_type(a.value)]


def _is_time_type(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
    return name in {"datetime", "date"}


@pytest.mark.parametrize("path", list_modules(DOMAIN / "workload"), ids=show)
def test_a_clock_a_day_or_a_chance_is_named_and_never_defaulted(path: Path) -> None:
    told = {"now", "today", "rng", "at"}

    for function in list_functions(path):
        positional = {a.arg for a in function.args.args + function.args.posonlyargs}
        defaulted = {
            argument.arg
            for argument, default in zip(
                function.args.kwonlyargs, function.args.kw_defaults, strict=True
            )
            if default is not None
        }
        if not function.name.startswith("_"):
            assert positional.isdisjoint(told), function.name
        assert defaulted.isdisjoint(told), function.name


@pytest.mark.parametrize("path", list_modules(DOMAIN / "workload" / "exposure"), ids=show)
def test_kernels_add_in_a_plain_loop(path: Path) -> None:
    """Python 3.11 and 3.14 add floats differently in `sum()`; a plain loop gives the same bytes."""
    names = [
        node.func.id
        for node in ast.walk(read_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]

    assert "sum" not in names

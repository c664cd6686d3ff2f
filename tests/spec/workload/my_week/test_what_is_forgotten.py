"""A refused question is gone once it was answered: nothing keeps what was in it, or the key."""

import json
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

import pytest

from fallow.base.errors import ValueRefused
from fallow.workload.my_week import requests
from fallow.workload.my_week.appointment_json import read_appointment
from fallow.workload.my_week.facade import Desk

SECRET = "canary 7f3a"
SETTINGS = {"zone": "Europe/Berlin", "hours": [[]] * 7}
ASKED = {"settings": SETTINGS, "now": "2026-03-10T12:00:00+00:00", "key": SECRET}
REFUSED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("week", {"settings": {"hours": SECRET}}),
    ("week", {"settings": {**SETTINGS, "exceptions": [{SECRET: 1}]}}),
    ("week", {"now": SECRET}),
    ("week", {"now": "2026-03-10T12:00:00"}),
    ("week", {"monday": SECRET}),
    ("read", {"source": "a", "name": "a.ics"}),
    ("read", {"source": "a", "name": "a.ics", "key": "00" * 32, "mapping": {SECRET: 1}}),
    ("join", {"appointments": [{"starts_at": SECRET}], "spans": []}),
    ("join", {"appointments": [], "spans": [{"source": SECRET}]}),
    ("join", {"appointments": [], "spans": [], "policy": {"weights": [["a", SECRET]]}}),
)


def test_no_refusal_stays_in_memory_with_what_was_asked() -> None:
    desk = Desk()

    for do, told in REFUSED:
        answer = json.loads(desk.answer(json.dumps({"do": do, **ASKED, **told})))
        assert not answer["ok"]
        assert SECRET not in str(answer)
    desk.answer('{"do": "forget"}')

    assert [text for text in _texts_of_kept_errors() if SECRET in text] == []


READERS: tuple[tuple[Callable[[Any], object], Any], ...] = (
    (lambda asked: requests.read_settings(asked, policy=None), {"settings": {"hours": SECRET}}),
    (requests.read_acuity, {"exceptions": [{SECRET: 1}]}),
    (requests.read_now, {"now": SECRET}),
    (requests.read_monday, {"monday": SECRET}),
    (requests.read_key, {"key": SECRET}),
    (requests.read_mapping, {"mapping": {SECRET: 1}}),
    (requests.read_span, {"source": SECRET}),
    (requests.read_policy, {"weights": [["a", SECRET]]}),
    (read_appointment, {"starts_at": SECRET}),
)


@pytest.mark.parametrize(("read", "asked"), READERS)
def test_a_refusal_carries_nothing_of_what_it_refused(read, asked) -> None:
    with pytest.raises(ValueRefused) as told:
        read(asked)

    assert SECRET not in str(told.value)
    assert (told.value.__cause__, told.value.__context__) == (None, None)


def _texts_of_kept_errors() -> Iterator[str]:
    """The words of every error that a module of Fallow keeps, and the values in its frames."""
    modules = [module for name, module in sys.modules.items() if name.startswith("fallow.")]
    for module in modules:
        for kept in [value for value in vars(module).values() if isinstance(value, BaseException)]:
            yield from _texts_of(kept)


def _texts_of(error: BaseException | None) -> Iterator[str]:
    if error is not None:
        yield str(error)
        yield from _texts_of_frames(error.__traceback__)
        yield from _texts_of(error.__cause__)
        yield from _texts_of(error.__context__)


def _texts_of_frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        yield repr(trace.tb_frame.f_locals)
        trace = trace.tb_next

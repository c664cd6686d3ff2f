"""What a golden case asks of the desk, question by question, and where its answers are kept.

It knows the page's questions. The same ones go to the desk here and to the worker in a browser.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fallow.workload.exposure.explaining import list_explained_figures
from fallow.workload.my_week.facade import Desk

HERE = Path(__file__).parent
CASES = ("spring", "autumn", "notes", "turn")
KEY = "00" * 32
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One request as the page sends it, and the file that goes with it."""

    request: str
    file: bytes | None = None


def list_questions(case: str) -> tuple[Question, ...]:
    """This will give a case's questions in their order; the first forgets what was before."""
    asked = json.loads(_folder(case).joinpath("asked.json").read_text(encoding="utf-8"))
    return tuple(_questions(case, asked))


def answer_all(case: str) -> list[str]:
    """This will put every question to one desk, as a page does from its opening to its close."""
    desk = Desk()
    return [desk.answer(question.request, question.file) for question in list_questions(case)]


def read_expected(case: str) -> list[str]:
    """This will give the answers as they were kept, one a line, byte for byte."""
    return _kept(case).read_bytes().decode("utf-8").split("\n")[:-1]


def keep_answers(case: str, answers: list[str]) -> None:
    _kept(case).write_bytes("".join(f"{answer}\n" for answer in answers).encode("utf-8"))


def _folder(case: str) -> Path:
    return HERE / "cases" / case


def _kept(case: str) -> Path:
    return _folder(case) / "expected.jsonl"


def _questions(case: str, asked: Json) -> Iterator[Question]:
    with_settings = {"settings": asked["settings"], "now": asked["now"], "key": KEY}
    yield _ask("forget")
    if case == CASES[0]:
        yield _ask("kinds")
        yield _ask("nothing that is known")
        yield _ask("read", b"\x89PNG\r\n\x1a\n\0\0", **with_settings, source="p", name="photo.png")
    content = _folder(case).joinpath(asked["file"]).read_bytes()
    reading = {**with_settings, "source": "calendar 1", "name": asked["file"]}
    if asked["mapping"]:
        yield _ask("read", content, **reading, mapping=None)
    yield _ask("read", content, **reading, mapping=asked["mapping"])
    if asked["practice"]:
        yield _ask("join", **with_settings, **asked["practice"])
    for monday in asked["mondays"]:
        yield _ask("week", **with_settings, monday=monday)
    for figure in list_explained_figures():
        yield _ask("explain", **with_settings, figure=figure, monday=asked["explained"])
    yield _ask("standing", **with_settings)
    yield _ask("resort", **with_settings)
    if asked["numbers"]:
        yield _ask("rough", **with_settings, numbers=asked["numbers"])


def _ask(do: str, file: bytes | None = None, **more: Any) -> Question:
    return Question(request=json.dumps({"do": do, **more}), file=file)

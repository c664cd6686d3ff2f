"""One sentence what happened, one what to do: exit code 1 for a file, 2 for a wrong question."""

import io
import sys
from pathlib import Path

import pytest
from tests.spec.cli.samples import TUESDAY_RUN


def test_a_file_that_is_not_there(fallow) -> None:
    said = fallow("work", "nowhere.ics")

    assert (said.code, said.out) == (1, "")
    assert said.err == "There is no file of that name. Check how it is written.\n"


def test_a_folder(fallow, tmp_path: Path) -> None:
    said = fallow("work", str(tmp_path))

    assert (said.code, said.err) == (
        1,
        "That is a folder, not a calendar. Name the file inside it.\n",
    )


def test_a_zip_as_calendars_are_exported_in(work) -> None:
    said = work("PK", name="export.zip")

    assert said.code == 1
    assert said.err == (
        "That is a zip file, which holds calendars. Unpack it and name the one inside.\n"
    )


def test_an_empty_file(work) -> None:
    said = work("")

    assert said.code == 1
    assert said.err.startswith("This file is empty.")


def test_nothing_in_the_pipe(fallow, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))

    assert fallow("work", "-").err.startswith("This file is empty.")


def test_a_picture(work) -> None:
    said = work("\x89PNG\x00\x00")

    assert said.code == 1
    assert said.err.startswith("This file could not be read as a calendar or a table of text.")


def test_a_calendar_above_20_megabytes(work) -> None:
    said = work(TUESDAY_RUN + " " * 20_000_000)

    assert said.code == 1
    assert said.err.startswith("This file is larger than Fallow reads: more than 20 MB.")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--zone", "Mars/Olympus"), "The time zone is not one we know."),
        (("--weeks", "0"), "Give 1 to 260 weeks."),
        (("--weeks", "many"), "Give 1 to 260 weeks."),
        (("--until", "tomorrow"), "Write the day as 2026-11-23."),
        (("--json", "--html", "week.html"), "not allowed with argument"),
    ],
)
def test_a_wrong_question_ends_with_2(work, options: tuple[str, ...], words: str) -> None:
    said = work(TUESDAY_RUN, *options)

    assert said.code == 2
    assert words in said.err
    assert "invalid" not in said.err


def test_an_unknown_command_names_the_known_ones(fallow) -> None:
    said = fallow("wrok")

    assert said.code == 2
    assert said.err.startswith("There is no command “wrok”. Choose one of: work, serve, demo")


def test_no_message_holds_a_title(work, tmp_path: Path) -> None:
    half = TUESDAY_RUN.replace("Session", "Jane Roe").removesuffix("END:VCALENDAR\n")

    said = work(half)

    assert said.code == 1
    assert "Jane" not in said.err

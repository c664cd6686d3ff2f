"""What every page of this chapter uses: the command, run in this process at a told time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.spec.cli.samples import NOW, ZONE

from fallow.cli.main import main


@dataclass(frozen=True)
class Said:
    """What a command printed, and the code it ended with."""

    code: int
    out: str
    err: str


@pytest.fixture
def fallow(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def run(*arguments: str) -> Said:
        try:
            code = main(list(arguments), clock=lambda: NOW)
        except SystemExit as end:  # argparse ends so when it is asked in a wrong way
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return run


@pytest.fixture
def work(fallow: Callable[..., Said], tmp_path: Path) -> Callable[..., Said]:
    """`fallow work` on a text, in New York, two weeks up to that of 23 November 2026."""

    def run(text: str, *options: str, name: str = "calendar.ics") -> Said:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return fallow("work", str(file), "--zone", ZONE, "--weeks", "2", *options)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    def to_file(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return to_file

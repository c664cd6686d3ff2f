"""An exported room opens with the age command, step by step as the README inside it says."""

import base64
import fcntl
import json
import os
import pty
import re
import subprocess
import termios
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage
import pytest
from tests.machine import find_age
from tests.unit.vault.test_age import run_node

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the README's lines are for a shell")
Export = dict[str, Any]


@pytest.fixture(scope="module")
def export() -> Export:
    if find_age() is None:
        pytest.skip("The age command is not here; install it with: sudo apt install age")
    made: Export = run_node("export")
    return made


@pytest.fixture
def folder(export: Export, tmp_path: Path) -> Path:
    zipfile.ZipFile(BytesIO(base64.b64decode(export["zip"]))).extractall(tmp_path)
    return tmp_path


def line_of(folder: Path, named: str) -> str:
    """The line of the README that holds these words, from the command on, without its remark."""
    readme = (folder / "README.txt").read_text("utf-8")
    (line,) = [line for line in readme.splitlines() if named in line and "age -d" in line]
    return re.sub(r"\s{2,}\(.*\)$", "", line[line.index("age -d") :])


def run_line(folder: Path, line: str, *, typed: str | None = None) -> bytes:
    """This will run a line in a shell, in a terminal of its own where something is typed."""
    above, below = pty.openpty()

    def take_terminal() -> None:
        fcntl.ioctl(below, termios.TIOCSCTTY, 0)

    if typed is not None:
        os.write(above, f"{typed}\n".encode())
    done = subprocess.run(
        line,
        cwd=folder,
        shell=True,
        capture_output=True,
        check=False,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        preexec_fn=take_terminal if typed is not None else None,
        timeout=60,
    )
    os.close(above)
    os.close(below)
    return done.stdout if done.returncode == 0 else b""


def open_ways_in(folder: Path, line: str, *, typed: str | None = None) -> str:
    """This will try each way in, as the README says, and give the identity that one holds."""
    for file in sorted((folder / "ways-in").iterdir()):
        is_words = b"\n-> scrypt " in file.read_bytes()
        if is_words == (typed is not None):
            run_line(folder, line.replace("FILE.age", file.name), typed=typed)
            told = (folder / "keys.json").read_text("utf-8")
            if told:
                return str(json.loads(told)["identity"])
    raise AssertionError("no way in opened")


def open_records(folder: Path, identity: str) -> dict[str, bytes]:
    (folder / "key.txt").write_text(identity + "\n")
    line = line_of(folder, "records/FILE.age")
    files = sorted((folder / "records").iterdir())
    return {f.name: run_line(folder, line.replace("FILE.age", f.name)) for f in files}


def texts_of(records: dict[str, bytes]) -> list[str]:
    bodies = [json.loads(json.loads(text)["body"]) for text in records.values()]
    return [body["text"] for body in bodies if "text" in body]


def test_the_sheet_opens_every_record(export: Export, folder: Path) -> None:
    (folder / "sheet.txt").write_text(export["sheet"] + "\n")

    identity = open_ways_in(folder, line_of(folder, "sheet.txt"))

    assert texts_of(open_records(folder, identity)) == export["texts"] == ["kept"]


def test_the_six_words_open_every_record(export: Export, folder: Path) -> None:
    identity = open_ways_in(folder, line_of(folder, "asks for the words"), typed=export["words"])

    assert texts_of(open_records(folder, identity)) == export["texts"]


def test_what_the_age_command_sealed_again_opens_in_the_page(export: Export, folder: Path) -> None:
    (folder / "sheet.txt").write_text(export["sheet"] + "\n")
    identity = open_ways_in(folder, line_of(folder, "sheet.txt"))
    records = open_records(folder, identity)
    own, sheet = (str(_identity(key).to_public()) for key in (identity, export["sheet"]))

    sealed = BytesIO()
    with zipfile.ZipFile(sealed, "w") as again:
        again.write(folder / "README.txt", "README.txt")
        slot = _seal(sheet, (folder / "keys.json").read_bytes())
        again.writestr(f"ways-in/{'7' * 32}.age", slot)
        for name, text in records.items():
            again.writestr(f"records/{name}", _seal(own, text))
    zipped = base64.b64encode(sealed.getvalue()).decode()
    opened = run_node("restore", given=json.dumps({"zip": zipped, "sheet": export["sheet"]}))

    assert opened == {"texts": export["texts"], "findings": []}


def _identity(line: str) -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.from_str(line)


def _seal(recipient: str, content: bytes) -> bytes:
    age = find_age() or "age"
    command = [age, "-r", recipient]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout

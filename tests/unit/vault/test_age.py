"""Sealed files open with two other age programs, and what those seal opens in the page."""

import base64
import json
import subprocess
from pathlib import Path
from typing import Any

import pyrage
import pytest
from go import find_node
from tests.machine import find_age

SCRIPT = Path(__file__).parents[2] / "vault" / "age_files.mjs"
TEXT = '{"text":"äußerst müde"}'


def run_node(*arguments: str, given: str = "") -> Any:
    done = subprocess.run(
        [*find_node(), str(SCRIPT), *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    files: dict[str, str] = run_node("make")
    return files


def sealed(made: dict[str, str], name: str) -> bytes:
    return base64.b64decode(made[name])


def test_a_record_opens_with_pyrage(made: dict[str, str]) -> None:
    identity = pyrage.x25519.Identity.from_str(made["identity"])

    assert pyrage.decrypt(sealed(made, "record"), [identity]).decode().rstrip() == TEXT


def test_a_record_is_padded_so_that_its_length_says_little(made: dict[str, str]) -> None:
    identity = pyrage.x25519.Identity.from_str(made["identity"])

    assert len(pyrage.decrypt(sealed(made, "record"), [identity])) == 1024


def test_the_lock_of_six_words_opens_with_pyrage(made: dict[str, str]) -> None:
    opened = pyrage.passphrase.decrypt(sealed(made, "by_words"), made["words"]).decode()

    assert json.loads(opened) == json.loads(made["inside"])


def test_the_sheet_opens_its_lock_with_the_age_command(
    made: dict[str, str], tmp_path: Path
) -> None:
    age = find_age()
    if age is None:
        pytest.skip("The age command is not here; install it with: sudo apt install age")
    key, file = tmp_path / "sheet.txt", tmp_path / "slot.age"
    key.write_text(made["sheet"] + "\n")
    file.write_bytes(sealed(made, "by_sheet"))

    done = subprocess.run([age, "-d", "-i", str(key), str(file)], capture_output=True, check=True)

    assert json.loads(done.stdout) == json.loads(made["inside"])


def test_what_the_age_command_seals_opens_in_the_page(made: dict[str, str]) -> None:
    age = find_age()
    if age is None:
        pytest.skip("The age command is not here; install it with: sudo apt install age")

    def seal(content: str, recipient: str) -> str:
        done = subprocess.run(
            [age, "-r", recipient], input=content.encode(), capture_output=True, check=True
        )
        return base64.b64encode(done.stdout).decode()

    sheet = str(pyrage.x25519.Identity.from_str(made["sheet"]).to_public())
    given = {
        "record": seal(TEXT, made["recipient"]),
        "by_key": seal(made["inside"], sheet),
        "by_words": made["by_words"],
        **{"identity": made["identity"], "key": made["sheet"], "words": made["words"]},
    }

    assert run_node("open", given=json.dumps(given))["text"] == TEXT


def test_what_pyrage_seals_opens_in_the_page(made: dict[str, str]) -> None:
    recipient = pyrage.x25519.Recipient.from_str(made["recipient"])
    sheet = pyrage.x25519.Identity.from_str(made["sheet"])
    coded = {
        "record": pyrage.encrypt(TEXT.encode(), [recipient]),
        "by_words": pyrage.passphrase.encrypt(made["inside"].encode(), made["words"]),
        "by_key": pyrage.encrypt(made["inside"].encode(), [sheet.to_public()]),
    }
    given = {name: base64.b64encode(content).decode() for name, content in coded.items()}
    given |= {"identity": made["identity"], "key": made["sheet"], "words": made["words"]}

    opened = run_node("open", given=json.dumps(given))

    assert opened == {"text": TEXT, "authors": [made["author"], made["author"]]}

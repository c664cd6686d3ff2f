"""`go.py` says what it knows, repairs what was interrupted, and shows no noise but of failures."""

import subprocess
import sys
import venv
from pathlib import Path

import go
import pytest

GO = Path(go.__file__)


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["sing"], 2), (["help"], 0)])
def test_without_a_command_it_lists_them(arguments: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, GO, *arguments], capture_output=True, text=True, check=False
    )

    assert done.returncode == code
    assert done.stdout == f"{go.USAGE}\n"


def test_what_stops_it_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise go.CannotGoOn("Something is missing. Bring it and start again.")

    monkeypatch.setattr(go, "check_python", stop)

    assert go.main(["demo"]) == 1
    assert capsys.readouterr().err == "\nSomething is missing. Bring it and start again.\n"


def test_what_a_tool_says_is_shown_when_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    words = "print('why it failed'); raise SystemExit(3)"

    assert go.run_quietly([sys.executable, "-c", words]) == 3
    assert capsys.readouterr().out == "why it failed\n"


def test_what_a_tool_says_is_not_shown_when_it_succeeds(
    capfd: pytest.CaptureFixture[str],
) -> None:
    words = "import sys; print('WARNING: some location'); print('noise', file=sys.stderr)"

    assert go.run_quietly([sys.executable, "-c", words]) == 0
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """go.py with an environment of its own, which is not there yet."""
    folder = tmp_path / "environment"
    monkeypatch.setattr(go, "ENVIRONMENT", folder)
    monkeypatch.setattr(go, "PYTHON", folder / "bin" / "python")
    monkeypatch.setattr(go, "STAMPS", folder / "fallow-stamps.json")
    return folder


def test_an_environment_that_was_interrupted_is_finished(environment: Path) -> None:
    """Its Python is there before its pip is; without a stamp it is known not to be whole."""
    venv.EnvBuilder(with_pip=False).create(environment)

    go._make_environment()

    done = subprocess.run([go.PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
    assert (done.returncode, go.STAMPS.read_text()) == (0, "{}")


def test_an_install_that_failed_is_not_taken_for_done(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(go, "_make_environment", environment.mkdir)
    monkeypatch.setattr(go, "_pip", lambda *_: 1)

    with pytest.raises(go.CannotGoOn, match="could not be installed"):
        go.install_python("base")

    assert not go.STAMPS.exists()


def test_a_python_that_is_too_old_is_told_which_would_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(go.sys, "version_info", (3, 10, 2))

    with pytest.raises(go.CannotGoOn, match=r"needs Python 3\.11 or newer"):
        go.check_python()


def test_the_hashes_of_a_release_are_those_of_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of "abc", from FIPS 180-4's example for SHA-256, in the form `sha256sum --check` reads."""
    monkeypatch.chdir(tmp_path)
    for file in ("dist/fallow.whl", "src/fallow_site/built/room.json"):
        Path(file).parent.mkdir(parents=True)
        Path(file).write_text("abc")

    go._write_release_hashes()

    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    written = Path("dist/RELEASE-HASHES").read_text()
    assert written == f"{abc}  fallow.whl\n{abc}  room.json\n"
    assert written in capsys.readouterr().out

"""The runner of broken files counts, says how to read one again, and fails when one went wrong."""

import pytest
from tests.fuzz import run


def test_files_that_are_answered_pass(capsys: pytest.CaptureFixture[str]) -> None:
    code = run.main(["--count", "3", "--reader", "fhir", "--seed", "5"])

    assert code == 0
    assert "3 passed, 0 failed" in capsys.readouterr().out


def test_a_file_that_went_wrong_fails_and_can_be_read_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = iter((None, "KeyError: 'start'", None))
    monkeypatch.setattr(run, "find_fault", lambda _reader, _content: next(faults))

    code = run.main(["--count", "3", "--reader", "fhir", "--seed", "5"])

    said = capsys.readouterr().out
    assert code == 1
    assert "again: --reader fhir --seed 5 --number 1" in said
    assert "2 passed, 1 failed" in said


def test_one_file_is_read_again_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    run.main(["--reader", "fhir", "--seed", "5", "--number", "1"])

    assert "bytes: nothing went wrong" in capsys.readouterr().out

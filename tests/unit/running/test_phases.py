"""A phase that cannot run, that skips in CI, or that nobody named, is a failure and says so."""

from pathlib import Path

import pytest
from tests import run
from tests.counting import count_reported

PASSES = "def test_it() -> None:\n    pass\n"
SKIPS = "import pytest\n\n\n@pytest.mark.skip\ndef test_it() -> None:\n    pass\n"
FAILS = "def test_it() -> None:\n    assert False\n"


@pytest.fixture
def phase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> run.Phase:
    """A phase of one folder, in a place where there is nothing else."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:django -p no:playwright -p no:base_url")
    (tmp_path / "some").mkdir()
    return run.Phase(name="some tests", folders=("some",))


def test_a_phase_that_passes_is_counted_and_timed(phase: run.Phase) -> None:
    Path("some/test_one.py").write_text(PASSES)
    tally = run.Tally()

    run.run_phase(tally, phase)

    assert (run.close(tally), tally.counts["tests"], tally.counts["broken"]) == (0, 1, 0)
    assert [name for name, _ in tally.durations] == ["some tests"]


def test_a_phase_that_fails_is_named(phase: run.Phase, capfd: pytest.CaptureFixture[str]) -> None:
    Path("some/test_one.py").write_text(FAILS)
    tally = run.Tally()

    run.run_phase(tally, phase)

    assert run.close(tally) == 1
    assert "Not in order: some tests." in capfd.readouterr().out


@pytest.mark.parametrize("folders", [("some", "missing"), ("missing",), ()])
def test_a_missing_folder_never_makes_pytest_run_everything(
    phase: run.Phase, folders: tuple[str, ...]
) -> None:
    Path("some/test_one.py").write_text(PASSES)
    tally = run.Tally()

    run.run_phase(tally, run.Phase(name="some tests", folders=folders))

    assert (run.close(tally), tally.durations) == (1, [])
    assert tally.not_run[0].startswith("NOT RUN: some tests. Missing:")


@pytest.mark.parametrize(("in_ci", "code"), [(True, 1), (False, 0)])
def test_a_skipped_test_fails_its_phase_in_ci_alone(
    phase: run.Phase, monkeypatch: pytest.MonkeyPatch, in_ci: bool, code: int
) -> None:
    monkeypatch.setattr(run, "IN_CI", in_ci)
    Path("some/test_one.py").write_text(SKIPS)
    tally = run.Tally()

    run.run_phase(tally, phase)

    assert run.close(tally) == code
    assert tally.failed_phases == (["some tests (1 skipped)"] if in_ci else [])


@pytest.mark.parametrize(("in_ci", "code"), [(True, 1), (False, 0)])
def test_without_postgresql_it_says_so_and_fails_in_ci_alone(
    monkeypatch: pytest.MonkeyPatch, in_ci: bool, code: int
) -> None:
    monkeypatch.setattr(run, "IN_CI", in_ci)
    monkeypatch.setattr(run, "find_postgresql", lambda: None)
    tally = run.Tally()

    run._run_on_postgresql(tally)

    assert run.close(tally) == code
    assert tally.not_run[0].startswith("NOT RUN on PostgreSQL: tests/site. Install it")


def test_a_folder_of_tests_that_no_phase_names_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "test_one.py").write_text(PASSES)
    (tmp_path / "forgotten").mkdir()
    (tmp_path / "forgotten" / "test_one.py").write_text(PASSES)
    tally = run.Tally()

    run.look_for_unlisted(tally, tmp_path)

    assert tally.failed_phases == ["tests/forgotten, which no phase runs"]


def test_every_folder_of_tests_of_ours_is_run_by_a_phase() -> None:
    tally = run.Tally()

    run.look_for_unlisted(tally, Path(__file__).parents[2])

    assert tally.failed_phases == []


def test_a_run_that_ended_without_a_report_counts_nothing(tmp_path: Path) -> None:
    assert count_reported(tmp_path / "report.xml") == {}


def test_the_closing_line_tells_the_sums(capsys: pytest.CaptureFixture[str]) -> None:
    run.close(run.Tally(counts={"tests": 9, "broken": 2, "skipped": 1}))

    closing = capsys.readouterr().out.splitlines()[-1]
    assert closing.startswith("====== 2 failed, 6 passed, 1 skipped in ")

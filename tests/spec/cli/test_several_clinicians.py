"""A file of a whole practice: a week belongs to one person, so the command asks whose."""

import pytest
from tests.spec.cli.samples import TWO_CLINICIANS


@pytest.fixture
def of_two(work, write):
    shown = work(TWO_CLINICIANS, name="practice.csv").err
    mapping = write("mapping.toml", shown[shown.index("fingerprint") :])
    rules = write("rules.toml", "")

    def run(*options: str):
        told = ("--mapping", mapping, "--rules", rules)
        return work(TWO_CLINICIANS, *told, *options, name="practice.csv")

    return run


def test_it_lists_whom_the_file_tells_of(of_two) -> None:
    said = of_two()

    assert said.code == 1
    assert said.err == (
        "This file tells of 2 clinicians, and a week belongs to one of them. "
        "Say whose week it is.\nName one with --clinician:\n  Ada\n  Petra\n"
    )


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b31m", "\u202e"])
def test_a_name_cannot_steer_the_terminal(work, write, sign: str) -> None:
    table = TWO_CLINICIANS.replace("Ada", f"Ada{sign}")
    shown = work(table, name="practice.csv").err
    mapping = write("mapping.toml", shown[shown.index("fingerprint") :])

    said = work(table, "--mapping", mapping, name="practice.csv")

    assert sign not in said.err
    assert "Name one with --clinician:\n  Ada " in said.err


@pytest.mark.parametrize(("name", "count"), [("Ada", 2), ("Petra", 1)])
def test_one_of_them_is_measured_alone(of_two, name: str, count: int) -> None:
    said = of_two("--clinician", name)

    # no entry has a title or a client, so none of them is sorted; each counts for its own person
    noun = "appointment" if count == 1 else "appointments"
    assert f"3 entries in the file, {count} {noun} in these weeks." in said.out
    assert f"\n  {count} like this: without a title" in said.out


def test_somebody_who_is_not_in_it_is_refused(of_two) -> None:
    said = of_two("--clinician", "Zed")

    assert said.code == 1
    assert said.err.startswith("The file does not tell of that clinician.")

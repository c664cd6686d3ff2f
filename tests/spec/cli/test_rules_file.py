"""`--rules TOML`: your own words for kinds, your hours, your caseload, your usual lengths.

docs/how-to/rules.md is the page about it; its example is read here.
"""

import re
import tomllib
from pathlib import Path

import pytest
from tests.spec.cli.samples import SIMPLEPRACTICE, TUESDAY_RUN, cells_of

from fallow.cli.options import read_mapping_file, read_terms

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "rules.md"


def test_words_of_ones_own_sort_what_was_left(work, write) -> None:
    rules = write("rules.toml", '[rules]\nindividual = ["blue room"]\n')

    said = work(TUESDAY_RUN, "--rules", rules)

    # 3 h 20 min and the hour in the blue room
    assert cells_of(said.out, "2026-11-16")[1] == "4 h 20 min"
    assert "not sorted" not in said.out


def test_ones_own_rule_goes_before_the_starting_ones(work, write) -> None:
    rules = write("rules.toml", '[rules]\ntraining = ["session"]\n')

    said = work(TUESDAY_RUN, "--rules", rules)

    assert cells_of(said.out, "2026-11-16")[1] == "0 min"


def test_hours_of_ones_own_decide_what_lies_outside(work, write) -> None:
    rules = write("rules.toml", '[hours]\ntuesday = ["09:00-13:00", "20:00-21:00"]\n')

    said = work(TUESDAY_RUN, "--rules", rules)

    # notes from 20:10 to 21:10: ten minutes lie outside
    assert cells_of(said.out, "2026-11-16")[5] == "10 min"
    assert "Working hours: as your rules file says." in said.out


def test_a_caseload_turns_the_range_into_a_number(work, write) -> None:
    rules = write("rules.toml", 'caseload = "trauma_processing"\n')

    said = work(TUESDAY_RUN, "--rules", rules)

    # 200 min × 1.4 + 4 × 15 min = 340 min = 5.67 h
    assert cells_of(said.out, "2026-11-16")[2] == "5.7 h"


def test_a_length_of_ones_own_goes_with_its_billing_code(work, write) -> None:
    rules = write("rules.toml", "[lengths]\n90837 = 55\n90834 = 40\n")

    said = work(SIMPLEPRACTICE, "--rules", rules, name="report.csv")

    assert cells_of(said.out, "2026-11-16")[1] == "1 h 35 min"


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        'caseloads = "standard_individual"',
        'caseload = "severe"',
        "caseload = 3",
        'paid_hours = "30"',
        "rules = 3",
        '[rules]\nnonsense = ["a"]',
        '[rules]\nindividual = "a"',
        "[rules]\nindividual = [3]",
        '[hours]\nmondy = ["9:00-17:00"]',
        '[hours]\nmonday = ["9-17"]',
        '[hours]\nmonday = ["17:00-9:00"]',
        "[hours]\nmonday = 3",
        '[lengths]\n90837 = "long"',
        "[lengths]\n90837 = 0",
    ],
)
def test_a_line_that_does_not_fit_is_refused_with_a_sentence(work, write, text: str) -> None:
    said = work(TUESDAY_RUN, "--rules", write("rules.toml", text))

    assert said.code == 1
    assert said.err.startswith("The rules file ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        "starts_at = 1",
        'fingerprint = "a"\ndate_format = "ymd"\nstarts_at = 1',
        'fingerprint = "a"\ndate_format = "iso"\nstarts_at = "Start"',
        'fingerprint = "a"\ndate_format = "iso"\nstarts_at = -1',
        'fingerprint = "a"\ndate_format = "iso"\nstarts_at = 1\nroom = 2',
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_a_sentence(work, write, text: str) -> None:
    said = work(TUESDAY_RUN, "--mapping", write("mapping.toml", text))

    assert said.code == 1
    assert said.err.startswith("The mapping file ")


def _examples() -> list[str]:
    return re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_of_the_page_can_be_used_as_they_stand(write) -> None:
    rules, mapping = _examples()

    assert read_terms(write("rules.toml", rules)).paid_minutes == 30 * 60
    assert read_mapping_file(write("mapping.toml", mapping)).starts_at == 1
    assert set(tomllib.loads(rules)) == {"caseload", "paid_hours", "rules", "hours", "lengths"}

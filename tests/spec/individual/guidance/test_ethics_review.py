"""A private review against the codes: notices first, no score, a record of dates and topics."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.review.reflection import (
    Reflection,
    list_notices,
    write_record,
)
from fallow.individual.guidance.review.sections import (
    QUESTIONS,
    About,
    find_section,
    list_sections,
    list_sections_about,
)

OWN = Reflection(
    written_date=date(2026, 11, 26),
    notice_read_date=date(2026, 11, 1),
    about=About.SELF,
    sections=("aca_c_2_g", "apa_2_06"),
    words="I cancelled twice this month.",
)


@pytest.mark.parametrize("about", list(About))
def test_before_the_first_word_it_is_said_that_nothing_is_privileged(about: About) -> None:
    assert "not legally privileged" in list_notices(about)[0]


@pytest.mark.parametrize("about", [About.COLLEAGUE, About.SUPERVISEE])
def test_a_worry_about_someone_else_is_told_of_duties_and_names_nobody(about: About) -> None:
    said = list_notices(about)[1]

    assert said.startswith("Write no name.")
    assert "may have to report" in said


def test_words_before_the_notice_are_refused() -> None:
    with pytest.raises(ValueRefused):
        replace(OWN, notice_read_date=date(2026, 11, 27))


def test_a_reflection_has_topics_and_they_are_about_the_same_person() -> None:
    with pytest.raises(ValueRefused):
        replace(OWN, sections=())
    with pytest.raises(ValueRefused):
        replace(OWN, sections=("aca_f_5_b",))  # about a supervisee
    with pytest.raises(ValueRefused):
        find_section("hippocrates")


@pytest.mark.parametrize(
    ("key", "section", "edition"),
    [
        ("apa_2_06", "2.06", "2002, with the changes of 2010 and 2017"),
        ("aca_c_2_g", "C.2.g", "2014"),
        ("nasw_4_05", "4.05", "2021"),
        ("nasw_2_08", "2.08 (2.09 before the revision of 2017/18)", "2021"),
        ("aamft_3_3", "3.3", "2015"),
    ],
)
def test_sections_are_named_by_number_and_edition(key: str, section: str, edition: str) -> None:
    # standards.md §7
    assert (find_section(key).section, find_section(key).edition) == (section, edition)


def test_self_care_in_the_nasw_code_is_an_aim_and_no_basis_for_a_complaint() -> None:
    assert "no basis for a complaint" in find_section("nasw_self_care").topic


@pytest.mark.parametrize("about", list(About))
def test_there_are_sections_and_questions_for_each(about: About) -> None:
    assert list_sections_about(about)
    assert len(QUESTIONS[about]) >= 3


def _rows(record: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(record)))


def test_the_record_has_dates_and_topics_and_no_words_unless_asked_for() -> None:
    rows = _rows(write_record([OWN], with_words=False))

    assert rows[0] == ["date", "about", "topic", "code", "edition", "section"]
    assert [(row[0], row[1], row[5]) for row in rows[1:]] == [
        ("2026-11-26", "self", "C.2.g"),
        ("2026-11-26", "self", "2.06"),
    ]
    assert "cancelled" not in write_record([OWN], with_words=False)


def test_words_join_by_choice_and_are_never_a_formula() -> None:
    odd = replace(OWN, words="=1+1")

    assert _rows(write_record([OWN], with_words=True))[1][-1] == "I cancelled twice this month."
    assert _rows(write_record([odd], with_words=True))[1][-1] == "'=1+1"


def test_the_oldest_reflection_comes_first() -> None:
    older = replace(OWN, written_date=date(2026, 11, 2))

    rows = _rows(write_record([OWN, older], with_words=False))

    assert [row[0] for row in rows[1:]] == sorted(row[0] for row in rows[1:])


def test_every_section_says_how_sure_its_number_is() -> None:
    assert {section.evidence for section in list_sections()} == {"verified", "unverified"}

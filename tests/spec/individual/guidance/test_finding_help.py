"""Finding help: whom, who pays, who learns of it, what a board may ask."""

from fallow.individual.guidance.care import find_help


def test_there_are_four_ways_and_the_own_therapist_comes_first() -> None:
    keys = [route.key for route in find_help().routes]

    assert keys == ["own_therapist", "eap", "peer_line", "physician"]


def test_each_way_answers_all_three_questions_and_gives_a_first_sentence() -> None:
    for route in find_help().routes:
        told = (route.good_for, route.who_pays, route.who_learns, route.board_may_ask, route.opens)
        assert all(told)


def test_what_is_general_knowledge_says_so() -> None:
    sources = [route.source for route in find_help().routes]
    general = [source for source in sources if "general knowledge" in source.lower()]

    assert general
    assert [source for source in general if "(unverified)" not in source] == []
    assert [source for source in sources if "verified)" not in source] == []


def test_what_one_employer_says_is_not_said_of_all() -> None:
    # opm.gov, FAQ on the EAP: no disclosure without permission, but child abuse and threats
    (eap,) = [route for route in find_help().routes if route.key == "eap"]

    assert (
        "for federal employees of the United States (opm.gov, read on 26 November 2026"
        in eap.source
    )
    assert eap.source.endswith("general knowledge (unverified).")


def test_what_is_said_of_boards_has_its_source() -> None:
    # trust.md §6: as of February 2025, 42 licensure boards and 521 hospitals
    assert "42 boards and 521 hospitals" in find_help().about_boards_source
    assert "46 of 67" in find_help().about_choice_source


def test_no_way_is_called_safe_without_its_limits() -> None:
    said = " ".join(f"{r.who_learns} {r.board_may_ask}" for r in find_help().routes).lower()

    assert "ask first" in said
    assert "ask before you begin" in said

"""One thing done again after a pause: all looked at together, for what works only while on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.house.readability import find_grade
from tests.house.test_wording import HIGHEST_GRADE, NEVER_SAID
from tests.spec.individual.evaluation.trying import (
    MONDAY,
    make_history,
    make_trial,
    with_phase,
)

from fallow.base.errors import ValueRefused
from fallow.individual.evaluation.again import propose_again
from fallow.individual.evaluation.looking import Answer, Look, look
from fallow.individual.evaluation.sentences import explain_again, explain_look
from fallow.individual.evaluation.trial import Ending, Phase, Trial, find_overlapping, find_washout
from fallow.individual.evaluation.weeks import Reason
from fallow.individual.guidance.interventions import list_interventions

USUAL, BETTER = 2.0, 1.35
CALM = [2.0, 2.3, 1.8, 2.1, 1.9, 2.2] * 2  # twelve weeks around 2.0


def _phase(start_week: int, weeks: int) -> Phase:
    start = MONDAY + timedelta(weeks=start_week)
    last = start + timedelta(weeks=weeks, days=-1)
    return Phase(start_date=start, look_date=last, end_date=last)


TWICE = replace(
    make_trial(start_week=12, weeks=8),
    phases=(_phase(12, 8), _phase(29, 8)),  # nine weeks of pause, the first of them left out
    washout_weeks=1,
)
OFTEN = [*CALM, *[BETTER] * 8, *[USUAL] * 9, *[BETTER] * 8]


def _look(values: list[float | None], trial: Trial = TWICE) -> Look:
    return look(trial, make_history(values), today=trial.last.last_date)


@pytest.mark.parametrize(
    ("week", "part"), [(11, 0), (12, 1), (19, 1), (20, None), (21, 2), (28, 2), (29, 3)]
)
def test_the_weeks_fall_into_times_with_it_and_pauses(week: int, part: int | None) -> None:
    assert TWICE.part_in(MONDAY + timedelta(weeks=week)) == part


def test_a_week_in_which_it_ends_counts_for_neither_side() -> None:
    ended = replace(_phase(12, 8), end_date=MONDAY + timedelta(weeks=19, days=2))
    trial = replace(TWICE, phases=(ended, TWICE.last))

    parts = [trial.part_in(MONDAY + timedelta(weeks=week)) for week in (18, 19, 20, 21)]

    assert parts == [1, None, None, 2]


def test_the_week_in_which_it_may_still_work_changes_nothing() -> None:
    other = [*OFTEN]
    other[20] = 3.9

    assert _look(other) == _look(OFTEN)


def test_what_shows_each_time_is_told_where_one_time_would_not_do() -> None:
    once = replace(TWICE, phases=TWICE.phases[:1])

    assert _look([*CALM, *[BETTER] * 8], once).answer is Answer.CANNOT_TELL
    assert _look(OFTEN).answer is Answer.HELPED


def test_what_stays_in_the_pause_as_it_was_cannot_be_told() -> None:
    stays = [*CALM, *[1.35] * 25]

    assert _look(stays).answer is Answer.CANNOT_TELL


def test_nothing_is_claimed_while_the_second_time_still_runs() -> None:
    running = with_phase(TWICE, end_date=None)

    found = look(running, make_history(OFTEN), today=running.last.look_date - timedelta(days=1))

    assert found.answer is Answer.TOO_EARLY
    assert explain_look(running, found) == (
        "It is too early to tell. All times are looked at together on 20 September 2026.",
    )


@pytest.mark.parametrize("week", [14, 22, 31])
def test_five_answered_weeks_are_asked_of_each_time_and_of_the_pause(week: int) -> None:
    missed: list[float | None] = [*OFTEN]
    missed[week : week + 4] = [None] * 4

    found = _look(missed)

    assert (found.answer, found.reason) == (Answer.CANNOT_TELL, Reason.FEW_IN_A_PART)
    assert "It takes 5 each time with it, and 5 in the pause." in explain_look(TWICE, found)[0]


def test_it_is_said_that_hard_weeks_ease_by_themselves_but_seldom_each_time() -> None:
    said = explain_look(TWICE, _look(OFTEN))

    assert said[0].startswith("It seems to have helped.")
    assert said[1] == (
        "You did it twice, with a pause between. Hard weeks ease by themselves, but seldom each "
        "time you begin. The first week of a pause is left out: it may still have worked then."
    )


def test_only_what_works_while_it_is_kept_and_comes_soon_can_be_done_again() -> None:
    """Rows 7, 11 and 26 of interventions.md §2: while on, and whole within four weeks."""
    found = {one.id: weeks for one in list_interventions() if (weeks := find_washout(one))}

    assert found == {"protected-gaps": 1, "reflective-journal": 4, "admin-relief": 4}


def test_what_the_table_calls_while_on_says_so_in_words_too() -> None:
    for one in list_interventions():
        assert one.is_only_while_kept == (one.half_life == "It works only while it is kept.")


def test_the_pause_is_long_enough_for_its_weeks_and_the_second_time_as_long_as_the_first() -> None:
    trial = replace(make_trial(start_week=12, weeks=8), washout_weeks=4)
    day = trial.last.look_date  # Monday 25 May 2026

    coming = propose_again(trial, Answer.CANNOT_TELL, today=day)

    assert coming is not None
    assert coming.start_date == date(2026, 8, 24)  # the week that it ends in, 4 weeks and 8 weeks
    assert coming.look_date - coming.start_date == timedelta(weeks=8)


@pytest.mark.parametrize(
    ("trial", "answer", "days"),
    [
        (replace(TWICE, phases=TWICE.phases[:1], washout_weeks=None), Answer.CANNOT_TELL, 0),
        (TWICE, Answer.CANNOT_TELL, -1),
        (TWICE, Answer.MADE_IT_WORSE, 0),
        (with_phase(TWICE, ending=Ending.DID_NOT_SUIT), Answer.CANNOT_TELL, 0),
    ],
)
def test_nobody_is_asked_to_do_again_what_lasts_runs_or_did_no_good(
    trial: Trial, answer: Answer, days: int
) -> None:
    today = trial.last.last_date + timedelta(days=days)

    assert propose_again(trial, answer, today=today) is None


def test_a_pause_comes_between_and_what_lasts_on_is_not_done_again() -> None:
    with pytest.raises(ValueRefused):
        replace(TWICE, washout_weeks=None)
    with pytest.raises(ValueRefused):
        replace(TWICE, phases=(_phase(12, 8), _phase(19, 8)))
    with pytest.raises(ValueRefused):
        replace(TWICE, phases=(replace(_phase(12, 8), end_date=None), _phase(29, 8)))


def test_what_runs_in_the_pause_alone_is_no_overlap() -> None:
    between = replace(make_trial(start_week=21, weeks=6), what="something else")
    second = replace(make_trial(start_week=30, weeks=6), what="another")

    assert find_overlapping(TWICE, [TWICE, between, second]) == (second,)


def test_what_it_takes_is_said_before_and_nobody_is_held_to_it() -> None:
    said = explain_again(_phase(29, 8))

    assert "Leave it until 27 July 2026, do it again until 20 September 2026" in said
    assert "If leaving it is hard on you, keep it" in said
    assert find_grade(said) <= HIGHEST_GRADE
    assert not NEVER_SAID.search(said)

"""Ending before the chosen day: looked at as far as it went, asked more of, and never held against
anyone."""

from datetime import timedelta

import pytest
from tests.house.readability import find_grade
from tests.house.test_wording import HIGHEST_GRADE, NEVER_SAID
from tests.spec.individual.evaluation.trying import make_history, make_trial, with_phase

from fallow.base.estimate import Estimate
from fallow.individual.evaluation.looking import Answer, Look, look
from fallow.individual.evaluation.sentences import explain_look
from fallow.individual.evaluation.trial import Ending, Trial
from fallow.individual.evaluation.weeks import Reason

CALM = [2.0, 2.3, 1.8, 2.1, 1.9, 2.2] * 5  # thirty weeks around 2.0
PLANNED = make_trial(start_week=30, weeks=12)


def _stopped(*, weeks: int, ending: Ending = Ending.UNSAID) -> Trial:
    last = PLANNED.start_date + timedelta(weeks=weeks, days=-1)
    return with_phase(PLANNED, end_date=last, ending=ending)


def _look(trial: Trial, after: list[float]) -> Look:
    return look(trial, make_history([*CALM, *after]), today=trial.last.last_date)


def test_what_ended_is_looked_at_on_that_day_and_not_on_the_chosen_one() -> None:
    found = _look(_stopped(weeks=8), [0.2] * 8)

    assert found.answer is Answer.HELPED


def test_weeks_after_the_end_change_nothing() -> None:
    trial = _stopped(weeks=6)

    assert _look(trial, [0.6] * 6) == _look(trial, [0.6] * 6 + [3.9] * 6)


def test_with_fewer_than_four_answered_weeks_it_is_too_early_to_say() -> None:
    found = _look(_stopped(weeks=3), [0.2] * 3)

    assert (found.answer, found.reason) == (Answer.TOO_EARLY, Reason.ENDED_SOON)
    (said,) = explain_look(_stopped(weeks=3), found)
    assert said == (
        "It is too early to say. It ended after 3 weeks, and 4 answered weeks with it are the "
        "least. Ending it is fine."
    )


def test_a_day_that_was_not_chosen_before_is_asked_for_more() -> None:
    """The same eight weeks are called a help on the chosen day, and not as an early end."""
    chosen = make_trial(start_week=30, weeks=8)
    stopped = _stopped(weeks=8)
    weeks = [1.2] * 8

    on_time, early = _look(chosen, weeks), _look(stopped, weeks)

    assert on_time.effect is not None
    assert early.effect is not None
    assert on_time.answer is Answer.HELPED
    assert early.answer is Answer.CANNOT_TELL
    assert early.effect.low < on_time.effect.low
    assert early.effect.high > 0 > on_time.effect.high


def test_stopping_on_the_day_or_later_is_no_early_end() -> None:
    later = with_phase(PLANNED, end_date=PLANNED.last.look_date + timedelta(weeks=3))

    assert not later.last.is_cut_short
    assert _look(later, [0.5] * 15) == _look(PLANNED, [0.5] * 12)


@pytest.mark.parametrize(
    ("ending", "named"),
    [
        (Ending.FELT_BETTER, "often a lucky one, and makes a thing look better than it is"),
        (Ending.DID_NOT_SUIT, "People stop in hard weeks"),
        (Ending.LIFE_CHANGED, "What changed in your life may be in these weeks too."),
        (Ending.UNSAID, "often a lucky or an unlucky one"),
    ],
)
def test_it_is_said_how_long_it_was_and_what_such_a_day_does(ending: Ending, named: str) -> None:
    trial = _stopped(weeks=6, ending=ending)

    said = explain_look(trial, _look(trial, [1.9] * 6))[1]

    assert said.startswith("You stopped after 6 weeks, not 12. ")
    assert named in said
    assert said.endswith("So the range is drawn wider.")


def test_all_of_it_can_be_read_when_tired_and_reproaches_nobody() -> None:
    effect = Estimate(value=0.0, low=-1, high=1, unit="points", source="test")
    answers = (Answer.HELPED, Answer.CANNOT_TELL, Answer.MADE_IT_WORSE)
    looks = [Look(answer=one, reason=Reason.NONE, effect=effect) for one in answers]
    looks.append(Look(answer=Answer.TOO_EARLY, reason=Reason.ENDED_SOON))
    trials = [_stopped(weeks=1, ending=ending) for ending in Ending]
    said = [part for one in trials for found in looks for part in explain_look(one, found)]

    assert find_grade(" ".join(said)) <= HIGHEST_GRADE
    assert [text for text in said if NEVER_SAID.search(text) or "only" in text] == []
    assert any("after 1 week," in text for text in said)
    assert [text for text in said if "You can stop" in text] == []  # it has stopped

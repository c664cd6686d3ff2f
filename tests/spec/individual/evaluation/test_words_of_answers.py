"""What is said on the day, and what is said before the start."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.house.readability import find_grade
from tests.house.test_wording import HIGHEST_GRADE, NEVER_SAID
from tests.spec.individual.evaluation.trying import make_history, make_trial, with_phase

from fallow.base.estimate import Estimate
from fallow.individual.evaluation.looking import Answer, Look, look
from fallow.individual.evaluation.reach import find_reach
from fallow.individual.evaluation.sentences import START_AHEAD, explain_look, explain_reach
from fallow.individual.evaluation.weeks import Reason

TRIAL = make_trial(start_week=30, weeks=12)  # looks on 26 October 2026


def _found(answer: Answer, *, low: float, high: float, expected: float = 0.0) -> Look:
    middle = (low + high) / 2
    return Look(
        answer=answer,
        reason=Reason.UNSURE if answer is Answer.CANNOT_TELL else Reason.NONE,
        effect=Estimate(value=middle, low=low, high=high, unit="points", source="test"),
        raw_change=-0.9,
        expected_change=expected,
    )


HELPED = _found(Answer.HELPED, low=-1.2, high=-0.2)
WORSE = _found(Answer.MADE_IT_WORSE, low=0.2, high=1.2)
OPEN = _found(Answer.CANNOT_TELL, low=-1.2, high=0.3, expected=-0.6)


def test_a_help_is_said_with_its_interval() -> None:
    assert explain_look(TRIAL, HELPED)[0] == (
        "It seems to have helped. With it, exhaustion is between 1.2 better and 0.2 better, "
        "on a scale of 4 points."
    )


def test_worse_is_said_without_blame() -> None:
    said = explain_look(TRIAL, WORSE)[0]

    assert "It seems to have made it worse" in said
    assert "between 0.2 worse and 1.2 worse" in said
    assert "You can stop." in said


def test_an_open_answer_names_both_ends() -> None:
    said = explain_look(TRIAL, OPEN)[0]

    assert said.startswith("Cannot tell.")
    assert "between 1.2 better and 0.3 worse" in said
    assert "it is little" not in said


def test_an_interval_close_around_nought_says_that_it_is_little_at_most() -> None:
    said = explain_look(TRIAL, _found(Answer.CANNOT_TELL, low=-0.4, high=0.3))[0]

    assert "If it does anything, it is little." in said


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (
            -0.6,
            "hard weeks ease by themselves. About 0.6 points of that would have come without it.",
        ),
        (-1.3, "Without it, about 1.3 points better was to be expected."),  # more than was seen
        (0.6, "such weeks do not last. Without it, about 0.6 points worse was to be expected."),
        (0.1, "about the same as before was to be expected"),
    ],
)
def test_what_was_to_be_expected_is_named(expected: float, said: str) -> None:
    found = _found(Answer.CANNOT_TELL, low=-1, high=1, expected=expected)

    assert said in explain_look(TRIAL, found)[1]
    assert "Your answers are 0.9 points better than just before." in explain_look(TRIAL, found)[1]


def test_no_difference_is_not_called_better_by_nought() -> None:
    found = _found(Answer.CANNOT_TELL, low=-1.2, high=-0.01, expected=-0.3)
    said = explain_look(TRIAL, replace(found, raw_change=-0.04))

    assert said[1].startswith("Your answers stayed as they were just before. You began in hard")
    assert said[1].endswith("Without it, about 0.3 points better was to be expected.")
    assert "between 1.2 better and no difference" in said[0]
    assert "0.0" not in " ".join(said)


def test_where_more_is_better_the_words_turn_around() -> None:
    turned = replace(TRIAL, measure=replace(TRIAL.measure, is_better_when_higher=True))

    assert "between 0.3 better and 1.2 worse" in explain_look(turned, OPEN)[0]


@pytest.mark.parametrize(("found", "way"), [(HELPED, "better"), (WORSE, "worse")])
def test_a_drift_from_before_is_said_beside_the_answer(found: Look, way: str) -> None:
    said = explain_look(TRIAL, replace(found, was_drifting=True))[1]

    assert said.startswith(f"But your weeks were already getting {way} before you began.")
    assert "already getting" not in " ".join(explain_look(TRIAL, found))


def test_too_early_names_the_chosen_day_and_nothing_else() -> None:
    early = Look(answer=Answer.TOO_EARLY, reason=Reason.BEFORE_THE_DAY)

    (said,) = explain_look(TRIAL, early)

    assert said == (
        "It is too early to tell. You chose to look on 26 October 2026. "
        "Looking early often shows luck, not change."
    )


def test_before_the_start_it_is_said_how_large_a_change_would_show() -> None:
    reach = find_reach(TRIAL, make_history([2.0, 2.3, 1.8, 2.1] * 7))

    assert reach is not None
    assert 0.5 < reach < 2
    assert f"a change of about {reach:.1f} points of 4" in explain_reach(TRIAL, reach)
    assert "8 looks of 10" in explain_reach(TRIAL, reach)


def test_more_weeks_let_a_smaller_change_show() -> None:
    history = make_history([2.0, 2.3, 1.8, 2.1] * 7)
    longer = with_phase(TRIAL, look_date=TRIAL.last.look_date + timedelta(weeks=26))

    short, long = find_reach(TRIAL, history), find_reach(longer, history)

    assert short is not None
    assert long is not None
    assert long < short


def test_without_a_history_or_with_no_chance_it_says_so() -> None:
    assert find_reach(TRIAL, make_history([])) is None
    assert "not known" in explain_reach(TRIAL, None)
    assert "Look later." in explain_reach(TRIAL, 4.0)


@pytest.mark.parametrize(("before", "is_known"), [(7, False), (8, True)])
def test_nothing_is_promised_of_a_look_that_will_lack_weeks_from_before(
    before: int, is_known: bool
) -> None:
    trial = make_trial(start_week=before, weeks=12)
    history = make_history([2.0, 2.3, 1.8, 2.1, 2.2, 1.9, 2.0, 2.3][:before])
    answered = make_history([one.value for one in history.observations] + [2.0] * 12)

    found = look(trial, answered, today=trial.last.look_date)

    assert (found.reason is not Reason.FEW_BEFORE) is is_known
    assert (find_reach(trial, history) is not None) is is_known
    assert explain_reach(trial, find_reach(trial, history)).startswith(
        "By that day" if is_known else "Your usual is not known yet. Answer for eight weeks"
    )


def test_a_week_that_has_only_part_of_it_is_not_counted_on_beforehand() -> None:
    history = make_history([2.0, 2.3, 1.8, 2.1, 2.2, 1.9, 2.0])
    trial = make_trial(start_week=7, weeks=12)
    midweek = with_phase(trial, start_date=trial.start_date + timedelta(days=3))

    assert find_reach(midweek, history) is None


def test_a_day_too_soon_after_the_start_lets_no_change_be_told() -> None:
    soon = make_trial(start_week=28, weeks=3)

    reach = find_reach(soon, make_history([2.0, 2.3, 1.8, 2.1] * 7))

    assert "Look later." in explain_reach(soon, reach)


def test_load_that_is_part_of_the_gain_is_not_counted_on_beforehand() -> None:
    weeks = make_history([2.0, 2.3, 1.8, 2.1] * 7)
    loaded = replace(
        weeks,
        observations=tuple(
            replace(one, load=(-1.0, 0.5, 1.5)[place % 3])
            for place, one in enumerate(weeks.observations)
        ),
    )
    through_load = replace(make_trial(start_week=28, weeks=12), works_through_load=True)

    assert find_reach(through_load, loaded) == find_reach(through_load, weeks)


def test_all_of_it_can_be_read_when_tired_and_says_nothing_we_must_not() -> None:
    looks = (HELPED, WORSE, OPEN, *(Look(answer=Answer.CANNOT_TELL, reason=r) for r in Reason))
    said = [part for found in looks for part in explain_look(TRIAL, found)]
    said += [START_AHEAD, *(explain_reach(TRIAL, reach) for reach in (None, 0.8, 4.0))]

    assert find_grade(" ".join(said)) <= HIGHEST_GRADE
    assert [text for text in said if NEVER_SAID.search(text) or re.search(r"\w!|—", text)] == []

"""What is suggested, in which order, and what stands beside it (interventions.md §3, rules 1–9)."""

from dataclasses import replace

import pytest

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.interventions.intervention import Level, Target
from fallow.individual.guidance.suggesting.need import (
    Circumstances,
    Feasibility,
    Need,
    targets_of,
)
from fallow.individual.guidance.suggesting.suggest import Suggestion, Suggestions, suggest

TIRED = Need(targets=(Target.EXHAUSTION,))
NOTHING_SAID = Circumstances()


def _ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [one.intervention.id for one in suggestions]


def _numbers(told: Suggestions) -> set[str]:
    every = (*told.ranked, *told.unranked, *told.needing)
    return {one.intervention.number for one in every}


def test_the_order_is_chance_times_feasibility_and_not_the_mean() -> None:
    # Coaching has the larger mean (.35), and .92 × .7 for the money nobody spoke of: .64.
    # The group has .81 × 1.0.
    told = suggest(TIRED, NOTHING_SAID)

    order = _ids(told.ranked)

    assert order.index("mindfulness-group") < order.index("coaching-six")
    assert [one.rank for one in told.ranked] == sorted(
        (one.rank for one in told.ranked), reverse=True
    )


def test_one_or_two_are_shown_at_first() -> None:
    assert len(suggest(TIRED, NOTHING_SAID).first) == 2


def test_whoever_says_that_something_is_hard_sees_it_further_down() -> None:
    hard = Circumstances(feasible=(("mindfulness-group", Feasibility.HARD),))

    order = _ids(suggest(TIRED, hard).ranked)

    assert order[0] != "mindfulness-group"
    assert "mindfulness-group" in order


def test_what_was_declined_is_not_suggested_again() -> None:
    declined = Circumstances(declined=frozenset({"mindfulness-group"}))

    assert "1" not in _numbers(suggest(TIRED, declined))


def test_what_lacks_something_is_shown_with_what_it_needs_and_not_ranked() -> None:
    told = suggest(TIRED, Circumstances(lacks=frozenset({"coaching_paid"})))

    needing = {one.intervention.id: [n.key for n in one.lacks] for one in told.needing}

    assert needing["coaching-six"] == ["coaching_paid"]
    assert "coaching-six" not in _ids(told.ranked)


def test_exercise_waits_for_a_yes_that_the_body_may() -> None:
    unsaid = suggest(TIRED, NOTHING_SAID)
    said = suggest(TIRED, Circumstances(has=frozenset({"medically_fine"})))

    assert "exercise-program" in _ids(unsaid.needing)
    assert "exercise-program" in _ids(said.ranked)


def test_where_the_work_drives_it_a_change_of_the_work_stands_first() -> None:
    driven = replace(TIRED, drivers=(Target.LOAD,))

    first = suggest(driven, NOTHING_SAID).first[0]

    assert first.intervention.changes_work


def test_it_is_the_best_change_of_the_work_and_the_rest_keeps_its_order() -> None:
    told = suggest(replace(TIRED, drivers=(Target.LOAD,)), NOTHING_SAID)

    by_rank = sorted(told.ranked, key=lambda one: -one.rank)
    best = next(one for one in by_rank if one.intervention.changes_work)
    assert _ids(told.ranked) == _ids((best, *(one for one in by_rank if one is not best)))
    assert {"mindfulness-group", "participatory-redesign"} <= set(_ids(told.ranked))


def test_a_practice_of_one_reaches_its_own_changes_more_easily() -> None:
    own = suggest(TIRED, Circumstances(decides_alone=True))
    employed = suggest(TIRED, NOTHING_SAID)

    def rank(told: Suggestions) -> float:
        return next(o.rank for o in told.ranked if o.intervention.id == "cap-admin-control")

    assert rank(own) > rank(employed)


@pytest.mark.parametrize("why", ["is_severe", "asks_for_care"])
def test_when_it_is_severe_care_comes_first_and_nothing_one_does_alone(why: str) -> None:
    told = suggest(replace(TIRED, **{why: True}), NOTHING_SAID)

    assert told.care_first
    assert _numbers(told).isdisjoint(str(number) for number in range(1, 15))


def test_what_is_left_out_are_rows_1_to_14_and_supervision_stays() -> None:
    severe = Need(targets=(Target.EXHAUSTION, Target.ACCOMPLISHMENT), is_severe=True)

    numbers = _numbers(suggest(severe, NOTHING_SAID))

    assert "14" not in numbers
    assert "15" in numbers


def test_when_it_gets_worse_care_comes_first_and_suggestions_may_follow() -> None:
    told = suggest(replace(TIRED, is_worsening=True), NOTHING_SAID)

    assert told.care_first
    assert "Please talk with a person first" in told.warnings[0]
    assert "1" in _numbers(told)


def test_distance_from_clients_is_answered_by_what_showed_any_sign_of_easing_it() -> None:
    told = suggest(Need(targets=(Target.DEPERSONALIZATION,)), NOTHING_SAID)

    assert _numbers(told) == {"15", "17", "18", "23", "25", "30"}
    assert any("distance from clients" in warning for warning in told.warnings)


def test_worldview_and_intrusion_are_answered_differently() -> None:
    worldview = suggest(Need(targets=(Target.WORLDVIEW,)), NOTHING_SAID)
    intrusion = suggest(Need(targets=(Target.SECONDARY_TRAUMATIC_STRESS,)), NOTHING_SAID)

    assert "gratitude-meaning" in _ids(worldview.unranked)
    assert {"trauma-case-mix", "sts-supervision"} <= set(_ids(intrusion.ranked))
    assert "sleep-cbti" in _ids(intrusion.needing)
    assert worldview.ranked == ()  # nobody measured it
    assert Level.INTERPERSONAL in worldview.first[0].intervention.levels
    assert any("no study" in warning for warning in worldview.warnings)


def test_what_has_no_interval_is_offered_without_a_rank() -> None:
    told = suggest(TIRED, Circumstances(has=frozenset({"cover"})))

    assert "quarterly-leave" in _ids(told.unranked)
    assert "quarterly-leave" not in _ids(told.ranked)


def test_scales_of_the_weekly_questions_lead_to_targets() -> None:
    assert targets_of(["exhaustion", "worldview"]) == (Target.EXHAUSTION, Target.WORLDVIEW)
    with pytest.raises(ValueRefused):
        targets_of(["height"])


def test_a_feeling_is_no_driver() -> None:
    with pytest.raises(ValueRefused):
        Need(targets=(), drivers=(Target.STRESS,))


def test_one_thing_cannot_be_there_and_not_there() -> None:
    with pytest.raises(ValueRefused):
        Circumstances(has=frozenset({"cover"}), lacks=frozenset({"cover"}))

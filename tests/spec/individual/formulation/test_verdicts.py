"""What may be said: fits well, partly, little; cannot be told apart yet; too early."""

from dataclasses import replace

import pytest

from fallow.individual.formulation.catalog import published_model
from fallow.individual.formulation.formulating import (
    FitWords,
    Formulation,
    Verdict,
    formulate,
)
from fallow.individual.formulation.reading import Reading
from fallow.individual.trajectory.tracking import EARLY_WEEKS

OVERLOADED = {"stress": 2.5, "exhaustion": 1.8, "detachment": 1.5, "depersonalization": 0.2}
OVERLOADED |= {"accomplishment": 0.1, "secondary_traumatic_stress": 0.9, "sleep": 0.8}
TRAUMA = {"secondary_traumatic_stress": 1.5, "worldview": 2.0, "gave_back": 1.5, "exhaustion": 1.0}
TRAUMA |= {"depersonalization": 0.5, "accomplishment": 0.2, "stress": 1.0, "sleep": 0.8}


def read(levels: dict[str, float], error: float = 0.5) -> tuple[Reading, ...]:
    return tuple(
        Reading(construct=name, heavier_by_sds=value, error_sds=error)
        for name, value in levels.items()
    )


def words_of(formulation: Formulation) -> dict[str, FitWords]:
    return {fit.pattern: fit.words for fit in formulation.fits}


def test_tired_and_tense_but_warm_and_able_leans_to_load() -> None:
    found = formulate(read(OVERLOADED), weeks_answered=EARLY_WEEKS)

    assert found.verdict is Verdict.LEANS
    assert found.leading == "stress"
    assert words_of(found)["stress"] is FitWords.WELL
    assert words_of(found)["burnout"] is FitWords.LITTLE


def test_two_traumas_that_overlap_cannot_be_told_apart_yet() -> None:
    found = formulate(read(TRAUMA), weeks_answered=EARLY_WEEKS)

    assert found.verdict is Verdict.CANNOT_TELL
    assert found.leading is None
    assert found.together == ("vicarious_trauma", "secondary_traumatic_stress")


def test_what_is_probable_under_some_assumptions_alone_is_not_named() -> None:
    """Worn out and less able, yet close to clients, calm and in good spirits: an odd picture."""
    odd = {"exhaustion": 4, "accomplishment": 4, "depersonalization": 0, "stress": 0, "mood": 0}

    found = formulate(read(odd, 0.4), weeks_answered=EARLY_WEEKS)
    first, second = found.fits[:2]

    assert first.probability > 0.5
    assert first.low <= second.high
    assert found.verdict is Verdict.CANNOT_TELL
    assert words_of(found)["burnout"] is FitWords.PARTLY


def test_pictures_bad_nights_and_alarm_lean_to_secondary_stress_and_not_to_the_other() -> None:
    alarm = TRAUMA | {"secondary_traumatic_stress": 2.6, "worldview": 0.7, "gave_back": 0.3}

    found = formulate(read(alarm | {"sleep": 1.9, "body": 1.6}), weeks_answered=EARLY_WEEKS)

    assert found.leading == "secondary_traumatic_stress"


def test_a_low_mood_that_does_not_ease_leans_to_something_else() -> None:
    low = {"mood": 3.0, "sleep": 1.8, "exhaustion": 1.8, "depersonalization": 0.2, "stress": 0.3}

    found = formulate(
        read(low), weeks_answered=EARLY_WEEKS, answers={"eases_away": False, "outside_work": True}
    )

    assert found.leading == "something_else"


def test_a_person_at_their_usual_has_ordinary_ups_and_downs() -> None:
    usual = dict.fromkeys(published_model().constructs, 0.1)

    assert formulate(read(usual), weeks_answered=EARLY_WEEKS).leading == "ordinary"


@pytest.mark.parametrize(
    ("weeks", "error", "count"), [(EARLY_WEEKS - 1, 0.5, 7), (20, 1.6, 7), (20, 0.5, 4)]
)
def test_few_weeks_vague_readings_or_few_of_them_are_too_early(
    weeks: int, error: float, count: int
) -> None:
    few = dict(list(OVERLOADED.items())[:count])

    found = formulate(read(few, error), weeks_answered=weeks)

    assert found.verdict is Verdict.TOO_EARLY
    assert (found.fits, found.leading, found.together) == ((), None, ())


def test_something_else_is_always_on_the_list() -> None:
    found = formulate(read(OVERLOADED, 0.1), weeks_answered=EARLY_WEEKS)

    assert {fit.pattern: fit.probability for fit in found.fits}["something_else"] >= 0.1


def test_what_is_shown_adds_to_one_and_lies_in_its_range() -> None:
    for levels in (OVERLOADED, TRAUMA):
        fits = formulate(read(levels), weeks_answered=EARLY_WEEKS).fits

        assert sum(round(fit.probability * 100) for fit in fits) == 100
        assert all(0 <= fit.low <= fit.probability <= fit.high <= 1 for fit in fits)
        assert list(fits) == sorted(fits, key=lambda fit: -fit.probability)


def test_a_range_is_as_wide_as_what_was_merely_assumed() -> None:
    model = published_model()
    sure = replace(model, assumed=(model.middle,))

    def width(of: Formulation) -> float:
        return of.fits[0].high - of.fits[0].low

    wide = width(formulate(read(OVERLOADED), weeks_answered=EARLY_WEEKS))
    narrow = width(formulate(read(OVERLOADED), weeks_answered=EARLY_WEEKS, model=sure))

    assert wide > 0.1
    assert narrow < 0.015  # rounding alone

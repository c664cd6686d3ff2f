"""One thing tried, for the tests of this chapter: a year of weeks on a scale of 0 to 4."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from fallow.individual.evaluation.trial import Measure, Phase, Trial
from fallow.individual.evaluation.weeks import MeasureHistory
from fallow.individual.trajectory.observation import Observation, error_variance

MONDAY = date(2026, 1, 5)
EXHAUSTION = Measure(
    name="exhaustion", label="exhaustion", least=0, most=4, is_better_when_higher=False
)
ERROR = error_variance(4, answered=1)


def make_history(values: Sequence[float | None]) -> MeasureHistory:
    return MeasureHistory(
        first_monday=MONDAY,
        observations=tuple(Observation(value=value, error_variance=ERROR) for value in values),
    )


def make_trial(*, start_week: int, weeks: int, onset_weeks: int = 0) -> Trial:
    start = MONDAY + timedelta(weeks=start_week)
    return Trial(
        what="ten minutes between sessions",
        measure=EXHAUSTION,
        phases=(Phase(start_date=start, look_date=start + timedelta(weeks=weeks)),),
        onset_weeks=onset_weeks,
    )


def with_phase(trial: Trial, **given: Any) -> Trial:
    """The same, with something else about the last time that it is done."""
    return replace(trial, phases=(*trial.phases[:-1], replace(trial.last, **given)))

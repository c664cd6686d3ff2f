"""A person's own usual: the middle half of their known weeks.

It knows nothing of anyone else; there is no norm to compare with.
"""

from fallow.base.estimate import Estimate
from fallow.workload.exposure.week import WeekExposure

FEWEST_WEEKS = 3
"""No trend and no usual is shown under three known weeks (field.md §3, row 15)."""


def usual_range(weeks: tuple[WeekExposure, ...], figure: str) -> Estimate | None:
    """This will give median, lower and upper quartile of a figure over fully seen weeks.

    Weeks with leave are left out: they are not a usual week. None under three weeks.
    Quartiles are the nearest values at or around the quarter (no interpolation).
    """
    values = sorted(
        float(value)
        for week in weeks
        if week.coverage.is_whole
        and week.leave_days == 0
        and (value := read_figure(week, figure)) is not None
    )
    if len(values) < FEWEST_WEEKS:
        return None
    last = len(values) - 1
    return Estimate(
        value=values[last // 2],
        low=values[last // 4],
        high=values[last - last // 4],
        unit=_unit_of(figure),
        source=f"your own {len(values)} fully seen weeks without leave",
    )


def read_figure(week: WeekExposure, figure: str) -> float | None:
    """This will give one figure of a week as a number; a mere range is no number, so None."""
    if figure == "weighted_hours":
        return week.weighted_hours.value
    value = getattr(week, figure)
    return None if value is None else float(value)


def _unit_of(figure: str) -> str:
    """Names carry their unit (HOUSE.md): `_minutes`, `_hours`, `_days`, `_share`; else a count."""
    last = figure.rsplit("_", 1)[-1]
    return last if last in ("minutes", "hours", "days", "share") else "count"

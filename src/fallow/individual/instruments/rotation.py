"""Which of our own items a week asks: nine, so that it takes about a minute.

It knows the number of a week and nothing of any answer. Six constructs are asked about every week,
the nine others every third; within a construct the questions take turns.
"""

from datetime import date

from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.instrument import Scale

CORE = (
    "exhaustion",
    "depersonalization",
    "accomplishment",
    "stress",
    "secondary_traumatic_stress",
    "sleep",
)
TURNS = 3  # weeks until every other construct was asked about
CYCLE_WEEKS = 36  # weeks until the same questions come in the same order: 4 × 3 × 3
_FIRST_MONDAY = date(1970, 1, 5)


def week_number(monday: date) -> int:
    """This will count weeks since the first Monday of 1970, the same on every device."""
    return (monday - _FIRST_MONDAY).days // 7


def choose_items(week: int) -> tuple[str, ...]:
    """This will give the keys of the questions of one week, in the order they are asked."""
    scales = find_instrument(OWN).scales
    core = [scale for scale in scales if scale.name in CORE]
    others = [scale for scale in scales if scale.name not in CORE]
    turn = [scale for place, scale in enumerate(others) if place % TURNS == week % TURNS]
    return (
        *(_item_of(scale, week) for scale in core),
        *(_item_of(scale, week // TURNS) for scale in turn),
    )


def _item_of(scale: Scale, occurrence: int) -> str:
    return scale.items[occurrence % len(scale.items)]

"""How a source is to be read: the practice's key and zone, the span, the source's own settings.

It knows the key file by way of `kit.keys`; the key never leaves this call.
"""

from datetime import date, datetime, time, timedelta

from django.conf import settings

from fallow.base.periods import Period, read_zone
from fallow.workload.appointments import Kind
from fallow.workload.readers.reading import ColumnMapping, ReadingPlan
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.starting_rules import starting_rules
from fallow_site.kit.keys import practice_key
from fallow_site.workload.models import Source

WEEKS_BACK = 53  # a year, a choice
WEEKS_AHEAD = 13  # a quarter, a choice


def make_plan(source: Source, *, at: datetime, mapping: ColumnMapping | None = None) -> ReadingPlan:
    """This will make the plan for one reading at one time. Titles are never kept."""
    key = practice_key(settings.FALLOW_HOME, source.practice.public_id)
    kept = ColumnMapping(**source.mapping) if source.mapping else None
    return ReadingPlan(
        source=source.public_id,
        key=key,
        zone=source.zone,
        period=_period(at.date(), source.zone),
        rules=(*_own_rules(source), *starting_rules()),
        mapping=mapping or kept,
        minutes_by_code=tuple(sorted(source.minutes_by_code.items())),
        strip_types=source.strips_types,
    )


def _own_rules(source: Source) -> tuple[TitleRule, ...]:
    return tuple(TitleRule(kind=Kind(r["kind"]), words=r["words"]) for r in source.rules)


def _period(today: date, zone: str) -> Period:
    place = read_zone(zone)
    begin, end = today - timedelta(weeks=WEEKS_BACK), today + timedelta(weeks=WEEKS_AHEAD)
    return Period(
        starts_at=datetime.combine(begin, time(), tzinfo=place),
        ends_at=datetime.combine(end, time(), tzinfo=place),
    )

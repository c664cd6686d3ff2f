"""The few figures of a week that everyone in the practice may see.

It knows nothing of evenings, runs, notes or rest, and cannot pass them on.
"""

from collections.abc import Iterable
from datetime import date

from fallow.base.estimate import Estimate
from fallow.workload.appointments import Appointment, Kind
from fallow.workload.exposure.covering import find_coverage
from fallow.workload.exposure.kernels import merge_spans, shared_minutes, total_minutes
from fallow.workload.exposure.selecting import (
    WeekView,
    is_booked_over,
    is_contact,
    is_kind,
    view_week,
)
from fallow.workload.exposure.setting import SourceSpan, WeekSetting
from fallow.workload.exposure.week import PostedWeek
from fallow.workload.exposure.weighing import weigh_contacts


def post_week(
    appointments: Iterable[Appointment],
    *,
    monday: date,
    setting: WeekSetting,
    spans: tuple[SourceSpan, ...],
) -> PostedWeek:
    """This will give the posted fields of one week; all None where nothing could be seen."""
    view = view_week(appointments, monday=monday, setting=setting)
    coverage = find_coverage(view.inside, monday=monday, spans=spans)
    cap = find_cap(setting)
    if not coverage.is_known:
        return PostedWeek(
            monday=monday,
            coverage=coverage,
            contact_minutes=None,
            weighted_hours=None,
            cap_hours=cap,
            headroom_hours=None,
            protected_minutes=None,
            protected_lost_minutes=None,
            supervision_minutes=None,
        )
    contacts = tuple(a for a in view.starting if is_contact(a))
    weighted = weigh_contacts(contacts, setting).weighted_hours
    kept, lost = find_protected(view)
    return PostedWeek(
        monday=monday,
        coverage=coverage,
        contact_minutes=view.minutes(is_contact),
        weighted_hours=weighted,
        cap_hours=cap,
        headroom_hours=find_headroom(cap, weighted),
        protected_minutes=kept,
        protected_lost_minutes=lost,
        supervision_minutes=view.minutes(is_kind(Kind.SUPERVISION)),
    )


def find_cap(setting: WeekSetting) -> float | None:
    """The cap in weighted hours for this post: one's own, else the adopted one, else None."""
    if setting.own_cap_hours is not None:
        return setting.own_cap_hours
    cap = setting.policy.adopted_cap_hours
    return None if cap is None else round(cap * setting.fte_share, 2)


def find_headroom(cap: float | None, weighted: Estimate | None) -> Estimate | None:
    """The cap less the weighted hours; None where one of the two is not there."""
    if cap is None or weighted is None:
        return None
    return Estimate(
        value=None if weighted.value is None else cap - weighted.value,
        low=cap - weighted.high,
        high=cap - weighted.low,
        unit="weighted hours",
        source="cap of the adopted policy less weighted hours",
    )


def find_protected(view: WeekView) -> tuple[int, int]:
    """This will give the minutes of protected time that stayed free, and those booked over."""
    protected = merge_spans(*view.spans(is_kind(Kind.PROTECTED_TIME)))
    lost = shared_minutes(protected, merge_spans(*view.spans(is_booked_over)))
    return total_minutes(*protected) - lost, lost

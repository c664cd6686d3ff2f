"""The same figures the way most people would get them: one pandas frame, grouped by week.

It knows calendars whose entries end on the day they start. It leaves out the pauses between
sessions, whose rule looks back over a day, so it has a little less to do than Fallow.
"""

import numpy as np
import pandas as pd

from fallow.workload.appointments import CONTACT_KINDS, DID_NOT_HAPPEN, NOT_WORK_KINDS, Kind

WEEK = ["clinician", "monday"]
GAP_MINUTES, NOTE_HOURS = 10, 0.25
OPENS, CLOSES = 9 * 60, 17 * 60
MINUTES_BY_KIND = {
    "travel_minutes": Kind.TRAVEL,
    "training_minutes": Kind.TRAINING,
    "administration_minutes": Kind.ADMINISTRATION,
    "supervision_minutes": Kind.SUPERVISION,
    "peer_minutes": Kind.PEER_CONSULTATION,
}


def measure_with_pandas(
    told: pd.DataFrame, weights: dict[str, float], *, zone: str
) -> pd.DataFrame:
    """This will give one row for each clinician and week, and a column for each figure.

    `told` has clinician, starts_at, ends_at (UTC), kind, status and is_open; `weights` gives each
    kind of contact its weight.
    """
    entries = _in_wall_time(told, zone)
    happened = entries[~entries.status.isin(list(DID_NOT_HAPPEN))]
    work = happened[~happened.kind.isin(list(NOT_WORK_KINDS))]
    contact = happened[happened.kind.isin(list(CONTACT_KINDS))]
    figures = {
        "contact_minutes": _union(contact, WEEK),
        "sessions": contact.groupby(WEEK).size(),
        "weighted_hours": _weigh(contact, weights),
        "crisis_contacts": contact[contact.kind == Kind.CRISIS].groupby(WEEK).size(),
        "no_shows": _count_no_shows(entries),
        "notes_waiting": contact.groupby(WEEK).is_open.sum(),
        "leave_days": happened[happened.kind == Kind.LEAVE].groupby(WEEK).day.nunique(),
        **{n: _union(work[work.kind == kind], WEEK) for n, kind in MINUTES_BY_KIND.items()},
        **_protected(entries, happened),
        **_hours(work),
        **_rhythm(work, contact),
    }
    nights = figures.pop("shortest_night_minutes")
    table = pd.DataFrame(figures).fillna(0)
    return table.assign(shortest_night_minutes=nights, days_off=7 - table.pop("worked_days"))


def _in_wall_time(told: pd.DataFrame, zone: str) -> pd.DataFrame:
    start, end = (told[name].dt.tz_convert(zone).dt.tz_localize(None) for name in _TIMES)
    day = start.dt.normalize()
    minute = pd.Timedelta(minutes=1)
    return told.assign(
        start=start,
        end=end,
        day=day,
        weekday=day.dt.weekday,
        monday=day - pd.to_timedelta(day.dt.weekday, unit="D"),
        opens=np.maximum((start - day) // minute, OPENS),
        closes=np.minimum((end - day) // minute, CLOSES),
        length=(end - start) // minute,
    ).sort_values(["clinician", "start", "end"])


_TIMES = ("starts_at", "ends_at")


def _union(entries: pd.DataFrame, by: list[str]) -> pd.Series:
    """Minutes that entries cover, shared time counted once."""
    reached = entries.groupby(by).end.cummax().groupby([entries[name] for name in by]).shift()
    begin = entries.start.where(reached.isna() | (reached < entries.start), reached)
    minutes = ((entries.end - begin) // pd.Timedelta(minutes=1)).clip(lower=0)
    return minutes.groupby([entries[name] for name in by]).sum()


def _weigh(contact: pd.DataFrame, weights: dict[str, float]) -> pd.Series:
    weighted = contact.length / 60 * contact.kind.map(weights) + NOTE_HOURS
    return weighted.groupby([contact[name] for name in WEEK]).sum()


def _count_no_shows(entries: pd.DataFrame) -> pd.Series:
    missed = entries[entries.kind.isin(list(CONTACT_KINDS)) & (entries.status == "no_show")]
    return missed.groupby(WEEK).size()


def _protected(entries: pd.DataFrame, happened: pd.DataFrame) -> dict[str, pd.Series]:
    """Protected time, and what sessions and travel take of it, came anyone or not."""
    protected = happened[happened.kind == Kind.PROTECTED_TIME]
    takes = entries.kind.isin([*CONTACT_KINDS, Kind.TRAVEL])
    booked = entries[takes & ~entries.status.isin(["cancelled", "waitlist", "vanished"])]
    pairs = protected.merge(booked, on=["clinician", "day", "monday"], suffixes=("", "_booked"))
    begin = np.maximum(pairs.start, pairs.start_booked)
    end = np.minimum(pairs.end, pairs.end_booked)
    taken = ((end - begin) // pd.Timedelta(minutes=1)).clip(lower=0)
    lost = taken.groupby([pairs[name] for name in WEEK]).sum()
    kept = _union(protected, WEEK).sub(lost, fill_value=0)
    return {"protected_minutes": kept, "protected_lost_minutes": lost}


def _hours(work: pd.DataFrame) -> dict[str, pd.Series]:
    days = _union(work, [*WEEK, "day"])
    notes = work[work.kind == Kind.ADMINISTRATION]
    return {
        "work_minutes": _union(work, WEEK),
        "longest_day_minutes": days.groupby(WEEK).max(),
        "worked_days": (days > 0).groupby(WEEK).sum(),
        "weekend_minutes": _union(work[work.weekday >= 5], WEEK),
        "after_hours_minutes": _union(work, WEEK).sub(_inside_hours(work), fill_value=0),
        "after_hours_notes_minutes": _union(notes, WEEK).sub(_inside_hours(notes), fill_value=0),
    }


def _inside_hours(work: pd.DataFrame) -> pd.Series:
    minute = pd.Timedelta(minutes=1)
    within = work[(work.weekday < 5) & (work.opens < work.closes)]
    clipped = within.assign(
        start=within.day + within.opens * minute, end=within.day + within.closes * minute
    )
    return _union(clipped, WEEK)


def _rhythm(work: pd.DataFrame, contact: pd.DataFrame) -> dict[str, pd.Series]:
    reached = work.groupby(WEEK).end.cummax().groupby([work[name] for name in WEEK]).shift()
    is_new = ~(work.start - reached < pd.Timedelta(minutes=GAP_MINUTES))
    sessions = contact.assign(block=is_new.cumsum().reindex(contact.index))
    runs = sessions.groupby([*WEEK, "block"]).agg(
        count=("start", "size"), first=("start", "min"), last=("end", "max")
    )
    runs["minutes"] = (runs["last"] - runs["first"]) // pd.Timedelta(minutes=1)
    longest = runs.sort_values(["count", "minutes"]).groupby(WEEK).last()
    return {
        "longest_run": longest["count"],
        "longest_run_minutes": longest["minutes"],
        "shortest_night_minutes": _shortest_nights(work),
    }


def _shortest_nights(work: pd.DataFrame) -> pd.Series:
    """From the last work of a day to the first of the next, the Sunday before included."""
    days = work.groupby(["clinician", "day"]).agg(
        first=("start", "min"), last=("end", "max"), monday=("monday", "first")
    )
    days = days.reset_index()
    before = days.groupby("clinician").shift()
    follows = days.day - before.day == pd.Timedelta(days=1)
    nights = ((days["first"] - before["last"]) // pd.Timedelta(minutes=1)).where(follows)
    return nights.groupby([days.clinician, days.monday]).min()

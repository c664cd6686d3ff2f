"""The entries behind a figure: those it was counted from, and no others.

"Show the sum": people ask how a number came about (field.md §4). One diary, every figure of it.
"""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from tests.spec.workload.diary import (
    FRI,
    MON,
    MONDAY,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    all_day,
    entry,
    measured,
    notes,
    session,
    setting,
    whole_week,
)

from fallow.base.errors import ValueRefused
from fallow.workload.appointments import Kind, NoteState, Status
from fallow.workload.exposure.explaining import explain_figure, list_explained_figures
from fallow.workload.exposure.week import WeekExposure
from fallow.workload.limits.acuity import AcuityException

DIARY = {
    "old debt": session(-7, "9:00", note_state=NoteState.OPEN),
    "late sunday": session(-1, "23:40"),
    "nine": session(MON, "9:00", 55, note_state=NoteState.OPEN),
    "ten": session(MON, "10:00", 55, note_state=NoteState.LOCKED),
    "eleven": session(MON, "11:00", client_ref="someone"),
    "evening notes": notes(MON, "20:30", 40),
    "early call": entry(Kind.CRISIS, TUE, "7:10", 30, end_inferred=True),
    "supervision": entry(Kind.SUPERVISION, TUE, "9:00", 60),
    "protected": entry(Kind.PROTECTED_TIME, WED, "14:00", 120),
    "over it": session(WED, "15:30", 60),
    "no show": session(WED, "11:00", status=Status.NO_SHOW),
    "train": entry(Kind.TRAVEL, THU, "8:00", 45),
    "course": entry(Kind.TRAINING, THU, "9:00", 180),
    "peers": entry(Kind.PEER_CONSULTATION, THU, "14:00", 90),
    "leave": all_day(Kind.LEAVE, FRI),
    "saturday": notes(SAT, "10:00", 30),
    "unsorted": entry(Kind.UNKNOWN, SUN, "10:00", 60),
    "on call": entry(Kind.ON_CALL, SAT, "18:00", 120),
    "lunch": entry(Kind.PERSONAL, MON, "12:30", 30),
    "cancelled": session(MON, "15:00", status=Status.CANCELLED),
}
EXCEPTION = AcuityException(weight_key="trauma_processing", client_ref="someone")
TERMS = {"caseload": None, "exceptions": (EXCEPTION,)}
MONDAY_RUN = ["nine", "ten", "eleven"]
CONTACT = ["late sunday", *MONDAY_RUN, "early call", "over it"]
STARTING = CONTACT[1:]
UNCODED = ["nine", "ten", "over it"]
WORK = [
    *CONTACT[:4], "evening notes", "early call", "supervision", "protected", "over it",
    "train", "course", "peers", "saturday",
]  # fmt: skip

BEHIND = {
    "contact_minutes": CONTACT,
    "sessions": STARTING,
    "weighted_hours": STARTING,
    "uncoded_sessions": UNCODED,
    "trauma_share": UNCODED,  # the sessions for which the share waits
    "high_acuity_share": UNCODED,
    "direct_share": CONTACT,
    "travel_minutes": ["train"],
    "crisis_contacts": ["early call"],
    "on_call_minutes": ["on call"],
    "no_shows": ["no show"],
    "training_minutes": ["course"],
    "administration_minutes": ["evening notes", "saturday"],
    "work_minutes": WORK,
    "longest_run": MONDAY_RUN,
    "longest_run_minutes": MONDAY_RUN,
    "gaps_kept": MONDAY_RUN,
    "gaps_possible": MONDAY_RUN,
    "longest_day_minutes": ["train", "course", "peers"],  # 315 min on Thursday
    "protected_minutes": ["protected"],
    "protected_lost_minutes": ["protected", "over it"],
    "notes_waiting": ["nine"],
    "notes_waiting_before": ["old debt"],
    "oldest_note_days": ["old debt"],
    "after_hours_minutes": ["late sunday", "evening notes", "early call", "train", "saturday"],
    "after_hours_notes_minutes": ["evening notes", "saturday"],
    "weekend_minutes": ["saturday"],
    "shortest_night_minutes": ["late sunday", "nine"],  # 0:30 to 9:00
    "days_off": [],
    "leave_days": ["leave"],
    "supervision_minutes": ["supervision"],
    "peer_minutes": ["peers"],
    "unsorted_entries": ["unsorted"],
    "lengths_inferred": ["early call"],
}


@pytest.mark.parametrize("figure", BEHIND)
def test_the_entries_behind_a_figure(figure: str) -> None:
    week = measured(*DIARY.values(), **TERMS)

    explained = explain_figure(figure, DIARY.values(), week=week, setting=setting(**TERMS))

    names = {appointment.uid: name for name, appointment in DIARY.items()}
    assert [names[entry.uid] for entry in explained.entries] == BEHIND[figure]


def test_once_every_session_has_a_weight_those_of_the_share_stand_behind_it() -> None:
    terms = {**TERMS, "caseload": "standard_individual"}
    week = measured(*DIARY.values(), **terms)

    explained = explain_figure("trauma_share", DIARY.values(), week=week, setting=setting(**terms))

    assert explained.entries == (DIARY["eleven"],)


def test_every_figure_of_a_week_can_be_explained() -> None:
    not_figures = {"monday", "zone", "measured_at", "coverage"}

    assert set(list_explained_figures()) == {f.name for f in fields(WeekExposure)} - not_figures
    assert set(BEHIND) == set(list_explained_figures())


def test_a_figure_of_another_name_is_refused() -> None:
    week = measured(session(MON, "9:00"))

    with pytest.raises(ValueRefused, match="no figure of that name"):
        explain_figure("tiredness", (), week=week, setting=setting())


def test_of_a_week_that_could_not_be_seen_there_is_nothing_to_explain() -> None:
    week = measured(session(MON, "9:00"), spans=())

    explained = explain_figure("sessions", DIARY.values(), week=week, setting=setting())

    assert explained.sentence == "Not known: nothing of this week could be seen."
    assert explained.entries == ()


def test_of_a_week_seen_in_part_every_sentence_says_so() -> None:
    until_wednesday = replace(whole_week(), last_date=MONDAY + timedelta(days=2))
    week = measured(session(MON, "9:00"), spans=(until_wednesday,))

    explained = explain_figure("sessions", [session(MON, "9:00")], week=week, setting=setting())

    assert explained.sentence == "1 session. Part of this week could not be seen."

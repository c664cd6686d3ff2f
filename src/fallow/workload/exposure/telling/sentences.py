"""One sentence for each figure of a week, plain enough to be read aloud at the end of a day.

It knows the figure and the entries behind it, and makes the two add up. It judges nothing.
"""

from datetime import timedelta

from fallow.base.periods import from_utc_minute
from fallow.workload.exposure.rhythm import (
    SESSIONS_BEFORE_LONG_GAP,
    find_shortest_night,
    list_days_off,
    list_work_by_day,
)
from fallow.workload.exposure.telling.entries import Entries, Question
from fallow.workload.exposure.telling.phrases import (
    Sentence,
    say_count,
    say_minutes,
    say_part,
    say_share,
)
from fallow.workload.exposure.telling.words import (
    DAYS,
    ENTRIES,
    PAUSES,
    SESSIONS,
    counted,
    hours_words,
    share_words,
)
from fallow.workload.exposure.weighing import count_note_hours


def say_figure(figure: str, question: Question, *, entries: Entries) -> str:
    """This will say one figure of a week of which something could be seen."""
    return _SENTENCES[figure](question, entries)


def _say_weighted(question: Question, entries: Entries) -> str:
    week = question.week
    low, high = week.weighted_hours.low, week.weighted_hours.high
    if not entries:
        return "No session, so no weighted hours."
    length = hours_words(_whole_length(entries))
    notes = hours_words(round(count_note_hours(entries, question.setting.policy) * 60))
    said = f"{low:.1f}" if week.weighted_hours.is_exact else f"{low:.1f} to {high:.1f}"
    basis = (
        f"{said} weighted hours: {length} in {counted(len(entries), SESSIONS)}, "
        f"each hour times its weight, and {notes} for their notes."
    )
    if week.uncoded_sessions:
        return f"{basis} It is a range, because not every weight is known."
    return basis


def _whole_length(entries: Entries) -> int:
    total = 0
    for entry in entries:
        total += entry.end_minute - entry.start_minute
    return total


def _say_direct(question: Question, _entries: Entries) -> str:
    share = question.week.direct_share
    if share is None:
        return "Without paid time in this week there is no share of it."
    return f"{share_words(share)} of paid time, leave left out, was time with clients."


def _say_run(question: Question, entries: Entries) -> str:
    if len(entries) < 2:
        return "No two sessions followed each other without a long enough pause."
    minutes = hours_words(question.week.longest_run_minutes)
    return (
        f"{len(entries)} sessions followed one another without a long enough pause, from "
        f"{_moment(question, entries[0].start_minute)}: {minutes} from first to last."
    )


def _say_gaps(question: Question, _entries: Entries) -> str:
    week, policy = question.week, question.setting.policy
    if not week.gaps_possible:
        return "No session followed another on the same day."
    return (
        f"{week.gaps_kept} of {counted(week.gaps_possible, PAUSES)} between sessions "
        f"lasted long enough: {policy.recovery_gap_minutes} minutes without work, and "
        f"{policy.long_gap_minutes} after {SESSIONS_BEFORE_LONG_GAP} sessions."
    )


def _say_longest_day(question: Question, entries: Entries) -> str:
    minutes = question.week.longest_day_minutes
    if not minutes:
        return "No work in this week."
    day = list_work_by_day(question.view).index(minutes)
    held = counted(len(entries), ENTRIES)
    return f"{_day_name(question, day)} was the longest day: {hours_words(minutes)} in {held}."


def _say_protected(question: Question, entries: Entries) -> str:
    week = question.week
    if not entries:
        return "No protected time stands in this week."
    whole = hours_words(week.protected_minutes + week.protected_lost_minutes)
    return f"{hours_words(week.protected_minutes)} of {whole} of protected time stayed free."


def _say_protected_lost(question: Question, entries: Entries) -> str:
    week = question.week
    if not entries:
        return "Nothing was booked over protected time."
    return f"{hours_words(week.protected_lost_minutes)} of protected time was booked over."


def _say_oldest_note(question: Question, _entries: Entries) -> str:
    days = question.week.oldest_note_days
    if days is None:
        return "No open note is known."
    return f"The oldest open note has waited {counted(days, DAYS)}."


def _say_night(question: Question, _entries: Entries) -> str:
    night = find_shortest_night(question.view)
    if night is None:
        return "No two days in a row held work."
    ended, began = (_moment(question, minute) for minute in night)
    return f"{hours_words(night[1] - night[0])} without work, from {ended} to {began}."


def _say_days_off(question: Question, _entries: Entries) -> str:
    days = [_day_name(question, day) for day in list_days_off(question.view)]
    if not days:
        return "No day was wholly off."
    named = days[0] if len(days) == 1 else f"{', '.join(days[:-1])} and {days[-1]}"
    return f"{counted(len(days), DAYS)} wholly off: {named}."


def _moment(question: Question, minute: int) -> str:
    return f"{from_utc_minute(minute).astimezone(question.view.zone):%A at %H:%M}"


def _day_name(question: Question, day: int) -> str:
    return f"{question.view.monday + timedelta(days=day):%A}"


_NO_NOTES_TOLD = "Not known: the calendar does not say which notes are done."
_SENTENCES: dict[str, Sentence] = {
    "contact_minutes": say_minutes("contact_minutes", "with clients", none="No time with clients."),
    "sessions": say_count("sessions", ("session", "sessions"), none="No session."),
    "weighted_hours": _say_weighted,
    "uncoded_sessions": say_count(
        "uncoded_sessions",
        (
            "session of which nobody has said how heavy it is",
            "sessions of which nobody has said how heavy they are",
        ),
        none="Every session has its weight.",
    ),
    "trauma_share": say_share("trauma_share", "trauma work"),
    "high_acuity_share": say_share("high_acuity_share", "with high acuity"),
    "direct_share": _say_direct,
    "travel_minutes": say_minutes("travel_minutes", "on the way", none="No travel."),
    "crisis_contacts": say_count(
        "crisis_contacts",
        ("crisis or on-call contact", "crisis or on-call contacts"),
        none="No crisis or on-call contact.",
    ),
    "on_call_minutes": say_minutes("on_call_minutes", "on call", none="No time on call."),
    "no_shows": say_count(
        "no_shows",
        ("session to which nobody came", "sessions to which nobody came"),
        none="No session to which nobody came.",
    ),
    "training_minutes": say_minutes("training_minutes", "of training", none="No training."),
    "administration_minutes": say_minutes(
        "administration_minutes",
        "of notes and administration",
        none="No notes or administration in the calendar.",
    ),
    "work_minutes": say_minutes("work_minutes", "of work of every kind", none="No work."),
    "longest_run": _say_run,
    "longest_run_minutes": _say_run,
    "gaps_kept": _say_gaps,
    "gaps_possible": _say_gaps,
    "longest_day_minutes": _say_longest_day,
    "protected_minutes": _say_protected,
    "protected_lost_minutes": _say_protected_lost,
    "notes_waiting": say_count(
        "notes_waiting",
        (
            "note of this week's sessions is still open",
            "notes of this week's sessions are still open",
        ),
        none="No note of this week's sessions is open.",
        unknown=_NO_NOTES_TOLD,
    ),
    "notes_waiting_before": say_count(
        "notes_waiting_before",
        ("note from before this week is still open", "notes from before this week are still open"),
        none="No note from before this week is open.",
        unknown=_NO_NOTES_TOLD,
    ),
    "oldest_note_days": _say_oldest_note,
    "after_hours_minutes": say_part(
        "after_hours_minutes",
        "of work outside your working hours",
        none="No work outside your working hours.",
    ),
    "after_hours_notes_minutes": say_part(
        "after_hours_notes_minutes",
        "of notes and administration outside your working hours",
        none="No notes or administration outside your working hours.",
    ),
    "weekend_minutes": say_part(
        "weekend_minutes", "of work on Saturday and Sunday", none="No work on the weekend."
    ),
    "shortest_night_minutes": _say_night,
    "days_off": _say_days_off,
    "leave_days": say_count(
        "leave_days", ("working day of leave", "working days of leave"), none="No leave."
    ),
    "supervision_minutes": say_minutes(
        "supervision_minutes", "of supervision", none="No supervision."
    ),
    "peer_minutes": say_minutes(
        "peer_minutes", "of peer consultation", none="No peer consultation."
    ),
    "unsorted_entries": say_count(
        "unsorted_entries",
        (
            "entry is not sorted yet, and counts as nothing",
            "entries are not sorted yet, and count as nothing",
        ),
        none="Every entry is sorted.",
    ),
    "lengths_inferred": say_count(
        "lengths_inferred",
        (
            "session came without a length, so a usual one was taken",
            "sessions came without a length, so a usual one was taken",
        ),
        none="Every session came with its length.",
    ),
}

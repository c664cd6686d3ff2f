"""The shapes that most sentences of a week share: hours, parts of hours, counts, shares.

They know a figure by its name, and nothing of what it means.
"""

from collections.abc import Callable

from fallow.workload.exposure.kernels import clip_spans
from fallow.workload.exposure.telling.entries import Entries, Question
from fallow.workload.exposure.telling.words import (
    ENTRIES,
    SESSIONS,
    Forms,
    counted,
    hours_words,
    share_words,
)

Sentence = Callable[[Question, Entries], str]


def say_minutes(name: str, what: str, *, none: str) -> Sentence:
    """Hours of one sort, in how many entries; shared time is mentioned only where there is any."""

    def say(question: Question, entries: Entries) -> str:
        minutes: int = getattr(question.week, name)
        if not minutes:
            return none
        said = f"{hours_words(minutes)} {what} in {counted(len(entries), ENTRIES)}."
        shared = _added_up(question, entries) > minutes
        return f"{said} Time that two of them share counts once." if shared else said

    return say


def _added_up(question: Question, entries: Entries) -> int:
    low, high = question.view.midnights[0], question.view.midnights[-1]
    total = 0
    for entry in entries:
        starts, ends = clip_spans([entry.start_minute], [entry.end_minute], low, high)
        total += ends[0] - starts[0] if starts else 0
    return total


def say_part(name: str, what: str, *, none: str) -> Sentence:
    """Hours that are only a part of the entries behind them."""

    def say(question: Question, entries: Entries) -> str:
        minutes: int = getattr(question.week, name)
        if not minutes:
            return none
        return f"{hours_words(minutes)} {what}, in {counted(len(entries), ENTRIES)}."

    return say


def say_count(name: str, forms: Forms, *, none: str, unknown: str = "") -> Sentence:
    """A number of things, each of which is an entry."""

    def say(question: Question, _entries: Entries) -> str:
        count: int | None = getattr(question.week, name)
        if count is None:
            return unknown
        return f"{counted(count, forms)}." if count else none

    return say


def say_share(name: str, what: str) -> Sentence:
    """A share of the time with clients, not known while a session has no weight."""

    def say(question: Question, entries: Entries) -> str:
        week, share = question.week, getattr(question.week, name)
        if share is not None:
            sessions = counted(len(entries), SESSIONS)
            return f"{share_words(share)} of the time with clients was {what}, in {sessions}."
        if not week.uncoded_sessions:
            return "Without time with clients there is no share."
        open_ones = counted(week.uncoded_sessions, SESSIONS)
        return f"Not known: {open_ones} still without a weight."

    return say

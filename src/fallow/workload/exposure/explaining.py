"""Every figure explains itself: the appointments behind it, in one sentence that adds up.

It knows that a week which could not be seen has nothing to explain.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fallow.base.errors import ValueRefused
from fallow.workload.appointments import Appointment
from fallow.workload.exposure.selecting import view_week
from fallow.workload.exposure.setting import WeekSetting
from fallow.workload.exposure.telling.entries import ENTRIES_BEHIND, Question, find_entries
from fallow.workload.exposure.telling.sentences import say_figure
from fallow.workload.exposure.week import WeekExposure


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One figure's sentence and the entries it came from."""

    figure: str
    sentence: str
    entries: tuple[Appointment, ...]


def explain_figure(
    figure: str,
    appointments: Iterable[Appointment],
    *,
    week: WeekExposure,
    setting: WeekSetting,
) -> Explanation:
    """This will explain one figure of a measured week; ValueRefused for an unknown name."""
    if figure not in list_explained_figures():
        raise ValueRefused("There is no figure of that name.", "Choose one that the week shows.")
    if not week.coverage.is_known:
        unseen = "Not known: nothing of this week could be seen."
        return Explanation(figure=figure, sentence=unseen, entries=())
    ordered = tuple(appointments)
    view = view_week(ordered, monday=week.monday, setting=setting)
    question = Question(week=week, view=view, appointments=ordered, setting=setting)
    entries = find_entries(figure, question)
    sentence = say_figure(figure, question, entries=entries)
    if not week.coverage.is_whole:
        sentence += " Part of this week could not be seen."
    return Explanation(figure=figure, sentence=sentence, entries=entries)


def list_explained_figures() -> tuple[str, ...]:
    """This will name every figure that can be explained."""
    return tuple(ENTRIES_BEHIND)

"""The published forms of a room as the page shows them: sentences, a picture, and sources.

It knows a form's history and says nothing of a form that was never answered.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fallow.figures.picture_json import write_picture
from fallow.individual.picture.forms.drawing import draw_form
from fallow.individual.picture.forms.occasions import (
    Comparison,
    FormHistory,
    ScaleHistory,
    compare_with_before,
    compare_with_first,
    read_forms,
)
from fallow.individual.picture.forms.sentences import (
    ABOUT,
    say_all,
    say_answered,
    say_figures,
    say_first,
    say_gap,
    say_latest,
    say_overlap,
)
from fallow.individual.picture.forms.sources import list_sources

Json = dict[str, Any]


def tell_forms(bodies: Iterable[Mapping[str, Any]]) -> list[Json]:
    """This will give every published form that the records of a room hold answers to."""
    return [write_form(history) for history in read_forms(bodies)]


def write_form(history: FormHistory) -> Json:
    """This will give one form as the page draws it; without an occasion it has no picture."""
    form = history.form
    told: Json = {"key": form.key, "label": form.label, "answered": say_answered(history)}
    if not history.mondays:
        return told | {"about": "", "picture": None, "scales": []}
    recall = form.recall_days
    compared = [(one, compare_with_before(one, recall_days=recall)) for one in history.scales]
    return told | {
        "about": ABOUT,
        "picture": write_picture(draw_form(history, sentence=say_all(compared))),
        "scales": [_write_scale(history, one, before) for one, before in compared],
    }


def _write_scale(history: FormHistory, scale: ScaleHistory, before: Comparison | None) -> Json:
    form = history.form
    first = compare_with_first(scale, recall_days=form.recall_days)
    lines = (
        say_figures(scale, before),
        say_overlap(before, form),
        say_first(scale, first),
        say_figures(scale, first),
        say_gap(scale, history.mondays),
    )
    return {
        "name": scale.scale.name,
        "sentence": say_latest(scale, before),
        "numbers": (before.change.value, before.change.low, before.change.high) if before else None,
        "lines": [line for line in lines if line],
        "sources": list_sources(form, scale.scale),
    }

"""The page *What this could be*: which pattern fits well, partly, little, and what would tell.

It knows tracked constructs and the formulation next door, and the yes and no a person gave.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from fallow.individual.formulation.catalog import (
    find_construct_page,
    list_construct_pages,
    list_questions,
)
from fallow.individual.formulation.explaining import explain_always, explain_fit, explain_verdict
from fallow.individual.formulation.formulating import Fit, Formulation, formulate
from fallow.individual.formulation.reading import Reading, hold_movement
from fallow.individual.formulation.telling_apart import Telling, find_what_would_tell
from fallow.individual.picture.answering import PictureDesk
from fallow.individual.picture.heaviness import ordinary_sd
from fallow.individual.picture.history import Tracked

Json = dict[str, Any]
TESTED = (
    "The figures come from simulated people. About half of the correlations behind them come from "
    "studies; the others are our choice."
)


class CouldBeDesk:
    """This will answer what one's own answers could be, from the history the picture follows."""

    def __init__(self, pictures: PictureDesk) -> None:
        self._pictures = pictures
        self.requests: dict[str, Callable[[Json], Json]] = {
            "could_be": self._could_be,
            "construct_page": _construct_page,
        }

    def formulate(self, request: Json) -> tuple[Formulation, tuple[Reading, ...]]:
        """This will weigh the patterns over all constructs that were asked enough."""
        history, tracked = self._pictures.follow(request)
        readings = tuple(reading for one in tracked.values() if (reading := _read(one)))
        weighed = formulate(readings, weeks_answered=history.answered, answers=_read_facts(request))
        return weighed, readings

    def _could_be(self, request: Json) -> Json:
        weighed, readings = self.formulate(request)
        told = find_what_would_tell(readings, answers=_read_facts(request)) if weighed.fits else ()
        with_page = {page.key for page in list_construct_pages()}
        return {
            "verdict": explain_verdict(weighed),
            "fits": [_write_fit(fit, with_page) for fit in weighed.fits],
            "always": explain_always(),
            "telling": [_write_telling(one) for one in told],
            "pages": [{"key": page.key, "label": page.label} for page in list_construct_pages()],
        }


def _read(tracked: Tracked) -> Reading | None:
    """None where a construct was hardly asked: it is left out, and never read as nought."""
    trajectory = tracked.watched.trajectory
    movement = trajectory.weeks[-1].movement
    return hold_movement(
        tracked.scale.name,
        movement=(movement.mean, movement.sd),
        week_sd=ordinary_sd(trajectory),
        is_worse_when_higher=tracked.is_worse_when_higher,
    )


def _read_facts(request: Json) -> Mapping[str, bool]:
    return {key: bool(value) for key, value in (request.get("facts") or {}).items()}


def _write_fit(fit: Fit, with_page: set[str]) -> Json:
    return {
        "pattern": fit.pattern,
        "label": fit.label,
        "words": fit.words.value,
        "figures": explain_fit(fit),
        "source": TESTED,
        "has_page": fit.pattern in with_page,
    }


def _write_telling(telling: Telling) -> Json:
    wording = {question.key: question.wording for question in list_questions()}
    why = {question.key: question.why for question in list_questions()}
    return {
        "key": telling.key,
        "kind": telling.kind.value,
        "sentence": why.get(telling.key, telling.sentence),
        "wording": wording.get(telling.key, telling.label),
    }


def _construct_page(request: Json) -> Json:
    return {"page": asdict(find_construct_page(request["page"]))}

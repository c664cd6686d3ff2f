"""What the picture's page asks, answered in JSON; it keeps what it worked out until it is told.

It knows the picture's values and the page's questions. Following five years takes a while, so the
last history is remembered, and forgotten when the room locks.
"""

from collections.abc import Callable
from typing import Any

from fallow.base.periods import monday_of
from fallow.figures.picture_json import write_picture
from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.rotation import CORE
from fallow.individual.picture.forms.telling import tell_forms
from fallow.individual.picture.heads_up import write_heads_up
from fallow.individual.picture.heaviness import Heaviness, weigh_now
from fallow.individual.picture.history import History, Tracked, gather, track_all
from fallow.individual.picture.overview import draw_overview
from fallow.individual.picture.records import read_answered_weeks, read_day, read_worked_weeks
from fallow.individual.picture.sentences import (
    CANNOT_SEE,
    METHOD,
    METHOD_SOURCE,
    say_early,
    say_range,
    say_where,
)
from fallow.individual.picture.weeks_picture import WEEKS_SHOWN, draw_weeks
from fallow.individual.trajectory.early_change import Sensitivity, Watch, watch

Json = dict[str, Any]
_ALL_WEEKS = 10_000


class PictureDesk:
    """This will answer the questions of one open room about its own answers."""

    def __init__(self) -> None:
        self._history: History | None = None
        self._tracked: dict[str, Tracked] = {}
        self._watched: dict[Sensitivity, Watch] = {}
        self.requests: dict[str, Callable[[Json], Json]] = {
            "picture": self._picture,
            "picture_weeks": self._weeks,
            "forget_room": self._forget,
        }

    def follow(self, request: Json) -> tuple[History, dict[str, Tracked]]:
        """This will follow what a request brings, unless it is what was followed last."""
        today = read_day(request["today"])
        history = gather(
            read_answered_weeks(request["checkins"]),
            read_worked_weeks(request.get("weeks")),
            this_monday=monday_of(today),
        )
        if history != self._history:
            self._tracked, self._watched = track_all(history), {}
            self._history = history
        return history, self._tracked

    def watch(self, request: Json) -> tuple[Sensitivity, Watch]:
        """This will look for an early change in what every week asks, as readily as is wished."""
        sensitivity = Sensitivity(request.get("sensitivity") or Sensitivity.USUAL)
        if sensitivity not in self._watched:
            constructs = {name: one.watched for name, one in self._tracked.items() if name in CORE}
            self._watched[sensitivity] = watch(constructs, sensitivity=sensitivity)
        return sensitivity, self._watched[sensitivity]

    def _picture(self, request: Json) -> Json:
        history, tracked = self.follow(request)
        known = {name: one for name, one in tracked.items() if not is_early(one)}
        forms = tell_forms(request["checkins"])
        if not known:
            early = say_early(history.answered)
            return {"early": early, "answered": history.answered, "forms": forms}
        sensitivity, watched = self.watch(request)
        found = [weigh_now(one) for one in known.values()]
        return {
            "early": "",
            "answered": history.answered,
            "last": history.mondays[-1].isoformat(),
            "overview": write_picture(draw_overview(found)),
            "constructs": [_write(one, known[one.name]) for one in found],
            "too_early": [one.scale.label for one in tracked.values() if is_early(one)],
            "work": say_work(history),
            "forms": forms,
            "heads_up": write_heads_up(
                watched, tracked, mondays=history.mondays, sensitivity=sensitivity
            ),
            "cannot_see": CANNOT_SEE,
            "method": METHOD,
            "method_source": METHOD_SOURCE,
        }

    def _weeks(self, request: Json) -> Json:
        history, tracked = self.follow(request)
        weeks = _ALL_WEEKS if request.get("all") else WEEKS_SHOWN
        picture = draw_weeks(history, tracked[request["construct"]], weeks=weeks)
        return {"picture": write_picture(picture), "has_more": len(history.mondays) > WEEKS_SHOWN}

    def _forget(self, _request: Json) -> Json:
        self._history, self._tracked, self._watched = None, {}, {}
        return {}


def is_early(tracked: Tracked) -> bool:
    """Whether too few weeks were answered to know what is usual."""
    return tracked.watched.trajectory.is_early


def say_work(history: History) -> str:
    """This will say for how many of the shown weeks the work is known."""
    shown = history.mondays[-WEEKS_SHOWN:]
    seen = [monday for monday in shown if monday in history.worked]
    if not seen:
        return "No work is known for these weeks. Bring a calendar, and its weeks stand beneath."
    return f"Work is known for {len(seen)} of the last {len(shown)} weeks."


def _write(one: Heaviness, tracked: Tracked) -> Json:
    asked = tracked.watched.trajectory.answered
    form = find_instrument(OWN)
    return {
        "name": one.name,
        "label": one.label,
        "sentence": say_where(one),
        "figures": say_range(one),
        "numbers": (one.mean, one.low, one.high, one.heavier_share, one.ordinary),
        "is_moved": one.is_moved,
        "source": f"From your answers in {asked} weeks to: "
        + " ".join(form.find_item(key).wording for key in tracked.scale.items),
    }

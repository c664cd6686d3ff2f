"""Suggestions: ranked by the rules of interventions.md §3, each beside the practice's part.

It knows needs, circumstances and the catalog. It never decides; and where answers are severe or
worsening it puts human care first.
"""

from dataclasses import dataclass

from fallow.individual.guidance.interventions import find_intervention, list_interventions
from fallow.individual.guidance.interventions.intervention import (
    Effect,
    Intervention,
    Level,
    Prerequisite,
    Target,
)
from fallow.individual.guidance.suggesting.chance import chance_of_gain
from fallow.individual.guidance.suggesting.need import (
    NOT_KNOWN_SHARE,
    Circumstances,
    Need,
)
from fallow.individual.guidance.suggesting.sentences import list_warnings

MOST_SHOWN = 2
"""Suggestions a page shows at once. (a choice: one or two that fit)"""
_NEVER_ALONE = tuple(str(number) for number in range(1, 15))  # rule 4 of interventions.md §3


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One thing that may help, for one target, with how sure it is and what is missing for it.

    `chance` is P(gain > 0.1 SD), None where no interval is known or nobody measured this target.
    `counterpart` is what the practice can do about the same thing; None only where the suggestion
    is itself the practice's. `lacks` are missing, `has` the person said are there, and of `asks`
    nobody has spoken yet.
    """

    intervention: Intervention
    target: Target
    effect: Effect | None
    chance: float | None
    feasibility: float
    counterpart: Intervention | None
    lacks: tuple[Prerequisite, ...]
    has: tuple[Prerequisite, ...]
    asks: tuple[Prerequisite, ...]

    @property
    def rank(self) -> float:
        """Chance times feasibility; nought where there is no chance to tell."""
        return 0.0 if self.chance is None else self.chance * self.feasibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What may help: ranked, then what fits without a known size, then what needs something first.

    Where `care_first` is true, ways to a person come before all of it.
    """

    care_first: bool
    ranked: tuple[Suggestion, ...]
    unranked: tuple[Suggestion, ...]
    needing: tuple[Suggestion, ...]
    warnings: tuple[str, ...]

    @property
    def first(self) -> tuple[Suggestion, ...]:
        """The one or two to show; where nothing could be ranked, what fits."""
        return (*self.ranked, *self.unranked)[:MOST_SHOWN]

    @property
    def waiting(self) -> tuple[Suggestion, ...]:
        """What lacks something, and what the person said is there by now, in the table's order."""
        order = list_interventions()
        told = [one for one in (*self.ranked, *self.unranked) if one.has]
        return tuple(sorted((*self.needing, *told), key=lambda o: order.index(o.intervention)))


def suggest(need: Need, circumstances: Circumstances) -> Suggestions:
    """This will rank what fits a need; equal ranks keep the order of the table."""
    found = [
        _weigh(intervention, need, circumstances)
        for intervention in list_interventions()
        if _may_be_shown(intervention, need, circumstances)
    ]
    fitting = [one for one in found if one is not None]
    ready = [one for one in fitting if not one.lacks]
    ranked = sorted((one for one in ready if one.chance is not None), key=lambda one: -one.rank)
    return Suggestions(
        care_first=need.care_first,
        ranked=_work_first(ranked) if need.drivers else tuple(ranked),
        unranked=tuple(sorted((one for one in ready if one.chance is None), key=_people_first)),
        needing=tuple(one for one in fitting if one.lacks),
        warnings=list_warnings(need),
    )


def _may_be_shown(intervention: Intervention, need: Need, circumstances: Circumstances) -> bool:
    if need.is_beyond_self_help and intervention.number in _NEVER_ALONE:
        return False
    return intervention.id not in circumstances.declined


def _people_first(suggestion: Suggestion) -> bool:
    """False sorts first: where no size is known, what joins people stands at the top. (a choice)"""
    return Level.INTERPERSONAL not in suggestion.intervention.levels


def _work_first(ranked: list[Suggestion]) -> tuple[Suggestion, ...]:
    """Rule 2: where the work drives it, the best change of the work stands at the top."""
    best = next((one for one in ranked if one.intervention.changes_work), None)
    if best is None:
        return tuple(ranked)
    return (best, *(one for one in ranked if one is not best))


def _weigh(
    intervention: Intervention, need: Need, circumstances: Circumstances
) -> Suggestion | None:
    target = _find_target(intervention, need)
    if target is None:
        return None
    effect = intervention.find_effect(target)
    asks = _list_asks(intervention, circumstances)
    said = circumstances.feasibility_of(intervention)
    return Suggestion(
        intervention=intervention,
        target=target,
        effect=effect,
        chance=chance_of_gain(effect) if effect else None,
        feasibility=said.share * (NOT_KNOWN_SHARE if asks else 1.0),
        counterpart=find_intervention(intervention.counterpart)
        if intervention.counterpart
        else None,
        lacks=_list_lacks(intervention, circumstances),
        has=tuple(one for one in intervention.prerequisites if one.key in circumstances.has),
        asks=asks,
    )


def _find_target(intervention: Intervention, need: Need) -> Target | None:
    """The wanted target on which it has the best chance; else one that it fits, unmeasured."""
    known = [target for target in need.wanted if intervention.find_effect(target)]
    if known:
        return max(known, key=lambda target: _chance_for(intervention, target))
    return next((target for target in need.wanted if target in intervention.fits), None)


def _chance_for(intervention: Intervention, target: Target) -> float:
    effect = intervention.find_effect(target)
    chance = chance_of_gain(effect) if effect else None
    return -1.0 if chance is None else chance


def _list_lacks(
    intervention: Intervention, circumstances: Circumstances
) -> tuple[Prerequisite, ...]:
    """What is known to be missing, and what needs a yes before anything else."""
    return tuple(
        needed
        for needed in intervention.prerequisites
        if needed.key in circumstances.lacks
        or (needed.comes_first and needed.key not in circumstances.has)
    )


def _list_asks(
    intervention: Intervention, circumstances: Circumstances
) -> tuple[Prerequisite, ...]:
    spoken = circumstances.has | circumstances.lacks
    return tuple(
        needed
        for needed in intervention.prerequisites
        if not needed.is_own_choice and needed.key not in spoken
    )

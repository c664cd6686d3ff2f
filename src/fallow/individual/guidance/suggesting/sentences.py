"""A suggestion in plain words: what it may bring, how sure that is, and what it needs.

It knows suggestions' parts and no person. Rule 5 of interventions.md §3: grade and interval always.
"""

from fallow.individual.guidance.interventions.intervention import (
    Effect,
    Grade,
    Intervention,
    Prerequisite,
    Target,
)
from fallow.individual.guidance.suggesting.chance import better_off
from fallow.individual.guidance.suggesting.need import Need

CARE_FIRST = (
    "What you answered is a lot to carry. Please talk with a person first: "
    "the ways to one are below, with who pays and who learns of it."
)
RECOVERY_TAKES_TIME = (
    "Getting well again can take months, and longer for some. For people who are already worn out, "
    "treating the person alone showed no effect on exhaustion (Ahola 2017). "
    "That is why the work has to change as well, and why a person comes first."
)
SMALL = (
    "Effects are small, and most trials were done with physicians and nurses. "
    "Whether it helps you is something to find out."
)
FEW_FOR_DISTANCE = (
    "Little has been shown to ease distance from clients. "
    "Support, supervision, civility and programs that change the work show some sign of it."
)
NONE_FOR_TRAUMA = (
    "For what trauma work leaves behind, no study was good enough to count (Bercier & Maynard "
    "2015). What is offered here is careful guesswork."
)
CAP_ALONE = "A cap alone does little. Several changes together do more."
WIDTH_GUESSED = "How far it may be off is our guess."
NOT_MEASURED = "Nobody has measured this for what you asked about. It is a careful guess."

_BETTER = {
    Target.STRESS: "is less stressed",
    Target.EXHAUSTION: "is less exhausted",
    Target.DEPERSONALIZATION: "feels closer to clients",
    Target.ACCOMPLISHMENT: "is surer of doing good work",
    Target.SECONDARY_TRAUMATIC_STRESS: "is less followed by clients' trauma",
    Target.WORLDVIEW: "sees the world in a better light",
    Target.RECOVERY: "switches off better",
    Target.SLEEP: "sleeps better",
    Target.FATIGUE: "is less tired at the end of the day",
    Target.AWARENESS: "knows better how they are",
    Target.LOAD: "carries less",
    Target.ADMIN: "has fewer evenings with notes",
    Target.CONTROL: "has more of a say",
    Target.SUPPORT: "has more support",
}
_GRADES = {
    Grade.POOLED: "A few trials, put together.",
    Grade.POOLED_LOW: "A few trials, put together, and still not sure.",
    Grade.TRIAL: "One trial, or a few.",
    Grade.PILOT: "Small first tries.",
    Grade.THIN: "Little evidence of any kind.",
    Grade.INDIRECT: "Known for something close to it, and not for this itself.",
    Grade.NONE: "No study was good enough to count.",
}
_GUESSED = (Grade.THIN, Grade.INDIRECT, Grade.NONE)
"""Grades whose size nobody measured on the thing itself (interventions.md §1)."""


def list_warnings(need: Need) -> tuple[str, ...]:
    """This will give what has to be said along with suggestions, the weightiest first."""
    traumatic = {Target.SECONDARY_TRAUMATIC_STRESS, Target.WORLDVIEW}
    told = (
        (need.care_first, CARE_FIRST),
        (need.is_severe, RECOVERY_TAKES_TIME),
        (Target.DEPERSONALIZATION in need.wanted, FEW_FOR_DISTANCE),
        (bool(traumatic & set(need.wanted)), NONE_FOR_TRAUMA),
        (Target.LOAD in need.wanted, CAP_ALONE),
        (True, SMALL),
    )
    return tuple(sentence for applies, sentence in told if applies)


def explain_effect(intervention: Intervention, effect: Effect | None) -> str:
    """This will say an effect as pairs of people, with its interval; or that none is known."""
    if effect is None:
        return NOT_MEASURED
    pairs = better_off(effect, source=intervention.source)
    if pairs is None or pairs.value is None:
        return "How large the effect is could not be said with any care."
    said = (
        "Of 100 pairs, one who did this and one who did not, the first "
        f"{_BETTER[effect.target]} in about {pairs.value:.0f} ({pairs.low:.0f} to "
        f"{pairs.high:.0f}). By chance it would be 50."
    )
    return f"{said} {WIDTH_GUESSED}" if effect.is_width_carried else said


def explain_chance(chance: float | None, *, grade: Grade) -> str:
    """This will say how likely a gain worth having is, in tenths, and whether that is a guess."""
    if chance is None:
        return "How likely a gain is cannot be told."
    tenths = min(max(round(chance * 10), 1), 9)
    said = f"a gain worth having has a chance of about {tenths} in 10."
    if grade in _GUESSED:
        return f"This is our careful guess: {said}"
    return f"From what is published, {said}"


def explain_grade(grade: Grade) -> str:
    """This will say how good the evidence is."""
    return _GRADES[grade]


def explain_source(intervention: Intervention) -> str:
    """This will give where a size is from, behind the word for how sure that is."""
    return f"({intervention.evidence}) {intervention.source}"


def explain_time(intervention: Intervention) -> str:
    """This will say when a first effect can come, and how long it stays."""
    return f"First effect: {intervention.onset}. {intervention.half_life}"


def explain_prerequisites(needed: tuple[Prerequisite, ...]) -> str:
    """This will say what has to be there first, or nothing."""
    if not needed:
        return ""
    return f"Needs {'; '.join(one.says for one in needed)}."

"""The interventions as a page: what each may move, how sure that is, and what stands beside it."""

from tests.reference.tables import write_table

from fallow.individual.guidance.interventions import find_intervention, list_interventions
from fallow.individual.guidance.interventions.intervention import Effect, Grade, Intervention
from fallow.individual.guidance.suggesting.sentences import explain_grade, explain_source

_INTRO = """\
# The interventions

Everything that *my plan* may suggest. An effect is in standard deviations of what it moves, with
the 95 % interval it starts from. All effects are (derived): published sizes, made smaller because
trials were small, of volunteers, or with other professions. Negative is better; for
*accomplishment* positive is better. How one of them gets to the top is told in
[suggestions](../explanation/suggestions.md).

How sure a source is: (verified), read at its source · (unverified), not yet confirmed · (derived),
worked out from others · (assumption), a starting value and not evidence.

"""


def write_interventions() -> str:
    grades = write_table(("Grade", "What it means"), [(f"`{g}`", explain_grade(g)) for g in Grade])
    return _INTRO + grades + "".join(_section(one) for one in list_interventions())


def _section(one: Intervention) -> str:
    told = {
        "Key": f"`{one.id}`, row {one.number}",
        "Who acts": " and ".join(one.levels),
        "What one does oneself": one.personal,
        "The practice's part": one.practice,
        "Stands beside it": _counterpart(one),
        "Effect": "; ".join(_effect(effect) for effect in one.effects) or "none measured",
        "Offered, never ranked, for": ", ".join(_words(target) for target in one.fits),
        "First effect": one.onset or "not known",
        "How long": one.half_life or "not known",
        "Needs first": "; ".join(needed.says for needed in one.prerequisites) or "nothing",
        "Evidence": f"`{one.grade}` {explain_source(one)}",
        "Note": one.note,
    }
    rows = [(term, words) for term, words in told.items() if words]
    return f"## {one.name}\n\n" + write_table(("What", "In words"), rows)


def _counterpart(one: Intervention) -> str:
    if not one.counterpart:
        return ""
    other = find_intervention(one.counterpart)
    return f"`{other.id}`: {other.practice}"


def _effect(effect: Effect) -> str:
    said = f"{_words(effect.target)} {effect.mean:+.2f}"
    if effect.low is None or effect.high is None:
        return f"{said}, no interval known"
    carried = ", its width a guess (assumption)" if effect.is_width_carried else ""
    return f"{said} ({effect.low:+.2f} to {effect.high:+.2f}){carried}"


def _words(target: str) -> str:
    return target.replace("_", " ")

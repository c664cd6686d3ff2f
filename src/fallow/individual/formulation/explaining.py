"""What this could be, in whole sentences: warm, short, and with their doubt in them.

They know results alone, never answers. The words that must always stand are those of issue and
trust.md §7: tested on simulated people, not a diagnosis, something else, more than one.
"""

from fallow.base.sentences import join_words
from fallow.individual.formulation.catalog import published_model
from fallow.individual.formulation.formulating import LEAST_READ, Fit, Formulation, Verdict
from fallow.individual.formulation.model import ORDINARY, SOMETHING_ELSE
from fallow.individual.trajectory.tracking import EARLY_WEEKS

ALWAYS = (
    "This was tested on simulated people, not on clinicians. It can be wrong.",
    "It may be something else: depression, illness, grief, home. "
    "A physician or a therapist of your own can look at that with you.",
    "It may be more than one of these.",
    "It is not a diagnosis, and not an opinion on your fitness to practice.",
    "You are held against your own usual weeks. If your usual is heavy, this cannot see it.",
    "How far these things overlap comes in part from studies of groups, not of one person over "
    "time, and in part from our own choice. "
    "How strongly each one shows is our own choice, and the range tells what hangs on it.",
)
_EARLY = (
    f"It is too early to say. This needs {EARLY_WEEKS} weeks with answers, "
    f"on at least {LEAST_READ} things."
)
_ELSE = (
    "Your answers look most like something else: depression, illness, grief, or home. "
    "Please let someone look at this with you: a physician, or a therapist of your own."
)
_ORDINARY = (
    "Nothing stands out from your own usual. These look like ordinary ups and downs. "
    "If it feels otherwise to you, trust that more than this."
)


def explain_always() -> tuple[str, ...]:
    """This will give the sentences that stand under every result, whatever it says."""
    return ALWAYS


def explain_verdict(formulation: Formulation) -> str:
    """This will say the result in two or three sentences."""
    if formulation.verdict is Verdict.TOO_EARLY:
        return _EARLY
    if formulation.leading is None:
        model = published_model()
        names = join_words([model.find_pattern(key).short for key in formulation.together])
        return (
            f"These cannot be told apart yet: {names}. "
            "That is often so, for they overlap. Below is what would help to tell."
        )
    return _explain_leading(formulation.fits[0])


def explain_fit(fit: Fit) -> str:
    """This will say the figures behind one pattern, one tap below its words."""
    return (
        f"Of 100 simulated people who answered like this, about {_hundredths(fit.probability)} "
        f"had this. With other assumptions it is {_hundredths(fit.low)} "
        f"to {_hundredths(fit.high)}."
    )


def _explain_leading(fit: Fit) -> str:
    if fit.pattern == SOMETHING_ELSE:
        return _ELSE
    if fit.pattern == ORDINARY:
        return _ORDINARY
    pattern = published_model().find_pattern(fit.pattern)
    others = 100 - _hundredths(fit.probability)
    return (
        f"Your answers look most like {pattern.short}. This is a lead, not a label. "
        f"Of 100 simulated people who answered like this, about {others} had another of these. "
        f"What it would ask for: {pattern.answer}."
    )


def _hundredths(share: float) -> int:
    return round(share * 100)

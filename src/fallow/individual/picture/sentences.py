"""What the picture says in plain words: one sentence for each construct, and what cannot be seen.

It knows values and no drawing. A movement inside ordinary ups and downs is called that.
"""

from collections.abc import Sequence

from fallow.base.sentences import join_words
from fallow.individual.picture.heaviness import Heaviness
from fallow.individual.trajectory.explaining import LIMITS
from fallow.individual.trajectory.tracking import EARLY_WEEKS

_ALMOST_SURE = 0.975
CANNOT_SEE = (
    *LIMITS,
    "It shows how work has felt, not why. Illness, grief and home look the same from here.",
)
METHOD = (
    "Each week's answers are held against your own usual, with a margin for questions that take "
    "turns and answers that waver. The lines hold the true place in 90 of 100 cases, if people "
    "move as the model says. The questions are Fallow's own and not a validated instrument."
)
METHOD_SOURCE = (
    "A Kalman filter and smoother (Durbin & Koopman 2012), over six plausible people; "
    "tested on simulated people, not on clinicians."
)


def say_early(answered: int) -> str:
    """This will say why there is no picture yet."""
    weeks = "1 week" if answered == 1 else f"{answered} weeks"
    return (
        f"It is too early to say more. You answered in {weeks} so far. After {EARLY_WEEKS} your "
        "own usual begins to show, and only then can a change be told from ordinary ups and downs."
    )


def say_where(one: Heaviness) -> str:
    """This will say what changed, and how surely."""
    side = "heavier" if one.mean >= 0 else "lighter"
    sure = one.heavier_share if one.mean >= 0 else 1 - one.heavier_share
    if one.is_moved:
        return f"{one.plain}: {side} than your usual, {_surely(sure)}."
    leans = f"If anything a little {side} ({of_hundred(sure)} of 100)."
    return f"{one.plain}: ordinary ups and downs. {leans}"


def say_range(one: Heaviness) -> str:
    """This will give the figures behind the sentence, in points of the answers."""
    turned = " Less of it is heavier." if one.is_turned else ""
    return (
        f"{_points(one.mean)} against your usual, between {_points(one.low)} and "
        f"{_points(one.high)}. Your ordinary weeks move by about {one.ordinary:.1f} points.{turned}"
    )


def say_all(found: Sequence[Heaviness]) -> str:
    """This will sum up what moved, without blending anything into one number."""
    moved = [one for one in found if one.is_moved]
    if not moved:
        return "This week lies within your ordinary ups and downs."
    heavier = [one.plain.lower() for one in moved if one.mean > 0]
    lighter = [one.plain.lower() for one in moved if one.mean <= 0]
    parts = [f"Heavier than your usual: {join_words(heavier)}."] if heavier else []
    parts += [f"Lighter than your usual: {join_words(lighter)}."] if lighter else []
    return " ".join([*parts, "The rest moves as it usually does."])


def _surely(share: float) -> str:
    word = "almost surely" if share >= _ALMOST_SURE else "likely"
    return f"{word} ({of_hundred(share)} of 100)"


def of_hundred(share: float) -> int:
    """This will give a probability as so many of 100; never 0 or 100, for nothing here is sure."""
    return max(1, min(99, round(100 * share)))


def _points(value: float) -> str:
    side = "heavier" if value > 0 else "lighter"
    said = f"{abs(value):.1f}"
    return "no difference" if said == "0.0" else f"{said} points {side}"

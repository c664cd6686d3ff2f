"""Where the line between error and change lies for one scale, and from whom its figures are.

It knows a scale's key alone. Rules: Jacobson & Truax 1991; Christensen & Mendoza 1986.
"""

from fallow.individual.instruments.instrument import Instrument, Scale
from fallow.individual.trajectory.reliable_change import NINETY_FIVE

UNKNOWN = "No reliability of this scale is known here, so its error cannot be worked out."
FORMULA = (
    f"Two scores count as apart when they differ by more than {NINETY_FIVE} × √(error² + error²): "
    "both carry error (Jacobson & Truax 1991, with the correction of Christensen & Mendoza 1986). "
    "Where nothing has changed, about 1 comparison in 20 passes this line all the same."
)
ONE_DAY = (
    "The reliability is Cronbach's alpha: how well the questions agree on one day. How answers "
    "waver from day to day is not in it, so the line ought to lie somewhat further out."
)
NOT_READ = "These two were not read at the source; what is said here is no surer than they are."
NO_PERIOD = "The form names no period that it asks about, so how far apart is best is not known."


def list_sources(form: Instrument, scale: Scale) -> tuple[str, ...]:
    """This will give the formula, the figures in it and whose they are."""
    if not scale.has_known_error:
        return (UNKNOWN,)
    items = len(scale.items)
    evidence = scale.reliability_evidence
    told = (
        FORMULA,
        f"Error of one score: SD × √(1 − reliability) = {scale.population_sd} × "
        f"√(1 − {scale.reliability}) points; × √({items} / answered) where some were skipped.",
        f"SD and reliability: {scale.reliability_source} ({evidence}).",
        "" if evidence == "verified" else NOT_READ,
        ONE_DAY,
        "" if form.recall_days else NO_PERIOD,
    )
    return tuple(line for line in told if line)

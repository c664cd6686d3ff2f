"""Our own weekly questions for the page: their words, their answers, and which week asks which.

It knows the catalog that scores them, so that the page and its Python cannot part.
"""

from fallow.individual.instruments.catalog import OWN, find_instrument
from fallow.individual.instruments.rotation import CYCLE_WEEKS, choose_items


def read_questions() -> dict[str, object]:
    """This will give the form, its answers and questions, and the cycle of weeks."""
    form = find_instrument(OWN)
    return {
        "form": form.key,
        "version": form.version,
        "answers": list(form.anchors_of(form.items[0]).words),
        "items": {item.key: item.wording for item in form.items},
        "weeks": [list(choose_items(week)) for week in range(CYCLE_WEEKS)],
    }

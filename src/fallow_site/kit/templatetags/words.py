"""Words for numbers on pages: hours, ranges, "not known".

It knows how values are said, and asks the domain for it.
"""

from django import template

from fallow.base.estimate import Estimate
from fallow.workload.exposure.explaining import hours_words
from fallow.workload.my_week.labels import estimate_words

register = template.Library()


@register.filter
def as_hours(minutes: int | None) -> str:
    return hours_words(minutes)


@register.filter
def as_estimate(estimate: Estimate | None) -> str:
    return "not known" if estimate is None else estimate_words(estimate)


@register.filter
def as_cap(hours: float | None) -> str:
    return "none adopted" if hours is None else f"{float(hours):g} h"

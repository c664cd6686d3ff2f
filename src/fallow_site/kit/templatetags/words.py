"""Words on pages: for hours and ranges, for what is not known, for zones and browsers.

It knows how values are said, and asks the domain for it.
"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fallow.base.estimate import Estimate
from fallow.workload.exposure.telling.words import hours_words
from fallow.workload.my_week.labels import estimate_words

_BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_DEVICES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)

register = template.Library()


@register.filter
def as_hours(minutes: int | None) -> str:
    if minutes is None:
        return _quietly("not known")
    return hours_words(minutes) if minutes else "none"


@register.filter
def as_estimate(estimate: Estimate | None) -> str:
    if estimate is None:
        return _quietly("not known")
    return estimate_words(estimate).replace("-", "\N{MINUS SIGN}")


@register.filter
def as_cap(hours: float | None) -> str:
    return _quietly("none adopted") if hours is None else f"{float(hours):g} h"


def _quietly(words: str) -> SafeString:
    """What is not there is said softly, and never left blank."""
    return format_html('<span class="unknown">{}</span>', words)


@register.filter
def as_number(value: float) -> str:
    return f"{value:g}"


@register.filter
def as_zone(zone: str) -> str:
    return zone.replace("_", " ")


@register.filter
def as_browser(user_agent: str) -> str:
    """This will name a browser and its device as a person would, from what the browser says."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "A browser")
    device = next((name for mark, name in _DEVICES if mark in user_agent), "")
    return f"{browser} on {device}" if device else browser

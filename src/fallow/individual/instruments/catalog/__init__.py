"""The registry: every instrument that ships, read from its file of facts.

It knows files. Keys, ranges and norms are facts with their source; wording of others is in none.
"""

from functools import cache
from typing import Any

from fallow.base.errors import ValueRefused
from fallow.base.tables import read_table
from fallow.individual.instruments.instrument import (
    Anchors,
    Instrument,
    Item,
    License,
    Method,
    NormSet,
    Scale,
)

_FILES = ("fallow_weekly.toml", "cbi.toml")
OWN = "fallow_weekly"


@cache
def list_instruments() -> tuple[Instrument, ...]:
    """This will give every instrument, our own first."""
    return tuple(_read(name) for name in _FILES)


def find_instrument(key: str) -> Instrument:
    """This will find one instrument by its key, or raise ValueRefused."""
    for instrument in list_instruments():
        if instrument.key == key:
            return instrument
    raise ValueRefused("The registry has no such instrument.", "Choose one that it lists.")


def _read(name: str) -> Instrument:
    told = read_table(__package__, name)
    return Instrument(
        **told["instrument"] | {"license": License(told["instrument"]["license"])},
        anchors=tuple((key, _read_anchors(value)) for key, value in told["anchors"].items()),
        items=tuple(Item(**item) for item in told["item"]),
        scales=tuple(_read_scale(scale) for scale in told["scale"]),
        norms=tuple(NormSet(**norm) for norm in told.get("norm", [])),
    )


def _read_anchors(told: dict[str, Any]) -> Anchors:
    return Anchors(values=tuple(told["values"]), words=tuple(told.get("words", ())))


def _read_scale(told: dict[str, Any]) -> Scale:
    return Scale(**told | {"items": tuple(told["items"]), "method": Method(told["method"])})

"""Words for saying no: short, kind, said once.

It knows who may ask and what. The words are ours, and nobody has tested them (a choice).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from fallow.base.tables import read_table


class Asker(StrEnum):
    """Who asks."""

    DIRECTOR = "director"
    COLLEAGUE = "colleague"
    CLIENT = "client"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsForNo:
    """What someone asks, words that decline it, and what makes them work."""

    key: str
    asked: str
    asker: Asker
    says: str
    why: str


def list_words(asker: Asker) -> tuple[WordsForNo, ...]:
    """This will give words for one who asks, then those that fit anyone."""
    fitting = [one for one in _read() if one.asker is asker]
    anyone = [one for one in _read() if one.asker is Asker.ANYONE and one not in fitting]
    return (*fitting, *anyone)


@cache
def _read() -> tuple[WordsForNo, ...]:
    told = read_table(__package__, "words_for_no.toml")["no"]
    return tuple(WordsForNo(**one | {"asker": Asker(one["asker"])}) for one in told)

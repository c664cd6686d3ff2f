"""Finding help: whom to turn to, who pays, who learns of it, what a board may ask.

It knows kinds of help and no address: local offers are the practice's, crisis lines stand on every
page. Sources: trust.md §6, field.md §1; what is general knowledge says so.
"""

from dataclasses import dataclass
from functools import cache

from fallow.base.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way to a person. `opens` is a first sentence one can say there."""

    key: str
    name: str
    good_for: str
    who_pays: str
    who_learns: str
    board_may_ask: str
    opens: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingHelp:
    """All routes, and what is true of every one of them."""

    about_boards: str
    about_boards_source: str
    about_choice: str
    about_choice_source: str
    routes: tuple[Route, ...]


@cache
def find_help() -> FindingHelp:
    """This will give the routes in their order, each with its source."""
    told = read_table(__package__, "routes.toml")
    routes = tuple(Route(**route) for route in told.pop("route"))
    return FindingHelp(**told, routes=routes)

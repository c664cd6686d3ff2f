"""The invented people of the demo, and how each of them works.

Their names are plainly invented. Nothing of them is anyone's.
"""

from dataclasses import dataclass, replace
from typing import Literal

Export = Literal["table", "simplepractice", "fhir", "feed"]
_INTERN = ", intern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One invented clinician: their post and the way their calendar is exported."""

    name: str
    team: str
    export: Export
    sessions: int  # in a usual week
    fte_share: float = 1.0
    caseload: str | None = "standard_individual"
    is_supervisor: bool = False
    is_quiet: bool = False

    @property
    def first(self) -> str:
        """The first name in small letters, which nobody else in the practice has."""
        return self.name.split()[0].lower()

    @property
    def email(self) -> str:
        return f"{self.first}@fallow.example"

    @property
    def is_intern(self) -> bool:
        return self.name.endswith(_INTERN)


PEOPLE: tuple[Invented, ...] = (
    Invented(name="Ada Amber", team="Harbor", export="table", sessions=24),
    Invented(name="Sol Sorrel", team="Harbor", export="table", sessions=14, is_supervisor=True),
    Invented(name="Petra Pebble", team="Harbor", export="table", sessions=20),
    Invented(name="Bram Birch", team="Harbor", export="table", sessions=22, caseload=None),
    Invented(name="Cleo Clover", team="Harbor", export="table", sessions=12, fte_share=0.5),
    Invented(name="Dara Dune", team="Harbor", export="table", sessions=19, fte_share=0.8),
    Invented(name="Edda Elm", team="Meadow", export="simplepractice", sessions=23),
    Invented(name="Fern Fallow", team="Meadow", export="feed", sessions=21, is_quiet=True),
    Invented(name="Gus Gorse", team="Meadow", export="simplepractice", sessions=20),
    Invented(
        name="Hazel Heath", team="Meadow", export="simplepractice", sessions=11, fte_share=0.5
    ),
    Invented(name="Ivo Iris", team="Meadow", export="simplepractice", sessions=24, caseload=None),
    Invented(name="Juno Juniper", team="Meadow", export="simplepractice", sessions=18),
    Invented(
        name="Kit Kelp", team="Orchard, trauma", export="fhir", sessions=17,
        caseload="trauma_processing",
    ),
    Invented(
        name="Lark Linden", team="Orchard, trauma", export="fhir", sessions=18,
        caseload="trauma_processing",
    ),
    Invented(
        name="Mara Moss", team="Orchard, trauma", export="fhir", sessions=16,
        caseload="trauma_processing",
    ),
    Invented(
        name="Nico Nettle", team="Orchard, trauma", export="fhir", sessions=19, caseload=None
    ),
    Invented(
        name="Orla Olive", team="Orchard, trauma", export="fhir", sessions=9, fte_share=0.5,
        caseload="trauma_processing",
    ),
    Invented(
        name=f"Pim Poplar{_INTERN}", team="Orchard, trauma", export="fhir", sessions=10,
        fte_share=0.6,
    ),
    Invented(
        name=f"Quill Quince{_INTERN}", team="Wharf", export="table", sessions=8, fte_share=0.5
    ),
    Invented(name=f"Rue Reed{_INTERN}", team="Wharf", export="table", sessions=10, fte_share=0.6),
    Invented(name="Sage Sedge", team="Wharf", export="table", sessions=21),
    Invented(name="Tove Thyme", team="Wharf", export="table", sessions=22, caseload=None),
    Invented(name="Una Umber", team="Wharf", export="feed", sessions=20),
    Invented(name="Vale Violet", team="Wharf", export="table", sessions=18, fte_share=0.8),
)  # fmt: skip


def invent_people(count: int) -> tuple[Invented, ...]:
    """This will give as many as asked for: the 24, and then numbered namesakes in new teams."""
    return tuple(_namesake(place) for place in range(count))


def _namesake(place: int) -> Invented:
    turn, which = divmod(place, len(PEOPLE))
    person = PEOPLE[which]
    if turn == 0:
        return person
    first, rest = person.name.split(maxsplit=1)
    return replace(person, name=f"{first}{turn + 1} {rest}", team=f"{person.team} {turn + 1}")

"""The invented people of the demo, and how each of them works.

Their names are plainly invented. Nothing of them is anyone's.
"""

from dataclasses import dataclass
from typing import Literal

Export = Literal["table", "simplepractice", "fhir", "feed"]


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
    def email(self) -> str:
        return f"{self.name.split()[0].lower()}@fallow.example"


TEAMS = ("Harbor", "Meadow", "Orchard", "Wharf")

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
        name="Kit Kelp", team="Orchard", export="fhir", sessions=17, caseload="trauma_processing"
    ),
    Invented(
        name="Lark Linden", team="Orchard", export="fhir", sessions=18, caseload="trauma_processing"
    ),
    Invented(
        name="Mara Moss", team="Orchard", export="fhir", sessions=16, caseload="trauma_processing"
    ),
    Invented(name="Nico Nettle", team="Orchard", export="fhir", sessions=19, caseload=None),
    Invented(
        name="Orla Olive", team="Orchard", export="fhir", sessions=9, fte_share=0.5,
        caseload="trauma_processing",
    ),
    Invented(name="Pim Poplar", team="Orchard", export="fhir", sessions=15, fte_share=0.8),
    Invented(name="Quill Quince", team="Wharf", export="table", sessions=10, fte_share=0.5),
    Invented(name="Rue Reed", team="Wharf", export="table", sessions=12, fte_share=0.6),
    Invented(name="Sage Sedge", team="Wharf", export="table", sessions=21),
    Invented(name="Tove Thyme", team="Wharf", export="table", sessions=22, caseload=None),
    Invented(name="Una Umber", team="Wharf", export="feed", sessions=20),
    Invented(name="Vale Violet", team="Wharf", export="table", sessions=18, fte_share=0.8),
)  # fmt: skip

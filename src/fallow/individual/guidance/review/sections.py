"""The sections one can look at, by code and edition, with a few questions of our own beside them.

It knows numbers and topics, and quotes no code. Source: standards.md §7.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from fallow.base.errors import ValueRefused
from fallow.base.tables import read_table


class About(StrEnum):
    """Whom a reflection is about."""

    SELF = "self"
    COLLEAGUE = "colleague"
    SUPERVISEE = "supervisee"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSection:
    """One section of one edition of one code. The topic is in our words."""

    key: str
    code: str
    edition: str
    section: str
    topic: str
    about: tuple[About, ...]
    evidence: str


QUESTIONS = {
    About.SELF: (
        "What did I do in the last weeks that I would not want a colleague to do?",
        "Which clients do I dread, and what do they get from me?",
        "What would have to be true for me to step back for a while?",
        "Who would tell me, and have I asked them?",
    ),
    About.COLLEAGUE: (
        "What did I see or hear myself, and what do I only suppose?",
        "Is anyone in danger now?",
        "Could I say it to them, and what would make that possible?",
        "With whom can I think it through without naming anyone?",
    ),
    About.SUPERVISEE: (
        "What did I see myself, and what was I told?",
        "What do their clients need this week?",
        "What have I offered: less work, more time with me, a way to help?",
        "What do I owe them as supervisor, and what do I owe as anything else to them?",
    ),
}


@cache
def list_sections() -> tuple[CodeSection, ...]:
    """This will give every section, in the order of the file."""
    return tuple(
        CodeSection(**told | {"about": tuple(About(one) for one in told["about"])})
        for told in read_table(__package__, "sections.toml")["section"]
    )


def find_section(key: str) -> CodeSection:
    """This will find one section by its key, or raise ValueRefused."""
    for section in list_sections():
        if section.key == key:
            return section
    raise ValueRefused("There is no such section here.", "Choose one from the list.")


def list_sections_about(about: About) -> tuple[CodeSection, ...]:
    """This will give the sections for a reflection about oneself or someone else."""
    return tuple(section for section in list_sections() if about in section.about)

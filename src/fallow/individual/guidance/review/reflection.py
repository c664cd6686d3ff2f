"""A reflection against sections of a code, and the record of it that its owner may show.

It knows dates, topics and words, and no score of any kind; a record has dates and topics alone
unless its owner adds the words. Sources: standards.md §7, trust.md §6.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fallow.base.errors import ValueRefused
from fallow.individual.guidance.review.sections import About, find_section

NOT_PRIVILEGED = (
    "What you write here is not legally privileged. "
    "A court or a board could order you to hand over what you can open."
)
ABOUT_OTHERS = (
    "Write no name. In many places you may have to report a colleague whose work is not safe, and "
    "a supervisor has duties of their own. What counts is what you saw. "
    "If you are unsure, ask your professional body or a lawyer before you write."
)
NO_VERDICT = (
    "Nothing here says whether anyone is fit to work. It is a place to think, and a reason to talk."
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """One reflection: its day, whom it is about, the sections by key, and the words.

    `notice_read_date` is the day on which its writer read that it is not privileged; without it
    there is no first word.
    """

    written_date: date
    notice_read_date: date
    about: About
    sections: tuple[str, ...]
    words: str

    def __post_init__(self) -> None:
        if self.notice_read_date > self.written_date:
            raise ValueRefused(
                "The words came before the note about courts.",
                "Read that it is not privileged, then write.",
            )
        if not self.sections:
            raise ValueRefused("A reflection has no topic.", "Choose a section, or several.")
        for key in self.sections:
            if self.about not in find_section(key).about:
                raise ValueRefused(
                    "That section is about somebody else.", "Choose one from the list shown."
                )


def list_notices(about: About) -> tuple[str, ...]:
    """This will give what has to be read before the first word, in order."""
    if about is About.SELF:
        return (NOT_PRIVILEGED, NO_VERDICT)
    return (NOT_PRIVILEGED, ABOUT_OTHERS, NO_VERDICT)


def write_record(reflections: Iterable[Reflection], *, with_words: bool) -> str:
    """This will write a table: day, whom it is about, topic, code, edition, section; oldest first.

    The words join only where `with_words` says so. There is no score to join.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(("date", "about", "topic", "code", "edition", "section", *_words(with_words)))
    for one in sorted(reflections, key=lambda reflection: reflection.written_date):
        for key in one.sections:
            section = find_section(key)
            told = (section.topic, section.code, section.edition, section.section)
            words = (_plain(one.words),) if with_words else ()
            writer.writerow((one.written_date.isoformat(), one.about.value, *told, *words))
    return table.getvalue()


def _words(with_words: bool) -> tuple[str, ...]:
    return ("words",) if with_words else ()


def _plain(words: str) -> str:
    """Words that a table program would take for a formula are told apart by a quote in front."""
    return f"'{words}" if words.startswith(_FORMULA_SIGNS) else words

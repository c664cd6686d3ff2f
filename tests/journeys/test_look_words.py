"""What the pages say: nothing that is never said, no jargon, and sentences that are easy to read.

The list of what is never said is the house's own (see SECURITY.md and the words of HOUSE). The
grade is Flesch and Kincaid's: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid,
Fishburne, Rogers and Chissom 1975, Navy report 8-75).
"""

import re
from html.parser import HTMLParser

from tests.cast import Cast
from tests.journeys.practice_pages import list_visits

HIGHEST_GRADE = 9.0
NEVER = re.compile(
    r"\banonymous|100 ?% secure|unhackable|military.grade|zero.knowledge|HIPAA|GDPR"
    r"|clinically proven|\bdiagnos|\bdetects?\b|\btreats\b|prevents burnout|burnt out"
    r"|\bimpaired\b|\bunfit\b|at risk\b|risk score|red flag|problem employee"
    r"|resilience deficit|we noticed|has been notified|leaderboard|streak|compliance rate"
    r"|mandatory|AI therapist|privileged|confidential|get you help",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\bMFA\b|\b2FA\b|two-factor|authenticat(e|ion)\b|\binvalid\b|\bcredential"
    r"|\bsecurity key|\bURL\b|\bHTTP|\berror\b|\buser\b|\bdashboard|!",
    re.IGNORECASE,
)
BLOCKS = ("p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "label", "caption", "div", "legend")


class Sentences(HTMLParser):
    """Gathers the text of a page's main part, paragraph by paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = [""]
        self._inside = 0
        self._skipped = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._inside += tag == "main"
        self._skipped += tag in ("script", "option", "svg")
        if tag in BLOCKS:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "main"
        self._skipped -= tag in ("script", "option", "svg")

    def handle_data(self, text: str) -> None:
        if self._inside and not self._skipped:
            self.paragraphs[-1] += text


def test_syllables_are_counted_as_one_hears_them() -> None:
    heard = {"seen": 1, "time": 1, "table": 2, "practice": 2, "calendar": 3, "administrator": 5}

    assert {word: count_syllables(word) for word in heard} == heard


def test_no_page_says_what_is_never_said(busy: Cast) -> None:
    said = {
        f"{visit.name}: {found.group()}"
        for visit in list_visits(busy)
        for paragraph in read_paragraphs(visit.html)
        for found in (NEVER.search(paragraph), JARGON.search(paragraph))
        if found
    }

    assert said == set()


def test_every_page_reads_easily(busy: Cast) -> None:
    grades = {visit.name: find_grade(visit.html) for visit in list_visits(busy)}

    assert {name: grade for name, grade in grades.items() if grade > HIGHEST_GRADE} == {}


def read_paragraphs(html: str) -> list[str]:
    reader = Sentences()
    reader.feed(html)
    return [" ".join(text.split()) for text in reader.paragraphs if text.strip()]


def find_grade(html: str) -> float:
    """The grade of all whole sentences of a page; 0 where it has none."""
    parts = [part for text in read_paragraphs(html) for part in re.split(r"(?<=[.?])\s+", text)]
    sentences = [part for part in parts if part.endswith((".", "?"))]
    words = re.findall(r"[a-z']+", " ".join(sentences).lower())
    if not words:
        return 0.0
    syllables = sum(count_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def count_syllables(word: str) -> int:
    """Groups of vowels, without an e that ends a word and is not heard."""
    heard = re.sub(r"(?<![l])e$|(?<=[^aeiouy])es$|(?<=[^dt])ed$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", heard)))

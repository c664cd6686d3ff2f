"""Decides what kind of work an entry is: by a person's rule, a source field, or a title rule.

It knows nothing of clients; what nothing decides stays unknown and is asked about in groups.
"""

import re
from functools import lru_cache

from fallow.workload.appointments import Kind, KindFrom
from fallow.workload.sorting.rules import TitleRule

Sorted = tuple[Kind, KindFrom]

KIND_BY_CODE: dict[str, Kind] = {
    "90791": Kind.INTAKE,
    "90792": Kind.INTAKE,
    "90832": Kind.INDIVIDUAL,
    "90834": Kind.INDIVIDUAL,
    "90837": Kind.INDIVIDUAL,
    "90839": Kind.CRISIS,
    "90840": Kind.CRISIS,
    "90846": Kind.COUPLE_FAMILY,
    "90847": Kind.COUPLE_FAMILY,
    "90849": Kind.GROUP,
    "90853": Kind.GROUP,
}
"""CPT procedure codes by number alone (formats.md §3); (unverified) beyond 90832, editable."""


class Sorter:
    """This will sort entries by one set of rules, remembering titles only while it lives."""

    def __init__(self, rules: tuple[TitleRule, ...]) -> None:
        self._by_label = {rule.label_ref: rule.kind for rule in rules if rule.label_ref}
        self._by_words = tuple((rule.words, rule.kind) for rule in rules if rule.words)
        self._kind_of_title = lru_cache(maxsize=4096)(self._match_words)

    def sort(
        self,
        *,
        label_ref: str | None,
        title: str,
        field: Kind | None = None,
        otherwise: Kind | None = None,
    ) -> Sorted:
        """This will give the kind and who said so: a person's rule, a source field, a title rule.

        `otherwise` is a weak source field: a client is named, so it is a session of some kind.
        """
        if label_ref is not None and label_ref in self._by_label:
            return self._by_label[label_ref], KindFrom.PERSON
        if field is not None:
            return field, KindFrom.FIELD
        kind = self._kind_of_title(title.casefold())
        if kind is not None:
            return kind, KindFrom.RULE
        return (Kind.UNKNOWN, KindFrom.NOBODY) if otherwise is None else (otherwise, KindFrom.FIELD)

    def _match_words(self, title: str) -> Kind | None:
        for words, kind in self._by_words:
            if _whole_words(words).search(title):
                return kind
        return None


@lru_cache(maxsize=1024)
def _whole_words(words: str) -> re.Pattern[str]:
    gaps = r"[\s\-]+".join(re.escape(word) for word in words.casefold().replace("-", " ").split())
    return re.compile(rf"(?<!\w){gaps}(?!\w)")

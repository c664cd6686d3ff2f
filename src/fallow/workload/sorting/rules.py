"""Title rules: a word in a title says what kind of work an entry is.

They know nothing of clients; a rule a person wrote about one entry matches its label_ref.
"""

from dataclasses import dataclass

from fallow.workload.appointments import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleRule:
    """One rule: entries whose title holds `words`, or whose label_ref is `label_ref`, are `kind`.

    Exactly one of `words` and `label_ref` is set. Words match whole words, without case.
    """

    kind: Kind
    words: str = ""
    label_ref: str = ""

"""What a clinician may say of entries that come back: what they are, and how heavy.

It knows groups of keyed references; the person knows whom they mean.
"""

from collections.abc import Iterator
from typing import Any

from django import forms

from fallow.workload.appointments import CONTACT_KINDS, Kind
from fallow.workload.limits.acuity import INDIVIDUAL_KEYS, AcuityException, CaseloadAcuity
from fallow.workload.limits.catalog import find_entry
from fallow.workload.my_week.week_picture import KIND_WORDS
from fallow.workload.sorting.rules import TitleRule
from fallow.workload.sorting.standing import StandingEntry

_WEIGHTS = [("", "like the rest"), *((key, find_entry(key).label) for key in INDIVIDUAL_KEYS)]
_KINDS = [
    ("", "not said yet"),
    *((kind.value, KIND_WORDS[kind].capitalize()) for kind in Kind if kind is not Kind.UNKNOWN),
]
_DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
Fields = Iterator[tuple[str, StandingEntry]]


class EntriesForm(forms.Form):
    """For each group what it is, where nothing told it, and its weight where it is with clients."""

    def __init__(
        self,
        *arguments: Any,
        entries: tuple[StandingEntry, ...],
        acuity: CaseloadAcuity,
        kinds: tuple[TitleRule, ...],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self._entries = entries
        self._said = {rule.label_ref: rule.kind for rule in kinds}
        weights = {e.client_ref or e.label_ref: e.weight_key or "" for e in acuity.exceptions}
        for name, entry in self._weighed():
            initial = weights.get(entry.client_ref or entry.label_ref, "")
            self.fields[name] = _choice(entry, _WEIGHTS, initial)
        for name, entry in self._sorted():
            self.fields[name] = _choice(entry, _KINDS, self._said.get(entry.label_ref or "", ""))

    def _weighed(self) -> Fields:
        for place, entry in enumerate(self._entries):
            if self._said.get(entry.label_ref or "", entry.kind) in CONTACT_KINDS:
                yield f"weight_{place}", entry

    def _sorted(self) -> Fields:
        for place, entry in enumerate(self._entries):
            if entry.kind is Kind.UNKNOWN and entry.label_ref:
                yield f"kind_{place}", entry

    def read_exceptions(self) -> tuple[AcuityException, ...]:
        return tuple(
            AcuityException(
                weight_key=chosen, client_ref=entry.client_ref, label_ref=entry.label_ref
            )
            for name, entry in self._weighed()
            if (chosen := self.cleaned_data[name])
        )

    def read_kinds(self) -> tuple[TitleRule, ...]:
        """What was said now, and what was said before of entries that no longer come."""
        asked = {entry.label_ref for _, entry in self._sorted()}
        before = [
            TitleRule(kind=kind, label_ref=label_ref)
            for label_ref, kind in self._said.items()
            if label_ref not in asked
        ]
        told = [
            TitleRule(kind=Kind(chosen), label_ref=entry.label_ref or "")
            for name, entry in self._sorted()
            if (chosen := self.cleaned_data[name])
        ]
        return (*before, *told)


def _choice(
    entry: StandingEntry, choices: list[tuple[str, str]], initial: str
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=explain_entry(entry), choices=choices, required=False, initial=initial
    )


def explain_entry(entry: StandingEntry) -> str:
    """This will name a group by when it comes back, for the person who knows it."""
    clock = f"{entry.clock_minute // 60}:{entry.clock_minute % 60:02d}"
    often = "once" if entry.count == 1 else f"{entry.count} times"
    since = f"{entry.first_date.day} {entry.first_date:%B}"
    return f"{_DAYS[entry.weekday]} at {clock}, {entry.minutes} minutes: {often} since {since}"

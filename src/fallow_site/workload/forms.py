"""The shapes of what can be asked about sources, mapping, policy and acuity.

They know no meaning: domain values refuse what does not fit.
"""

from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from django import forms

from fallow.workload.appointments import Kind
from fallow.workload.limits.acuity import INDIVIDUAL_KEYS
from fallow.workload.limits.catalog import find_entry
from fallow.workload.limits.policy import Policy
from fallow.workload.my_week.week_picture import KIND_WORDS
from fallow.workload.readers.reading import ColumnMapping
from fallow.workload.sorting.rules import TitleRule
from fallow_site.workload.models import Source

_ZONES = [(zone, zone.replace("_", " ")) for zone in sorted(available_timezones()) if "/" in zone]
_SORTED_KINDS = tuple(kind for kind in Kind if kind is not Kind.UNKNOWN)
_ORDERS = [
    ("iso", "2026-03-02, year first"),
    ("mdy", "03/02/2026, month first"),
    ("dmy", "02.03.2026, day first"),
]
_COLUMNS = (
    ("starts_at", "Start"),
    ("ends_at", "End"),
    ("date", "Day, where it stands in a column of its own"),
    ("minutes", "Length in minutes"),
    ("code", "Billing code"),
    ("clinician", "Clinician"),
    ("client", "Client (kept only as a code)"),
    ("title", "Type or title (kept only as a code)"),
    ("status", "Status"),
    ("note_state", "Note status"),
)


class SourceForm(forms.Form):
    """A new source: its way, name, zone, and a secret address where it has one."""

    way = forms.ChoiceField(
        label="How the calendar arrives",
        choices=Source.Way.choices,
        initial=Source.Way.UPLOAD,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label="Name for this source", max_length=80)
    zone = forms.ChoiceField(label="Time zone, for times that name none", choices=_ZONES)
    address = forms.CharField(
        label="Address, for a feed or a FHIR server",
        required=False,
        max_length=1000,
        help_text="It is a secret: sealed before it is kept, and never shown again.",
    )
    token = forms.CharField(label="Token, for a FHIR server", required=False, max_length=4000)

    def read_source(self) -> dict[str, str]:
        told = self.cleaned_data
        secret = f"{told['address'].strip()}\n{told['token'].strip()}"
        return {"way": told["way"], "name": told["name"], "zone": told["zone"], "secret": secret}

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("way") != Source.Way.UPLOAD and not told.get("address"):
            self.add_error("address", "A feed or a server needs its address.")
        return told


class SourceSettingsForm(forms.Form):
    """How a source is read: words in titles for each kind, lengths of codes, what is left out."""

    strips_types = forms.BooleanField(
        label="Leave out what kind of appointment it is (42 CFR Part 2 programs)", required=False
    )
    minutes_by_code = forms.CharField(
        label="Minutes for billing codes",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One a line, such as 90834 45. Used where the source gives no end.",
    )

    def __init__(self, *arguments: Any, source: Source, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["strips_types"].initial = source.strips_types
        lines = [f"{code} {minutes}" for code, minutes in sorted(source.minutes_by_code.items())]
        self.fields["minutes_by_code"].initial = "\n".join(lines)
        for kind in _SORTED_KINDS:
            own = [rule["words"] for rule in source.rules if rule["kind"] == kind]
            self.fields[f"words_{kind}"] = forms.CharField(
                label=KIND_WORDS[kind].capitalize(),
                required=False,
                max_length=400,
                initial=", ".join(own),
            )

    def clean_minutes_by_code(self) -> dict[str, int]:
        minutes: dict[str, int] = {}
        for line in self.cleaned_data["minutes_by_code"].splitlines():
            code, _, length = line.strip().partition(" ")
            if not line.strip():
                continue
            if not length.strip().isdecimal() or not 1 <= int(length.strip()[:5]) <= 24 * 60:
                raise forms.ValidationError(
                    "A line has no code with a length. Write it as 90834 45, in minutes."
                )
            minutes[code[:5]] = int(length)
        return minutes

    def read_rules(self) -> tuple[TitleRule, ...]:
        return tuple(
            TitleRule(kind=kind, words=words.strip()[:80])
            for kind in _SORTED_KINDS
            for words in self.cleaned_data[f"words_{kind}"].split(",")
            if words.strip()
        )


class RetentionForm(forms.Form):
    """For how many years appointments stay."""

    years = forms.IntegerField(label="Years that appointments are kept", min_value=1, max_value=10)


class MappingForm(forms.Form):
    """Which column of a table holds what; made for one header."""

    def __init__(self, *arguments: Any, header: tuple[str, ...], **named: Any) -> None:
        super().__init__(*arguments, **named)
        columns = [("", "no such column")]
        columns += [(str(place), f"{place + 1}. {name}") for place, name in enumerate(header)]
        for field, label in _COLUMNS:
            self.fields[field] = forms.ChoiceField(
                label=label, choices=columns, required=field == "starts_at"
            )
        self.fields["date_format"] = forms.ChoiceField(
            label="How days are written", choices=_ORDERS
        )

    def read_mapping(self, fingerprint: str) -> ColumnMapping:
        told = self.cleaned_data
        optional = {
            name: int(told[name]) if told[name] else None
            for name, _ in _COLUMNS
            if name != "starts_at"
        }
        return ColumnMapping(
            fingerprint=fingerprint,
            date_format=told["date_format"],
            starts_at=int(told["starts_at"]),
            **optional,
        )


class PolicyForm(forms.Form):
    """The next version of a policy, prefilled with what holds now."""

    weekly_cap_hours = forms.FloatField(
        label="Weekly cap in weighted hours, for a full post",
        help_text="Left empty, none is adopted.",
        required=False,
        min_value=1,
        max_value=80,
    )
    recovery_gap_minutes = forms.IntegerField(
        label="Minutes that make a pause between sessions", min_value=0, max_value=120
    )

    def __init__(self, *arguments: Any, policy: Policy, **named: Any) -> None:
        self._policy = policy
        super().__init__(*arguments, **named)
        self.fields["weekly_cap_hours"].initial = policy.weekly_cap_hours
        self.fields["recovery_gap_minutes"].initial = policy.recovery_gap_minutes
        for key, weight in policy.weights:
            entry = find_entry(key)
            self.fields[f"weight_{key}"] = forms.FloatField(
                label=entry.label,
                initial=weight,
                min_value=0.1,
                max_value=2,
                help_text=f"Catalog: {entry.value:g}, {entry.evidence_words}.",
            )

    def read_policy(self) -> Policy:
        told = self.cleaned_data
        return replace(
            self._policy,
            weights=tuple((key, told[f"weight_{key}"]) for key, _ in self._policy.weights),
            weekly_cap_hours=told["weekly_cap_hours"],
            recovery_gap_minutes=told["recovery_gap_minutes"],
        )


class AcuityForm(forms.Form):
    """One answer for the whole caseload."""

    caseload = forms.ChoiceField(
        label="Most of my individual work is",
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("", "Not said: weighted hours stay a range"),
            *((key, find_entry(key).label) for key in INDIVIDUAL_KEYS),
        ],
    )

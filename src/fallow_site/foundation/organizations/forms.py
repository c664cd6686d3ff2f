"""The shapes of what can be asked about a practice; meaning is checked in the actions.

They know no rule of who may do what.
"""

from calendar import day_name
from dataclasses import replace
from datetime import time
from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django import forms

from fallow_site.foundation.organizations.actions import Post
from fallow_site.foundation.organizations.queries import Member
from fallow_site.foundation.organizations.roles import ROLES

_CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
_ROLE_CHOICES = [(role.key, role.label) for role in ROLES]


class PracticeForm(forms.Form):
    """A name and a time zone."""

    name = forms.CharField(label="Name of the practice", max_length=120)
    zone = forms.ChoiceField(
        label="Time zone",
        choices=[(z, z.replace("_", " ")) for z in sorted(available_timezones()) if "/" in z],
        initial="America/New_York",
    )


class PostForm(forms.Form):
    """Roles, a team, a share of a full post, and an own cap."""

    roles = forms.MultipleChoiceField(
        label="Roles", choices=_ROLE_CHOICES, widget=forms.CheckboxSelectMultiple
    )
    team = forms.CharField(
        label="Team",
        help_text="A new name makes a new team.",
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "teams", "autocomplete": "off"}),
    )
    fte_share = forms.DecimalField(
        label="Share of a full post",
        min_value=Decimal("0.05"),
        max_value=Decimal(1),
        decimal_places=2,
        initial=Decimal(1),
    )

    def read_post(self) -> Post:
        return Post(
            roles=tuple(self.cleaned_data["roles"]),
            team=self.cleaned_data["team"],
            fte_share=self.cleaned_data["fte_share"],
            cap_hours=self.cleaned_data.get("cap_hours"),
        )


class MemberForm(PostForm):
    """A member's post, with its hours and the cap a director may agree on. No reason is asked."""

    cap_hours = forms.DecimalField(
        label="Own weekly cap in weighted hours",
        help_text="Left empty, the practice's cap counts.",
        min_value=Decimal(1),
        max_value=Decimal(80),
        decimal_places=1,
        required=False,
    )

    days = forms.TypedMultipleChoiceField(
        label="Working days",
        help_text="With none chosen, Monday to Friday from 9 to 17 are counted with.",
        choices=list(enumerate(day_name)),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    begins = forms.TimeField(label="Work begins at", widget=_CLOCK, required=False)
    ends = forms.TimeField(label="Work ends at", widget=_CLOCK, required=False)

    def __init__(self, *arguments: Any, may_agree_caps: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if not may_agree_caps:
            del self.fields["cap_hours"]

    def clean(self) -> None:
        told = self.cleaned_data
        begins, ends = told.get("begins"), told.get("ends")
        if told.get("days") and not (begins and ends and begins != ends):
            self.add_error(
                "ends", "The days have no hours. Say when work begins, and when it ends."
            )
        elif told.get("days") and begins and ends and begins > ends:
            self.add_error("ends", "Work ends before it begins. Give a later end.")
        elif not told.get("days") and (begins or ends):
            self.add_error("days", "The hours have no days. Choose the days they hold for.")

    def read_post(self) -> Post:
        told = self.cleaned_data
        if not told["days"]:
            return super().read_post()
        window = (_minute(told["begins"]), _minute(told["ends"]))
        hours = tuple((window,) if day in told["days"] else () for day in range(len(day_name)))
        return replace(super().read_post(), hours=hours)


def find_said_hours(hours: list[list[list[int]]] | None) -> dict[str, Any]:
    """This will give kept working hours as the form asks for them: days, and one window."""
    windows = [window for day in hours or [] for window in day]
    if not hours or not windows:
        return {}
    return {
        "days": [day for day, held in enumerate(hours) if held],
        "begins": _clock(min(begin for begin, _ in windows)),
        "ends": _clock(max(end for _, end in windows)),
    }


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))


class SupervisionForm(forms.Form):
    """Who supervises, and whether they are line manager too."""

    supervisor = forms.ChoiceField(label="Supervisor")
    is_dual_role = forms.BooleanField(
        label="The supervisor is also this person's line manager", required=False
    )

    def __init__(self, *arguments: Any, members: list[Member], **named: Any) -> None:
        super().__init__(*arguments, **named)
        choices = [(member.public_id, member.name) for member in members]
        field = self.fields["supervisor"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

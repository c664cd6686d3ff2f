"""The shapes of what can be asked about a practice; meaning is checked in the actions.

They know no rule of who may do what.
"""

from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django import forms

from fallow_site.foundation.organizations.actions import Post
from fallow_site.foundation.organizations.queries import Member
from fallow_site.foundation.organizations.roles import ROLES

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
    """A member's post, with the cap a director may agree on with them. No reason is asked."""

    cap_hours = forms.DecimalField(
        label="Own weekly cap in weighted hours",
        help_text="Left empty, the practice's cap counts.",
        min_value=Decimal(1),
        max_value=Decimal(80),
        decimal_places=1,
        required=False,
    )

    def __init__(self, *arguments: Any, may_agree_caps: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if not may_agree_caps:
            del self.fields["cap_hours"]


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

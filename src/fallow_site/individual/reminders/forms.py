"""What is asked of someone who wants a weekly note."""

from calendar import day_name
from zoneinfo import available_timezones

from django import forms

from fallow_site.individual.reminders.models import Reminder
from fallow_site.individual.reminders.queries import Wish

_ZONES = sorted(zone for zone in available_timezones() if "/" in zone)


class ReminderForm(forms.Form):
    """A personal address, words that tell nothing, a day, an hour and a zone."""

    address = forms.EmailField(
        label="A personal address",
        help_text="Use one that your employer does not read. It is kept scrambled.",
        max_length=254,
    )
    subject = forms.ChoiceField(
        label="Subject",
        help_text="What others could see on your screen.",
        choices=Reminder.Subject.choices,
    )
    weekday = forms.TypedChoiceField(label="Day", choices=list(enumerate(day_name)), coerce=int)
    hour = forms.TypedChoiceField(
        label="Hour",
        help_text="One in which you are at work and paid.",
        choices=[(hour, f"{hour}:00") for hour in range(24)],
        coerce=int,
        initial=12,
    )
    zone = forms.ChoiceField(
        label="Time zone", choices=[("UTC", "UTC"), *((z, z.replace("_", " ")) for z in _ZONES)]
    )

    def read_wish(self) -> Wish:
        return Wish(**self.cleaned_data)

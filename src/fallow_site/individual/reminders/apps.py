"""The reminders app."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Weekly notes that were asked for."""

    name = "fallow_site.individual.reminders"
    label = "reminders"

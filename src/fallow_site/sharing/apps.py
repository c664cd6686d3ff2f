"""The sharing app."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Sealed rows and slots."""

    name = "fallow_site.sharing"
    label = "sharing"

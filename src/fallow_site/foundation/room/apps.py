"""The room app."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """Serves the static page that runs on a person's own device."""

    name = "fallow_site.foundation.room"
    label = "room"

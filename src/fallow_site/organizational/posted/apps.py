"""The posted app."""

from django.apps import AppConfig


class PostedConfig(AppConfig):
    """The posted list."""

    name = "fallow_site.organizational.posted"
    label = "posted"

"""The resources app."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """Places of help."""

    name = "fallow_site.foundation.resources"
    label = "resources"

"""The jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs that come round."""

    name = "fallow_site.jobs"
    label = "jobs"

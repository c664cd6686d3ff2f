"""The mine app."""

from django.apps import AppConfig


class MineConfig(AppConfig):
    """A person's own pages."""

    name = "fallow_site.individual.mine"
    label = "mine"

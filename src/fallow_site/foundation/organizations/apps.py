"""The organizations app."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    """Practices and who belongs to them."""

    name = "fallow_site.foundation.organizations"
    label = "organizations"

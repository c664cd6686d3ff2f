"""The audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit trail."""

    name = "fallow_site.foundation.audit"
    label = "audit"

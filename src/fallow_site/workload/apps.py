"""The workload app."""

from django.apps import AppConfig


class WorkloadConfig(AppConfig):
    """What the practice keeps of work."""

    name = "fallow_site.workload"
    label = "workload"

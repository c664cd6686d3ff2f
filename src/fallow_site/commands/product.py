"""Brings the product up inside a command: its home, its settings, its tables.

It knows the environment before settings are read, and nothing of any page.
"""

import os
from pathlib import Path

import django
from django.core.management import call_command


def open_product(home: Path | None = None) -> None:
    """This will load the settings, with `home` in place of FALLOW_HOME where it is given."""
    if home is not None:
        os.environ["FALLOW_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fallow_site.settings")
    django.setup()


def bring_up_to_date() -> None:
    """This will make or migrate the tables, the cache table, and gather static files."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)

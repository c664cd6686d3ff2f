"""Brings the product up inside a command: its home, its settings, its tables, its static files.

It knows the environment before settings are read, and nothing of any page.
"""

import hashlib
import os
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection

from fallow.base.errors import FallowError

_STAMP = "static.stamp"


def open_product(home: Path | None = None) -> None:
    """This will load the settings, with `home` in place of FALLOW_HOME where it is given."""
    if home is not None:
        os.environ["FALLOW_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fallow_site.settings")
    django.setup()


def bring_up_to_date() -> None:
    """This will make or migrate the tables and the cache table, and gather static files."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    except (DatabaseError, ImproperlyConfigured) as error:
        raise explain_database(error) from error
    gather_static_files()


def explain_database(error: DatabaseError | ImproperlyConfigured) -> FallowError:
    """This will say why a database cannot be used, without its address."""
    if isinstance(error, ImproperlyConfigured):
        return FallowError(
            "The part that speaks with PostgreSQL is not installed.",
            'Install it with: pip install "fallow[site,postgres]"',
        )
    if connection.vendor == "postgresql":
        return FallowError(
            "PostgreSQL does not answer as it should.",
            "Check DATABASE_URL, and that its server runs.",
        )
    return FallowError(
        "The database cannot be read or written.", "Look it over with: fallow doctor"
    )


def gather_static_files() -> None:
    """This will gather and compress them, which takes a while, only when one of them changed."""
    from django.conf import settings  # noqa: PLC0415 - settings are read when asked for

    stamp, wanted = settings.FALLOW_HOME / _STAMP, _hash_static_files()
    is_there = Path(settings.STATIC_ROOT).is_dir() and stamp.exists()
    if is_there and stamp.read_text(encoding="utf-8") == wanted:
        return
    print("Making the pages ready, once …", flush=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(wanted, encoding="utf-8")


def _hash_static_files() -> str:
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415

    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            with storage.open(name) as file:
                found.update(name.encode() + b"\0" + file.read())
    return found.hexdigest()

"""`fallow demo`: an invented practice on this machine, at http://localhost:8000.

It knows where the demo keeps its files, and nothing of how the practice is invented.
"""

import argparse
import os
import shutil
from pathlib import Path
from typing import Any

from fallow.base.errors import FallowError
from fallow.base.periods import monday_of
from fallow.cli.progress import Progress
from fallow_site.commands.processes import check_free, read_port, run_together
from fallow_site.commands.product import bring_up_to_date, open_product

HOME = Path("var") / "demo"
CALENDAR = "ada-calendar.ics"
_MONDAY = "seeded-for-the-week-of"


def add(commands: Any) -> None:
    parser = commands.add_parser("demo", help="an invented practice of 24 clinicians to try")
    parser.add_argument("--port", type=read_port, default=8000)
    parser.add_argument("--home", default=None, help="where the demo keeps its files (var/demo)")
    parser.add_argument("--anew", action="store_true", help="forget the demo and invent it anew")
    parser.add_argument("--prepare", action="store_true", help="seed it and stop")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    check_free("127.0.0.1", chosen.port)
    os.environ["FALLOW_DEMO"] = "1"
    os.environ.pop("DATABASE_URL", None)
    home = Path(chosen.home or HOME).resolve()
    if chosen.anew:
        _forget(home)
    open_product(home)
    bring_up_to_date()
    seed_once(home)
    welcome = _welcome(home, chosen.port)
    if chosen.prepare:
        print(welcome, flush=True)
        return 0
    return run_together(host="127.0.0.1", port=chosen.port, workers=1, once_up=welcome)


def _forget(home: Path) -> None:
    """Only a home that a demo made is removed."""
    if home.exists() and not (home / _MONDAY).exists():
        raise FallowError("This folder was not made by the demo.", "Give --home another folder.")
    shutil.rmtree(home, ignore_errors=True)


def seed_once(home: Path) -> None:
    """This will seed the practice unless it is there; a broken start is begun anew.

    Both files are written before the database keeps anything, so that none can be missing later.
    """
    from django.db import transaction  # noqa: PLC0415 - settings have to be read first
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415

    from fallow_site.demo.seeding import seed_demo  # noqa: PLC0415
    from fallow_site.foundation.organizations.models import Practice  # noqa: PLC0415
    from fallow_site.kit.clock import now  # noqa: PLC0415

    if Practice.objects.exists():
        return
    at = now()
    with Progress("Inventing a practice") as progress, transaction.atomic():
        seeded = seed_demo(at=at, say=_counting(progress))
        (home / CALENDAR).write_bytes(seeded.ada_calendar)
        (home / _MONDAY).write_text(monday_of(seeded.today).isoformat(), encoding="utf-8")
    DBTaskResult.objects.all().delete()  # it all is fresh: nothing has to be worked out again


def _counting(progress: Progress) -> Any:
    def say(sentence: str, *, done: int, whole: int) -> None:
        progress.say(f"{sentence}: {done} of {whole}")

    return say


def _welcome(home: Path, port: int) -> str:
    from fallow_site.demo.seeding import PASSWORD  # noqa: PLC0415

    return f"""
Fallow is at http://localhost:{port}

Everyone in this practice is invented, and signs in with the password: {PASSWORD}
  ada@fallow.example     a clinician          omar@fallow.example   the director
  sol@fallow.example     her supervisor       root@fallow.example   accounts and sources

Try first:
  1. http://localhost:{port}/room/ without signing in; drop in {home / CALENDAR}
     and look at the week before this one: a long Tuesday, and notes in the evening.
  2. Sign in as Ada, open my week, and join the practice's calendar.
  3. Sign in as Omar, open what everyone here can see, and look for a page about one person.

{_about_weeks(home)}
Ctrl-C ends it. The next start takes seconds."""


def _about_weeks(home: Path) -> str:
    """Where the clocks were changed, or that the practice has grown old."""
    from fallow_site.demo.almanac import find_clock_change, today_there  # noqa: PLC0415
    from fallow_site.kit.clock import now  # noqa: PLC0415

    this_monday = monday_of(today_there(now()))
    seeded = home / _MONDAY
    if not seeded.exists() or seeded.read_text(encoding="utf-8") != this_monday.isoformat():
        return "This practice was invented in another week. To invent it anew, add: --anew"
    changed = find_clock_change(this_monday)
    return f"The clocks were changed in the week of {changed.day} {changed:%B %Y}; no hour is lost."

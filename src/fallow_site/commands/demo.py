"""`fallow demo`: an invented practice on this machine, at http://localhost:8000."""

import argparse
import os
import socket
from pathlib import Path
from typing import Any

from fallow.base.errors import FallowError
from fallow.cli.progress import Progress
from fallow_site.commands.processes import run_together
from fallow_site.commands.product import bring_up_to_date, open_product

HOME = Path("var") / "demo"


def add(commands: Any) -> None:
    parser = commands.add_parser("demo", help="an invented practice of 24 clinicians to try")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--home", default=None, help="where the demo keeps its files (var/demo)")
    parser.add_argument("--prepare", action="store_true", help="seed it and stop")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    _check_free(chosen.port)
    os.environ["FALLOW_DEMO"] = "1"
    os.environ.pop("DATABASE_URL", None)
    home = Path(chosen.home or HOME).resolve()
    open_product(home)
    bring_up_to_date()
    seed_once(home)
    print(_welcome(home, chosen.port), flush=True)
    if chosen.prepare:
        return 0
    return run_together(host="127.0.0.1", port=chosen.port, workers=1)


def seed_once(home: Path) -> None:
    """This will seed the practice unless it is there; a broken start is begun anew."""
    from django.db import transaction  # noqa: PLC0415 - settings have to be read first

    from fallow_site.demo.seeding import seed_demo  # noqa: PLC0415
    from fallow_site.foundation.organizations.models import Practice  # noqa: PLC0415
    from fallow_site.kit.clock import now  # noqa: PLC0415

    if Practice.objects.exists():
        return
    with Progress("Inventing a practice") as progress, transaction.atomic():
        progress_for = _counting(progress)
        seeded = seed_demo(at=now(), say=progress_for)
    (home / "ada-calendar.ics").write_bytes(seeded.ada_calendar)


def _counting(progress: Progress) -> Any:
    def say(sentence: str, *, done: int, whole: int) -> None:
        progress.say(f"{sentence}: {done} of {whole}")

    return say


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise FallowError(
                f"Something else is using port {port}.", f"Choose another: --port {port + 1}"
            ) from error


def _welcome(home: Path, port: int) -> str:
    from fallow_site.demo.seeding import PASSWORD  # noqa: PLC0415

    return f"""
Fallow is at http://localhost:{port}

Everyone in this practice is invented, and signs in with the password: {PASSWORD}
  ada@fallow.example     a clinician          omar@fallow.example   the director
  sol@fallow.example     her supervisor       root@fallow.example   accounts and sources

Try first:
  1. http://localhost:{port}/room/ without signing in; drop in {home / "ada-calendar.ics"}
  2. Sign in as Ada, open my week, and join the practice's calendar.
  3. Sign in as Omar, open what everyone here can see, and look for a page about one person.

Ctrl-C ends it. The next start takes seconds."""

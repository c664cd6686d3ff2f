"""`fallow doctor`: is everything in order, and if not, what to do, one sentence each.

It looks and changes nothing: not even a home or a key file is made.
"""

import argparse
from typing import Any

from fallow.base.errors import FallowError
from fallow_site.commands.product import open_product
from fallow_site.kit.environment import read_environment


def add(commands: Any) -> None:
    parser = commands.add_parser("doctor", help="is everything in order, and what to do if not")
    parser.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    _check_home_is_there()
    open_product()
    from fallow_site.commands.examining import examine_all  # noqa: PLC0415 - settings come first

    findings = examine_all()
    for name, finding in findings:
        print(f"in order: {name}" if finding is None else f"look here: {name}. {finding}")
    return 1 if any(finding for _, finding in findings) else 0


def _check_home_is_there() -> None:
    environment = read_environment()
    home = environment.home
    if not (home / "keys.json").exists() and environment.secret is None:
        raise FallowError(
            f"There is no Fallow in {home} yet.",
            "Start it once with: fallow serve, or bring a backup in: fallow restore FILE",
        )
    if environment.database is None and not (home / "fallow.sqlite3").exists():
        raise FallowError(
            f"There are keys in {home}, but no database.",
            "Bring it back with: fallow restore FILE, or begin with an empty one: fallow serve",
        )

"""The commands of Fallow, as a table of contents.

It knows `work`; the commands of the product join by the entry-point group `fallow.commands`.
"""

import argparse
import sys
from collections.abc import Callable
from importlib.metadata import entry_points, version
from typing import Any

from fallow.base.errors import FallowError
from fallow.cli import work

_PRODUCT = ("serve", "demo", "backup", "restore", "doctor")
Run = Callable[[argparse.Namespace], int]


def main(arguments: list[str] | None = None) -> int:
    """This will run one command: 0 done, 1 refused with a sentence, 2 asked in a wrong way."""
    parser = argparse.ArgumentParser(
        prog="fallow", description="Burnout prevention for people who do therapy."
    )
    parser.add_argument("--version", action="version", version=f"fallow {version('fallow')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    work.add(commands)
    _add_product(commands)
    chosen = parser.parse_args(arguments)
    run: Run = chosen.run
    try:
        return run(chosen)
    except FallowError as refusal:
        print(f"{refusal.happened} {refusal.mend}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _add_product(commands: Any) -> None:
    """A command whose extra is not installed stays in the list and says what to install."""
    found = {point.name: point for point in entry_points(group="fallow.commands")}
    for name in (*_PRODUCT, *(other for other in found if other not in _PRODUCT)):
        try:
            found[name].load()(commands)
        except (KeyError, ModuleNotFoundError):
            missing = commands.add_parser(name, help='needs: pip install "fallow[site]"')
            missing.set_defaults(run=_say_missing)


def _say_missing(chosen: argparse.Namespace) -> int:
    print(
        f"The command {chosen.command} belongs to the product, which is not installed here. "
        'Install it with: pip install "fallow[site]"',
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""The commands of Fallow, as a table of contents.

It knows `work`; the commands of the product join by the entry-point group `fallow.commands`.
"""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import entry_points, version
from typing import Any

from fallow.base.errors import FallowError
from fallow.cli import work

_PRODUCT = ("serve", "demo", "backup", "restore", "doctor", "reset-sign-in", "verify-site")
_ENDED_BY_A_READER = 141  # what a shell says of a program whose reader went away
Run = Callable[[argparse.Namespace], int]


def read_clock() -> datetime:
    return datetime.now(UTC)


def main(arguments: list[str] | None = None, *, clock: Callable[[], datetime] = read_clock) -> int:
    """This will run one command: 0 done, 1 refused with a sentence, 2 asked in a wrong way."""
    asked = sys.argv[1:] if arguments is None else arguments
    parser, names = make_parser()
    if asked and not asked[0].startswith("-") and asked[0] not in names:
        return _say_unknown(asked[0], names)
    chosen = parser.parse_args(asked, argparse.Namespace(clock=clock))
    run: Run = chosen.run
    try:
        code = run(chosen)
        sys.stdout.flush()
        return code
    except FallowError as refusal:
        print(f"{refusal.happened} {refusal.mend}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _ENDED_BY_A_READER


def make_parser() -> tuple[argparse.ArgumentParser, tuple[str, ...]]:
    """This will give the parser of every command, and the commands' names."""
    parser = argparse.ArgumentParser(
        prog="fallow", description="Burnout prevention for people who do therapy."
    )
    parser.add_argument("--version", action="version", version=f"fallow {version('fallow')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    work.add(commands)
    _add_product(commands)
    return parser, tuple(commands.choices)


def _add_product(commands: Any) -> None:
    """A command whose extra is not installed stays in the list and says what to install."""
    found = {point.name: point for point in entry_points(group="fallow.commands")}
    for name in (*_PRODUCT, *(other for other in found if other not in _PRODUCT)):
        try:
            add = found[name].load()
        except (KeyError, ModuleNotFoundError):
            missing = commands.add_parser(name, help='needs: pip install "fallow[site]"')
            missing.set_defaults(run=_say_missing)
        else:
            add(commands)


def _say_unknown(name: str, names: tuple[str, ...]) -> int:
    print(f"There is no command “{name}”. Choose one of: {', '.join(names)}.", file=sys.stderr)
    return 2


def _say_missing(chosen: argparse.Namespace) -> int:
    print(
        f"The command {chosen.command} belongs to the product, which is not installed here. "
        'Install it with: pip install "fallow[site]"',
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())

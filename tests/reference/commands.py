"""The commands as a page, from the very parser that reads them."""

import argparse

from tests.reference.tables import write_table

from fallow.cli.main import make_parser

_INTRO = """\
# Commands

`fallow COMMAND`. Exit code 0 is done, 1 is refused with a sentence, 2 is asked in a wrong way, and
130 is stopped by Ctrl-C.

"""
_SKIPPED = {"help"}


def write_commands() -> str:
    parser, names = make_parser()
    commands = _commands_of(parser)
    helps = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    return _INTRO + "".join(
        _write_command(name, commands.choices[name], helps[name]) for name in names
    )


def _commands_of(
    parser: argparse.ArgumentParser,
) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action
    raise LookupError("commands")


def _write_command(name: str, parser: argparse.ArgumentParser, said: str) -> str:
    actions = [action for action in parser._actions if action.dest not in _SKIPPED]
    places = " ".join(_place(action) for action in actions if not action.option_strings)
    heading = (
        f"## `fallow {name}{' ' if places else ''}{places}`\n\n{said[:1].upper()}{said[1:]}.\n\n"
    )
    rows = [(f"`{_spelled(action)}`", action.help or "") for action in actions]
    return heading + (write_table(("Argument", "What it is"), rows) if rows else "")


def _place(action: argparse.Action) -> str:
    return action.dest.upper()


def _spelled(action: argparse.Action) -> str:
    if not action.option_strings:
        return _place(action)
    if action.nargs == 0:
        return action.option_strings[0]
    return f"{action.option_strings[0]} {action.metavar or action.dest.upper()}"

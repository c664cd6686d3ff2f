"""A copy of one module with one protection taken out, made for a test and gone after it.

The product has no switch for it. A text that does not stand there exactly once fails the test.
"""

from pathlib import Path
from types import ModuleType

Patch = tuple[str, str]
"""A text that stands once in a module, and the text instead."""


def copy_weakened(module: ModuleType, *patches: Patch) -> ModuleType:
    """This will run the changed source of `module` as a module of its own."""
    source = Path(str(module.__file__)).read_text("utf-8")
    for there, instead in patches:
        assert source.count(there) == 1, f"This has to be there once, to be weakened: {there}"
        source = source.replace(there, instead)
    copy = ModuleType(f"{module.__name__}_weakened")
    copy.__file__ = module.__file__
    exec(compile(source, copy.__name__, "exec"), copy.__dict__)
    return copy

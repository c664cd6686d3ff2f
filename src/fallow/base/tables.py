"""Tables that ship with the code: one TOML file beside the package that reads it.

It knows neither what stands in them nor what they are for.
"""

import tomllib
from importlib.resources import files
from typing import Any


def read_table(package: str, name: str) -> dict[str, Any]:
    """This will give the file `name` of a package, read as TOML."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))

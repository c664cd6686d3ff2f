"""A wheel without the built page would be half of Fallow; building one is refused.

It knows where the page is built to, and nothing of how.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltPageHook(BuildHookInterface[Any]):
    """This will stop a wheel build when the private room has not been built."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        page = Path(self.root) / "src" / "fallow_site" / "built" / "room.json"
        if version == "standard" and not page.exists():
            raise RuntimeError("The page is not built yet. Run: python3 go.py build")

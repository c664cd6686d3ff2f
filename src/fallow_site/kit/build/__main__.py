"""`python -m fallow_site.kit.build` builds the page, and says where it lies."""

import sys

from fallow_site.kit.build.stopping import CannotBuild
from fallow_site.kit.build.writing import build_all


def main() -> int:
    """This will build everything that a server or a wheel carries, and return its exit code."""
    try:
        print(f"The page is built: room {build_all()}.")
    except CannotBuild as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

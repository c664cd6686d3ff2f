"""Where the build reads from and where it writes to.

It knows paths alone.
"""

from pathlib import Path

SITE = Path(__file__).resolve().parents[2]
SOURCE = SITE.parent
ROOT = SOURCE.parent
DOMAIN = SOURCE / "fallow"
PAGE = ROOT / "private_room"
NODE_PACKAGES = ROOT / "node_modules"
DEVICE = Path(__file__).parent / "device"
COMPILED = NODE_PACKAGES / ".cache" / "fallow"
TOKENS = SITE / "kit" / "static" / "fallow" / "tokens.css"
FIGURES = DOMAIN / "figures" / "figures.css"
BUILT = SITE / "built"
LINES = SITE / "foundation" / "resources" / "lines.toml"

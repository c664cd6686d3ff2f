"""The two families of the house: one serif for headings, one humanist sans for text.

It knows the npm packages they come from and keeps their Latin parts; system fonts stand behind.
"""

from fallow_site.kit.build.places import NODE_PACKAGES
from fallow_site.kit.build.stopping import CannotBuild

FAMILIES = {
    "source-serif-4": "Source Serif 4 Variable",
    "source-sans-3": "Source Sans 3 Variable",
}
_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
_PARTS = {"latin": _LATIN, "latin-ext": _LATIN_EXTENDED}


def read_fonts() -> dict[str, bytes]:
    """This will read the font files by the name they are served under."""
    return {f"fonts/{name}": _read(name) for name in _list_names()}


def write_font_styles(folder: str) -> str:
    """This will say in CSS where each part of each family lies, below `folder`."""
    return "\n".join(
        _face(family, FAMILIES[family], part, folder) for family in FAMILIES for part in _PARTS
    )


def _list_names() -> list[str]:
    return [_name(family, part) for family in FAMILIES for part in _PARTS]


def _name(family: str, part: str) -> str:
    return f"{family}-{part}-wght-normal.woff2"


def _read(name: str) -> bytes:
    family = next(family for family in FAMILIES if name.startswith(family))
    path = NODE_PACKAGES / "@fontsource-variable" / family / "files" / name
    if not path.exists():
        raise CannotBuild(f"The font file {name} is missing.", "Run: npm ci")
    return path.read_bytes()


def _face(family: str, called: str, part: str, folder: str) -> str:
    return (
        f'@font-face{{font-family:"{called}";font-style:normal;font-display:swap;'
        f'font-weight:200 900;src:url("{folder}{_name(family, part)}") format("woff2");'
        f"unicode-range:{_PARTS[part]}}}"
    )

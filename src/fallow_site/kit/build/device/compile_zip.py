"""Compiles the modules of a zip for the Python that runs this, with the same bytes every time.

It runs in the device's own runtime while the page is built, because a device that compiles takes
twice as long until its Python stands. It knows zips, bytecode (PEP 552) and standard library alone.
"""

import io
import marshal
import zipfile
from importlib.util import MAGIC_NUMBER

_UNCHECKED = (1).to_bytes(4, "little")  # by hash, and never compared with a source: there is none
_NO_SOURCE = bytes(8)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the oldest time a zip can hold


def compile_zip(body: bytes) -> bytes:
    """This will put each module's bytecode in the place of its source, and keep all else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as given, zipfile.ZipFile(packed, "w") as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name + "c" if name.endswith(".py") else name, _EARLIEST)
            entry.external_attr = 0o644 << 16
            found = given.read(name)
            made.writestr(entry, _compile(name, found) if name.endswith(".py") else found)
    return packed.getvalue()


def _compile(name: str, source: bytes) -> bytes:
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    return MAGIC_NUMBER + _UNCHECKED + _NO_SOURCE + marshal.dumps(code)

"""The secrets of this installation, in one file apart from database and backups of it.

It knows nothing of what they protect: signing, hashing of references, sealing of addresses.
"""

import base64
import hashlib
import json
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from fallow.base.errors import FallowError
from fallow_site.kit.environment import DATABASE_FILE

KEY_FILE = "keys.json"
_NAMES = ("signing", "references", "addresses")


class KeysUnreadable(FallowError):
    """The key file is damaged or not the one that this database was made with."""


@lru_cache(maxsize=8)
def read_keys(home: Path) -> dict[str, str]:
    """This will read the key file, making it at the first start, readable by its owner alone."""
    file = home / KEY_FILE
    if not file.exists():
        _check_is_new(home)
        _make_keys(file)
    try:
        keys = json.loads(file.read_text(encoding="utf-8"))
        return {name: keys[name] for name in _NAMES}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeysUnreadable(
            "The key file cannot be read.", "Restore keys.json from its backup beside the database."
        ) from error


def _check_is_new(home: Path) -> None:
    """New keys beside an old database would open nothing in it, and hide that they are missing."""
    if (home / DATABASE_FILE).exists():
        raise KeysUnreadable(
            "The key file of this database is missing.",
            "Restore keys.json from its backup beside the database.",
        )


def _make_keys(file: Path) -> None:
    """Written whole before it has its name, so that no other process reads half of it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = file.with_name(f"{KEY_FILE}.{secrets.token_hex(8)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump({name: secrets.token_hex(32) for name in _NAMES}, stream)
    try:
        os.link(part, file)
    except FileExistsError:
        pass  # another process was first, and its keys count
    except OSError:
        part.replace(file)  # a disk that knows no second name for a file
    part.unlink(missing_ok=True)


def practice_key(home: Path, practice_id: str) -> bytes:
    """This will give one practice's 32-byte key for references."""
    root = bytes.fromhex(read_keys(home)["references"])
    return hashlib.blake2b(practice_id.encode(), key=root, digest_size=32).digest()


def seal_address(home: Path, address: str) -> bytes:
    """This will seal a secret address (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return _box(home).encrypt(address.encode())


def open_address(home: Path, sealed: bytes) -> str:
    """This will open what `seal_address` sealed, or raise KeysUnreadable."""
    try:
        return _box(home).decrypt(bytes(sealed)).decode()
    except InvalidToken as error:
        raise KeysUnreadable(
            "An address cannot be opened with this key file.",
            "Restore keys.json from the backup that belongs to this database.",
        ) from error


def _box(home: Path) -> Fernet:
    key = bytes.fromhex(read_keys(home)["addresses"])
    return Fernet(base64.urlsafe_b64encode(key))

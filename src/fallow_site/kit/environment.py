"""The one reader of the environment: it names the variable and the mend when a value is wrong.

Every variable is described in docs/how-to/configure.md; a test compares.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fallow.base.errors import FallowError

VARIABLES = (
    "FALLOW_HOME",
    "FALLOW_SECRET",
    "FALLOW_SECRET_FILE",
    "FALLOW_HOSTS",
    "FALLOW_DEBUG",
    "FALLOW_HTTPS",
    "FALLOW_PROXIES",
    "FALLOW_DEMO",
    "DATABASE_URL",
)


class SettingRefused(FallowError):
    """A variable of the environment has a value that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What the environment says, read and checked once."""

    home: Path
    secret: str | None
    hosts: tuple[str, ...]
    is_debug: bool
    is_https: bool
    is_demo: bool
    proxies: int
    database: dict[str, object] | None


def read_environment() -> Environment:
    """This will read every variable, or raise SettingRefused with its name."""
    return Environment(
        home=Path(os.environ.get("FALLOW_HOME") or "fallow-home").resolve(),
        secret=_read_secret(),
        hosts=_read_hosts(),
        is_debug=_read_switch("FALLOW_DEBUG"),
        is_https=_read_switch("FALLOW_HTTPS"),
        is_demo=_read_switch("FALLOW_DEMO"),
        proxies=_read_count("FALLOW_PROXIES"),
        database=_read_database(os.environ.get("DATABASE_URL", "")),
    )


def _read_secret() -> str | None:
    file = os.environ.get("FALLOW_SECRET_FILE")
    if not file:
        return os.environ.get("FALLOW_SECRET") or None
    try:
        return Path(file).read_text(encoding="utf-8").strip() or None
    except OSError as error:
        raise SettingRefused(
            "The file named by FALLOW_SECRET_FILE cannot be read.", "Check its path and its owner."
        ) from error


def _read_hosts() -> tuple[str, ...]:
    named = os.environ.get("FALLOW_HOSTS", "")
    hosts = tuple(host.strip() for host in named.split(",") if host.strip())
    return hosts or ("localhost", "127.0.0.1", "[::1]")


def _read_switch(name: str) -> bool:
    text = os.environ.get(name, "").strip().lower()
    if text in ("", "0", "no", "off", "false"):
        return False
    if text in ("1", "yes", "on", "true"):
        return True
    raise SettingRefused(f"{name} is neither on nor off.", "Set it to 1 or 0.")


def _read_count(name: str) -> int:
    text = os.environ.get(name, "").strip() or "0"
    if not text.isdigit():
        raise SettingRefused(f"{name} is not a number.", "Set it to 0, 1 or 2.")
    return int(text)


def _read_database(address: str) -> dict[str, object] | None:
    """PostgreSQL by `postgres://name:word@host:port/database`; None means the SQLite file."""
    if not address:
        return None
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise SettingRefused(
            "DATABASE_URL is not the address of a PostgreSQL database.",
            "Write it as postgres://name:password@host:5432/database, or leave it out for SQLite.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }

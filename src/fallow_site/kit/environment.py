"""The one reader of the environment: it names the variable and the mend when a value is wrong.

Every variable is described in docs/how-to/configure.md; a test compares. No value is ever said.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, parse_qsl, unquote, urlsplit

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
    "FALLOW_SIGN_UP",
    "FALLOW_MAIL",
    "DATABASE_URL",
)
DATABASE_FILE = "fallow.sqlite3"
_LOCAL = ("localhost", "127.0.0.1", "::1")


class SettingRefused(FallowError):
    """A variable of the environment has a value that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where mail is handed in: STARTTLS for `smtp`, TLS from the start for `smtps`."""

    host: str
    port: int
    name: str
    word: str
    sender: str
    has_tls: bool
    has_starttls: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What the environment says, read and checked once."""

    home: Path
    secret: str | None
    hosts: tuple[str, ...]
    is_debug: bool
    is_https: bool
    is_demo: bool
    is_open: bool
    mail: MailServer | None
    proxies: int
    database: dict[str, object] | None


def read_environment() -> Environment:
    """This will read every variable, or raise SettingRefused with its name."""
    mail = _read_mail(os.environ.get("FALLOW_MAIL", ""))
    return Environment(
        home=Path(os.environ.get("FALLOW_HOME") or "fallow-home").resolve(),
        secret=_read_secret(),
        hosts=_read_hosts(),
        is_debug=_read_switch("FALLOW_DEBUG"),
        is_https=_read_switch("FALLOW_HTTPS"),
        is_demo=_read_switch("FALLOW_DEMO"),
        is_open=_read_sign_up(has_mail=mail is not None),
        mail=mail,
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
    if not (text.isascii() and text.isdigit()):
        raise SettingRefused(f"{name} is not a number.", "Set it to 0, 1 or 2.")
    return int(text)


def _read_sign_up(*, has_mail: bool) -> bool:
    """Anyone may make an account only where mail can check that an address is theirs."""
    text = os.environ.get("FALLOW_SIGN_UP", "").strip().lower()
    if text in ("", "invited"):
        return False
    if text != "open":
        raise SettingRefused("FALLOW_SIGN_UP is neither invited nor open.", "Set it to invited.")
    if not has_mail:
        raise SettingRefused(
            "FALLOW_SIGN_UP is open, and there is no mail to check an address with.",
            "Set FALLOW_MAIL too, or set FALLOW_SIGN_UP to invited.",
        )
    return True


def _read_mail(address: str) -> MailServer | None:
    """One address for all of it: `smtps://name:word@host:port?from=fallow@host`."""
    if not address:
        return None
    parts = urlsplit(address)
    sender = parse_qs(parts.query).get("from", [""])[0]
    port = _port_of(parts, "FALLOW_MAIL")
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or "@" not in sender:
        raise SettingRefused(
            "FALLOW_MAIL is not the address of a mail server.",
            "Write it as smtps://name:password@host:465?from=fallow@example.org, or leave it out.",
        )
    return MailServer(
        host=parts.hostname,
        port=port or (465 if parts.scheme == "smtps" else 587),
        name=unquote(parts.username or ""),
        word=unquote(parts.password or ""),
        sender=sender,
        has_tls=parts.scheme == "smtps",
        has_starttls=parts.scheme == "smtp" and parts.hostname not in _LOCAL,
    )


def _read_database(address: str) -> dict[str, object] | None:
    """PostgreSQL by `postgres://name:word@host:port/database`; None means the SQLite file."""
    if not address:
        return None
    parts = urlsplit(address)
    port = _port_of(parts, "DATABASE_URL")
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
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _port_of(parts: SplitResult, name: str) -> int | None:
    try:
        return parts.port
    except ValueError as error:
        raise SettingRefused(f"The port in {name} is not a number.", "Correct it.") from error

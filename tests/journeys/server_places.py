"""Every place of a server where a word could be left, each by its name, and what is found there."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from playwright.sync_api import Page
from tests.journeys.sweeping import finds, read_files, read_rows

from fallow_site.api import vault
from fallow_site.commands.backup import write_backup


@dataclass(slots=True, kw_only=True)
class ServerPlaces:
    """What a browser sent, what the log says, and the error pages that were seen."""

    page: Page
    sent: list[bytes]
    log: pytest.LogCaptureFixture
    errors: list[bytes] = field(default_factory=list)

    def read(self) -> dict[str, bytes]:
        """The bytes of each place, as they are now."""
        path = Path(str(connection.settings_dict["NAME"]))
        answers = (self._ask(address) for address in ("/api/own/session", "/api/own/vault", "/"))
        return {
            "rows": read_rows(path),
            "database files": read_files(path),
            "backup": _back_up(path),
            "log": self.log.text.encode(),
            "mail": b"\n".join(str(m.message()).encode() for m in mail.outbox),
            "requests": b"\n".join(self.sent),
            "answers": b"\n".join(answers),
            "error pages": b"\n".join([self._ask("/nowhere/"), *self.errors]),
        }

    def find(self, *texts: str) -> dict[str, set[str]]:
        """This will give the places where each text was found, for those that were found."""
        places = self.read()
        found = {
            text: {name for name, there in places.items() if finds(text, there)} for text in texts
        }
        return {text: names for text, names in found.items() if names}

    def _ask(self, address: str) -> bytes:
        return self.page.request.get(address).body()


def _back_up(path: Path) -> bytes:
    """A backup of the database as it is, with whatever its log holds."""
    home = path.parent / "home-to-back-up"
    home.mkdir(exist_ok=True)
    if not (home / "fallow.sqlite3").exists():
        os.symlink(path, home / "fallow.sqlite3")
        shutil.copy(settings.FALLOW_HOME / "keys.json", home / "keys.json")
    write_backup(home, home / "monday.fallow")
    return (home / "monday.fallow").read_bytes()


def break_keeping(patch: pytest.MonkeyPatch) -> None:
    """From now on keeping rows fails as a careless library would: with the rows in its mouth."""

    def fail(*, rows: dict[str, bytes], **_rest: object) -> None:
        raise ValueError(f"could not keep {rows!r}")

    patch.setattr(vault, "keep_rows", fail)

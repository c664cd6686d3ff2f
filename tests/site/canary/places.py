"""Every place where something of a calendar could be left, and a sweep through all of them."""

import io
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from tests.cast import Cast
from tests.journeys.sweeping import finds
from tests.site.routes.addresses import fill, list_addresses, names_in

from fallow_site.commands.backup import write_backup
from fallow_site.foundation.organizations.viewers import Viewer
from fallow_site.kit.failing.quiet import QuietFormatter
from fallow_site.kit.keys import KEY_FILE
from fallow_site.workload.models import ClinicianKey, Source

WHO = ("ada", "sol", "omar", "root", "zed")  # between them they hold every role


@dataclass
class Places:
    """What was said so far, and where files may have been left."""

    temporary: Path
    log: io.StringIO = field(default_factory=io.StringIO)
    pages: list[bytes] = field(default_factory=list)

    def see(self, answer: HttpResponse) -> str:
        """This will remember an answer, its headers too, and give its page."""
        body = answer.getvalue() if answer.streaming else answer.content
        self.pages.append(str(answer.headers).encode() + b"\n" + body)
        return str(body.decode(errors="replace"))

    def find(self, mark: str) -> set[str]:
        """This will look everywhere, and give the places where the mark was found."""
        found = {name for name, content in self._contents() if finds(mark, content)}
        return found | {"names of files" for path in self._left() if mark in path.name}

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        yield "log", self.log.getvalue().encode()
        yield from (("pages", page) for page in self.pages)
        yield from (("mail", str(message.message()).encode()) for message in mail.outbox)
        yield from (("temporary files", path.read_bytes()) for path in self._left())
        yield "rows", read_rows()
        if connection.vendor == "sqlite":
            yield from read_files(self.temporary)

    def _left(self) -> list[Path]:
        return [path for path in self.temporary.rglob("*") if path.is_file()]


def read_rows() -> bytes:
    """Every value of every table, on either database."""
    values: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                values.extend(
                    bytes(v).decode("latin-1") if isinstance(v, memoryview | bytes) else str(v)
                    for v in row
                )
    return "\n".join(values).encode("utf-8", "surrogatepass")


def read_files(near: Path) -> Iterator[tuple[str, bytes]]:
    """The database file and its log, and a backup of them with its keys."""
    database = Path(connection.settings_dict["NAME"])
    for file in sorted(database.parent.glob(database.name + "*")):
        yield "database files", file.read_bytes()
    home = near.parent / "home-to-back-up"
    home.mkdir(exist_ok=True)
    if not (home / "fallow.sqlite3").exists():
        os.symlink(database, home / "fallow.sqlite3")
        shutil.copy(settings.FALLOW_HOME / KEY_FILE, home)
    write_backup(home, near.parent / "monday.fallow")
    yield "backup", (near.parent / "monday.fallow").read_bytes()


def look_at_every_page(places: Places, cast: Cast) -> None:
    """This will ask for every address that can be filled, as everyone of the cast and as nobody.

    Addresses of a source are asked for each source that there is.
    """
    addresses = [a for a in sorted(list_addresses()) if "logout" not in a]
    asked = {fill(a, one) for one in _things(cast) for a in addresses if names_in(a) <= set(one)}
    for who in (None, *WHO):
        client = client_of(getattr(cast, who) if who else None)
        for address in sorted(asked):
            places.see(client.get(address))
        places.see(client.get(f"/practice/{cast.practice.public_id}/posted/?week=2026-03-02"))
        places.see(client.get("/nowhere/"))


def _things(cast: Cast) -> Iterator[dict[str, object]]:
    of_the_cast: dict[str, object] = {
        "practice_id": cast.practice.public_id,
        "member_id": cast.ada.membership.public_id,
    }
    yield of_the_cast
    for source in Source.objects.all():
        key = ClinicianKey.objects.filter(source=source).last()
        of_the_source = {"source_id": source.public_id, "key_id": key.public_id if key else "none"}
        yield of_the_cast | of_the_source


def client_of(viewer: Viewer | None) -> Client:
    client = Client(raise_request_exception=False)
    if viewer is not None:
        client.force_login(viewer.account)
    return client


@contextmanager
def listening(places: Places) -> Iterator[None]:
    """This will write down all that is logged, as the product's own formatter writes it."""
    handler = logging.StreamHandler(places.log)
    handler.setFormatter(QuietFormatter("%(name)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)

"""The server is killed while rows come in: what it answered for is there, each once."""

import base64
import http.client
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.site.products import (
    FALLOW,
    find_free_port,
    list_processes_of,
    make_home,
    run,
    running,
)
from tests.site.sharing.test_vault_rows import SEALED

SIGN_IN = """
from fallow_site.commands.product import open_product
open_product()
from django.contrib.auth import get_user_model
from django.test import Client
ada = get_user_model().objects.create_user("ada@example.org", "a field kept able to bear")
client = Client(HTTP_HOST="localhost")
client.force_login(ada)
token = client.get("/api/own/session").json()["csrf"]
print("; ".join(f"{name}={one.value}" for name, one in client.cookies.items()))
print(token)
"""


def name_of(number: int) -> str:
    return f"{number:032x}"


def sign_in(home: Path) -> dict[str, str]:
    done = run(sys.executable, "-c", SIGN_IN, home=home)
    assert done.returncode == 0, done.stderr
    cookies, token = done.stdout.split("\n")[-3:-1]
    return {"Cookie": cookies, "X-CSRFToken": token, "Content-Type": "application/json"}


@contextmanager
def serving(home: Path) -> Iterator[http.client.HTTPConnection]:
    port = find_free_port()
    with running(*FALLOW, "serve", "--workers", "1", "--port", str(port), home=home) as server:
        server.wait_for("Fallow is at")
        yield http.client.HTTPConnection("localhost", port, timeout=60)


def ask_to_keep(server: http.client.HTTPConnection, number: int, headers: dict[str, str]) -> None:
    rows = {name_of(number): base64.b64encode(SEALED + bytes(20_000)).decode()}
    server.request("PUT", "/api/own/vault/rows", json.dumps({"rows": rows}), headers)


def keep(server: http.client.HTTPConnection, number: int, headers: dict[str, str]) -> int:
    ask_to_keep(server, number, headers)
    answer = server.getresponse()
    answer.read()
    return answer.status


def kill_all(home: Path) -> None:
    for pid in list_processes_of(home):
        os.kill(pid, signal.SIGKILL)


def names_in(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "fallow.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in database.execute("SELECT name FROM sharing_sealedrow")]


def test_a_server_that_is_killed_keeps_what_it_answered_for_and_each_row_once(
    tmp_path: Path,
) -> None:
    home = make_home(tmp_path)
    headers = sign_in(home)

    with serving(home) as server:
        assert [keep(server, number, headers) for number in range(20)] == [200] * 20
        ask_to_keep(server, 20, headers)  # its answer never comes
        kill_all(home)

    answered = [name_of(number) for number in range(20)]
    assert set(names_in(home)) - {name_of(20)} == set(answered)
    with serving(home) as server:
        assert [keep(server, number, headers) for number in range(21)] == [200] * 21
        kill_all(home)
    assert sorted(names_in(home)) == [*answered, name_of(20)]

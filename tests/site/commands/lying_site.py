"""A small released room, and the product's own server that sends it, or sends something else.

It knows no browser. A lie is a function around the server, told what to change in its answers.
"""

import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import brotli
from django.core.wsgi import get_wsgi_application

FOLDER = "0123456789abcdef"
FILES = {"page.js": b"start();\n" * 40, "page.css": b"p{margin:0}\n" * 40, "icon-192.png": b"\x89"}
SHELL = {"index.html": f"<script src=/room/{FOLDER}/page.js>".encode(), "service-worker.js": b"1"}
Answer = Iterable[bytes]
Asked = dict[str, Any]
Server = Callable[[Asked, Callable[..., Any]], Answer]
Lie = Callable[[Server], Server]


def build_room(built: Path) -> Path:
    """This will lay the room out as a build does, one file of it packed, and give its manifest."""
    for name, body in FILES.items():
        write(built / "room" / FOLDER / name, body)
    for name, body in SHELL.items():
        write(built / "room" / name, body)
    write(built / "room" / FOLDER / "page.js.br", brotli.compress(FILES["page.js"]))
    told = {"folder": FOLDER, "files": _hashes(FILES), "shell": _hashes(SHELL)}
    write(built / "room.json", json.dumps(told).encode())
    write(built / "published.json", json.dumps(told).encode())
    return built / "published.json"


def write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def _hashes(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def serving(lie: Lie = lambda honest: honest) -> Iterator[str]:
    """This will run the product's server in this process, on a port of its own."""
    server = make_server("127.0.0.1", 0, lie(get_wsgi_application()), handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def with_header(
    name: str, value: str, *, at: str, when: Callable[[Asked], bool] = lambda _: True
) -> Lie:
    """A lie: some answers carry another value of a header, or a header of its own."""

    def change(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [pair for pair in headers if pair[0] != name] + ([(name, value)] if value else [])

    def lie(honest: Server) -> Server:
        def answer(asked: Asked, begin: Callable[..., Any]) -> Answer:
            is_lied_to = asked["PATH_INFO"] == at and when(asked)

            def begin_lying(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
                return begin(status, change(headers) if is_lied_to else headers)

            return honest(asked, begin_lying)

        return answer

    return lie


def with_body(body: bytes, *, at: str, when: Callable[[Asked], bool]) -> Lie:
    """A lie: some who ask for one file get other bytes, under the headers of the release."""

    def lie(honest: Server) -> Server:
        def answer(asked: Asked, begin: Callable[..., Any]) -> Answer:
            if asked["PATH_INFO"] != at or not when(asked):
                return honest(asked, begin)
            plain = {k: v for k, v in asked.items() if k not in _SPARING}

            def begin_lying(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
                kept = [pair for pair in headers if pair[0] != "Content-Length"]
                return begin(status, kept, *rest)

            getattr(honest(plain, begin_lying), "close", lambda: None)()
            return [body]

        return answer

    return lie


_SPARING = ("HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING")  # with these an answer holds fewer bytes

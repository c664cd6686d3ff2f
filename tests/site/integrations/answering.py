"""A small server on loopback that answers as a test tells it, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Asked:
    """One question: its path and its headers."""

    path: str
    headers: dict[str, str]


@dataclass
class AnsweringServer:
    """Where it listens, what it answers on which path, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def plainly(content: bytes, status: int = 200, **headers: str) -> Answer:
    """An answer with a content and headers; `_` in a header's name stands for `-`."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    return answer


def leading_to(target: str, status: int = 302) -> Answer:
    return plainly(b"", status, Location=target)


@contextmanager
def answering_server(tls: Any = None) -> Iterator[AnsweringServer]:
    """This will serve on a free port of loopback until the block ends."""
    known: list[AnsweringServer] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known[0].asked.append(Asked(self.path, dict(self.headers.items())))
            known[0].answers.get(self.path.partition("?")[0], plainly(b"", 404))(self)

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

    class Listener(ThreadingHTTPServer):
        def handle_error(self, *_arguments: Any) -> None:
            """Those who hang up in the middle do so on purpose."""

    with Listener(("127.0.0.1", 0), Handler) as listener:
        if tls is not None:
            listener.socket = tls.wrap_socket(listener.socket, server_side=True)
        known.append(AnsweringServer(port=listener.server_port))
        threading.Thread(target=listener.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield known[0]
        finally:
            listener.shutdown()

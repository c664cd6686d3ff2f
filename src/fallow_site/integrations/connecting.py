"""Connects to addresses that were checked, and to nothing else, until a deadline.

It knows sockets and TLS. The name is asked once, before: what DNS answers later changes nothing,
while the certificate is still held against the name.
"""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import certifi
import httpcore

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A moment on a clock, until which all of it has to be done."""

    ends: float
    clock: Clock

    def seconds_left(self) -> float:
        """This will give the seconds left, or raise httpcore.ReadTimeout where none are."""
        left = self.ends - self.clock()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left


def open_pool(addresses: tuple[str, ...], deadline: Deadline) -> httpcore.ConnectionPool:
    """This will give a client for one question, to the given addresses alone."""
    return httpcore.ConnectionPool(
        ssl_context=read_authorities(), network_backend=_Pinned(addresses, deadline)
    )


@lru_cache(maxsize=1)
def read_authorities() -> ssl.SSLContext:
    """This will trust the machine's own authorities, and those of certifi where it brings none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class _Pinned(httpcore.NetworkBackend):
    """Connects to the first checked address that answers, whatever host it is asked for."""

    def __init__(self, addresses: tuple[str, ...], deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - the name was asked once, before
        port: int,
        *_arguments: Any,
        **_named: Any,
    ) -> httpcore.NetworkStream:
        for address in self._addresses:
            try:
                stream = self._plain.connect_tcp(
                    address, port, timeout=self._deadline.seconds_left()
                )
            except httpcore.ConnectError:
                continue
            return cast(httpcore.NetworkStream, _Timed(stream, self._deadline))
        raise httpcore.ConnectError


class _Timed:
    """A stream on which no single wait is longer than what is left in all."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, **_named: Any) -> bytes:
        return self._stream.read(max_bytes, timeout=self._deadline.seconds_left())

    def write(self, buffer: bytes, **_named: Any) -> None:
        self._stream.write(buffer, timeout=self._deadline.seconds_left())

    def start_tls(self, **named: Any) -> httpcore.NetworkStream:
        named["timeout"] = self._deadline.seconds_left()
        return cast(httpcore.NetworkStream, _Timed(self._stream.start_tls(**named), self._deadline))

    def __getattr__(self, name: str) -> Any:
        """What is left to say of a stream: whether it is readable, its TLS, its end."""
        return getattr(self._stream, name)


def find_header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> str:
    """This will give the first header of that name as text, or nothing."""
    found = (value for key, value in headers if key.lower() == name)
    return next(found, b"").decode("latin-1")

"""Every address that the product answers, as the resolver knows it, and as the matrix writes it."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

_CONVERTED = re.compile(r"<\w+:(\w+)>")
_GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")


def list_addresses() -> set[str]:
    """`practice/<practice_id>/people/` for each pattern, whatever its kind."""
    return {_written(pattern) for pattern in _walk(get_resolver(), "")}


def _walk(resolver: URLResolver, before: str) -> Iterator[str]:
    for part in resolver.url_patterns:
        here = before + str(part.pattern)
        if isinstance(part, URLPattern):
            yield here
        else:
            yield from _walk(part, here)


def _written(pattern: str) -> str:
    plain = _GROUP.sub(r"<\1>", _CONVERTED.sub(r"<\1>", pattern))
    return plain.replace("^", "").replace("$", "").replace("\\", "")


def names_in(address: str) -> set[str]:
    return set(re.findall(r"<(\w+)>", address))


def fill(address: str, things: dict[str, Any]) -> str:
    """The address with things in place of their names, as a browser asks for it."""
    return "/" + re.sub(r"<(\w+)>", lambda name: str(things[name[1]]), address)

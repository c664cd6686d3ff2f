"""Breaks a sound file in a way that a seed repeats: bits, spans, lines, and words that hurt.

It knows nothing of what a file means.
"""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

_CONTROLS = ("\r", "\n", "\t", "\0", "\x7f", "\ufeff", "\u2028", "\u202e", "\\ud800")
_WORDS = (*Path(__file__).with_name("words.txt").read_text("utf-8").split(), *_CONTROLS)
WORDS = tuple(word.encode() for word in _WORDS)
_HOW_MANY = (1, 1, 1, 2, 2, 3, 6)
_VALUES = (None, True, -1, 0, 1e308, float("nan"), 10**30, "", [], {}, [[]], [None], {"x": 1})
_LONGEST_SPAN = 40
_MOST_REPEATS = 50


def mutate(content: bytes, others: tuple[bytes, ...], *, rng: random.Random) -> bytes:
    """This will break `content` one to six times, now and then with a piece of another file."""
    for _ in range(rng.choice(_HOW_MANY)):
        changes = (_change_value,) if content[:1] == b"{" and rng.random() < 0.7 else _CHANGES
        content = rng.choice(changes)(content, rng) if content else content
        if rng.random() < 0.05:
            content = _splice(content, rng.choice(others), rng=rng)
    return content


def _splice(content: bytes, other: bytes, *, rng: random.Random) -> bytes:
    return content[: rng.randrange(len(content) + 1)] + other[rng.randrange(len(other)) :]


def _flip(content: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << rng.randrange(8)]) + content[place + 1 :]


def _insert_word(content: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(content) + 1)
    return content[:place] + rng.choice(WORDS) + content[place:]


def _replace_word(content: bytes, rng: random.Random) -> bytes:
    start, end = _span(content, rng)
    return content[:start] + rng.choice(WORDS) + content[end:]


def _cut(content: bytes, rng: random.Random) -> bytes:
    start, end = _span(content, rng)
    return content[:start] + content[end:]


def _repeat(content: bytes, rng: random.Random) -> bytes:
    start, end = _span(content, rng)
    return content[:start] + content[start:end] * rng.randint(2, _MOST_REPEATS) + content[end:]


def _truncate(content: bytes, rng: random.Random) -> bytes:
    return content[: rng.randrange(len(content))] if rng.random() < 0.2 else content


def _on_lines(change: Callable[[list[bytes], random.Random], None]) -> Callable[..., bytes]:
    def changed(content: bytes, rng: random.Random) -> bytes:
        lines = content.splitlines(keepends=True)
        if len(lines) > 2:
            change(lines, rng)
        return b"".join(lines)

    return changed


def _change_value(content: bytes, rng: random.Random) -> bytes:
    """In one line of JSON, another value, one fewer or one twice, anywhere inside."""
    lines = content.split(b"\n")
    place = rng.randrange(len(lines))
    try:
        tree = json.loads(lines[place])
    except (ValueError, RecursionError):
        return _flip(content, rng)
    inner = tree
    while isinstance(inner, dict | list) and inner:
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        key = rng.choice(keys)
        if not isinstance(inner[key], dict | list) or not inner[key] or rng.random() < 0.15:
            _change_at(inner, key, rng)
            break
        inner = inner[key]
    lines[place] = json.dumps(tree).encode()
    return b"\n".join(lines)


def _change_at(inner: Any, key: Any, rng: random.Random) -> None:
    kind = rng.random()
    if kind < 0.2:
        del inner[key]
    elif kind < 0.4 and isinstance(inner, list):
        inner.extend([inner[key]] * rng.randint(1, _MOST_REPEATS))
    else:
        inner[key] = rng.choice((*_VALUES, rng.choice(_WORDS)))


def _drop_line(lines: list[bytes], rng: random.Random) -> None:
    lines.pop(rng.randrange(len(lines)))


def _double_line(lines: list[bytes], rng: random.Random) -> None:
    lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines))


def _swap_lines(lines: list[bytes], rng: random.Random) -> None:
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _span(content: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(content))
    return start, min(len(content), start + rng.randint(1, _LONGEST_SPAN))


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _insert_word,
    _replace_word,
    _cut,
    _repeat,
    _truncate,
    _on_lines(_drop_line),
    _on_lines(_double_line),
    _on_lines(_swap_lines),
)

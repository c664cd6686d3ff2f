"""Reads the matrix: one line for an address and a method, one column for each of the cast."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("matrix.txt")
PEOPLE = ("out", "zed", "ada", "petra", "sol", "omar", "wren", "root")
HOW = (
    "Write one line for each method it answers, the address, the method, and what each of "
    f"{', '.join(PEOPLE)} is answered; see the first lines of the file"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What each of the cast is answered at one address by one method."""

    address: str
    method: str
    answers: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.method} {self.address}"

    @property
    def expected(self) -> dict[str, str]:
        return dict(zip(PEOPLE, self.answers, strict=True))


@cache
def read_matrix() -> tuple[Row, ...]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    told = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return tuple(_row(words) for words in told)


def _row(words: list[str]) -> Row:
    """The address "." stands for the beginning, which is empty."""
    address, method, *answers = words
    if len(answers) != len(PEOPLE):
        raise ValueError(f"{address} {method}: {HOW}.")
    return Row(address="" if address == "." else address, method=method, answers=tuple(answers))

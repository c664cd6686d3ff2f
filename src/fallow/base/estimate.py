"""A number that never travels without its range, its unit and its source.

It knows nothing of how the range was found.
"""

from dataclasses import dataclass

from fallow.base.errors import ValueRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """This will carry one quantity between `low` and `high`, both inclusive.

    `value` is None where the range is all that is known.
    """

    value: float | None
    low: float
    high: float
    unit: str
    source: str

    def __post_init__(self) -> None:
        middle = self.low if self.value is None else self.value
        if not self.low <= middle <= self.high:
            raise ValueRefused(
                "An estimate lies outside its own range.", "Give low ≤ value ≤ high."
            )

    @property
    def is_exact(self) -> bool:
        return self.value is not None and self.low == self.high

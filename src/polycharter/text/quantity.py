"""A number with its unit, and the ways to understand it."""

from fractions import Fraction
from typing import NamedTuple

Reading = tuple[str, object]
"""One way to understand a number: `("n", 5)`, `("time", minutes)`, `("date", (y, m, d))`, `("weekday", 1)`, …"""

SPANS = {
    "second": ("clock", 1), "minute": ("clock", 60), "hour": ("clock", 3600), "day-night": ("clock", 86400),
    "day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14), "working-day": ("working-day", 1),
    "month": ("month", 1), "quarter": ("month", 3), "half-year": ("month", 6), "year": ("month", 12),
    "decade": ("month", 120),
}  # fmt: skip
"""Units of time with what they are measured in: seconds, days, working days, months."""


class Quantity(NamedTuple):
    """A number of a text: `readings` are the ways to understand it, `unit` its unit where one is written.

    A `strong` one is a number and nothing else; the others (“one”, “both”, “the second”) may stand for a number.
    A `bare` one is a unit without a number (“hour”). `slot` is the name of a placeholder, `said` what the text has,
    `at` and `end` count the tokens it takes.
    """

    readings: frozenset[Reading]
    unit: str = ""
    strong: bool = True
    slot: str = ""
    said: str = ""
    at: int = 0
    end: int = 0
    bare: bool = False

    @property
    def value(self) -> Fraction | None:
        """The plain number, where it is one."""
        plain = [value for kind, value in self.readings if kind == "n" and isinstance(value, Fraction)]
        return min(plain) if plain else None

    @property
    def span(self) -> tuple[str, Fraction] | None:
        """How long it is, in the measure of its unit; None for what is no length of time."""
        if self.unit not in SPANS or self.value is None:
            return None
        family, factor = SPANS[self.unit]
        return (family, self.value * factor)

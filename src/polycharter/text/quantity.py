"""A number with its unit, and the ways to understand it."""

from fractions import Fraction
from typing import NamedTuple

Reading = tuple[str, object]
"""One way to understand a number: `("n", 5)`, `("time", minutes)`, `("date", (y, m, d))`, `("weekday", 1)`, …"""

SPANS = {
    "second": ("clock", 1), "minute": ("clock", 60), "hour": ("clock", 3600), "day-night": ("clock", 86400),
    "day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14), "working-day": ("working-day", 1),
    "month": ("month", 1), "quarter": ("month", 3), "four-months": ("month", 4), "half-year": ("month", 6),
    "year": ("month", 12), "decade": ("month", 120), "working-hour": ("working-hour", 1),
    "metre": ("metre", 1), "kilometre": ("metre", 1000), "ten-kilometres": ("metre", 10000), "mile": ("metre", 1609),
    "gram": ("gram", 1), "hectogram": ("gram", 100), "kilogram": ("gram", 1000),
}  # fmt: skip
"""Units of time, length and weight with what they are measured in: seconds, days, working days, months, metres."""

TIMES = frozenset(unit for unit, (family, _) in SPANS.items() if family not in ("metre", "gram"))
"""The units of time among them."""

PER = "per "
"""Goes before the unit of what happens so often in it: “twice a year” is 2 with the unit `per year`."""

CENTS = {"EUR": "cent", "USD": "cent", "GBP": "penny", "SEK": "öre"}
"""Currencies with the unit of which a hundred are one."""

_MONEY = {
    "EUR": {"EUR": 1}, "USD": {"USD": 1}, "GBP": {"GBP": 1}, "SEK": {"SEK": 1}, "VND": {"VND": 1},
    "cent": {"EUR": 100, "USD": 100}, "penny": {"GBP": 100}, "öre": {"SEK": 100},
}  # fmt: skip
"""Units of money with how many of them are one of a currency; a cent can be one of several."""


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
        """How long or heavy it is, in the measure of its unit; of “twice a year”, how long until the next time."""
        if self.value is None or self.unit.removeprefix(PER) not in SPANS:
            return None
        family, factor = SPANS[self.unit.removeprefix(PER)]
        if self.unit.startswith(PER):
            return (family, factor / self.value) if self.value else None
        return (family, self.value * factor)

    @property
    def money(self) -> frozenset[tuple[str, Fraction]]:
        """The sums of money that it can be; none for what is no money."""
        value = self.value
        if value is None:
            return frozenset()
        return frozenset((currency, value / parts) for currency, parts in _MONEY.get(self.unit, {}).items())

    @property
    def share(self) -> Fraction | None:
        """Which part of a whole it is: 75 % and three quarters, “one in four”; None for what is none."""
        for kind, value in self.readings:
            if kind == "share" and isinstance(value, Fraction):
                return value
        if self.value is None or self.unit not in ("", "percent"):
            return None
        return self.value / 100 if self.unit else self.value if self.value.denominator > 1 else None

    @property
    def in_digits(self) -> bool:
        """Whether it is written in digits."""
        return any(map(str.isdigit, self.said))

"""How a language says times of day, days and holidays: the tables `clock`, `days` and `holidays` of its file.

- `clock`: words `before` an hour that make it a time of day (“klockan”), those that `may` (“om”), those `after` it
  (“uur”), of hours counted to `twelve` only; the parts of the day `am`, `pm`, `night` and `midday`, the `vague` ones of
  them only behind an hour; `noon`, `midnight`; `to` and `past`: phrases with the minutes that they add to the hour
  behind them (“half past”, “halv”) or before them (“i mitja”), `less` those with the number of minutes behind them;
  `hours`: words that are an hour;
- `days`: `weekdays`, `months` and their `short` forms, which need company; `months-only-in-dates` (“may”) and the words
  they stand `after`, perhaps with a capital (`months-capital`); `months-not-before`: words before which it is no month
  (“hai lần”); `month-word`; `first`: words for the first of a month; `links` between the day, the month and the year;
  `orders` of numbers in a date; `weekend`; `century`: words behind its number, `hundreds`: those behind its first year;
  `decades`, and the words `decade-before` and `decade-after` their first year;
- `holidays`: a day of the year, or the name of one that moves, several where the phrase names several.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polycharter.text.number_forms import Phrase, number_phrases

_CLOCK = ("before", "may", "after", "noon", "midnight", "less")
PARTS = ("am", "pm", "night", "midday")
"""The parts of a day that tell which of two hours is meant."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is no phrase in these tables."""

    twelve: bool
    orders: frozenset[str]
    links: frozenset[str]
    first: frozenset[str]
    month_word: str
    months_in_dates: frozenset[str]
    months_after: frozenset[str]
    months_capital: bool
    months_not_before: frozenset[str]


def calendar(data: Mapping[str, Any]) -> Calendar:
    """Of the tables of a file."""
    days = data["days"]
    return Calendar(
        twelve=data["clock"].get("twelve", False),
        orders=frozenset(days.get("orders", ("day-month",))),
        links=frozenset(days.get("links", ())),
        first=frozenset(days.get("first", ())),
        month_word=days.get("month-word", ""),
        months_in_dates=frozenset(days.get("months-only-in-dates", ())),
        months_after=frozenset(days.get("months-after", ())),
        months_capital=days.get("months-capital", False),
        months_not_before=frozenset(days.get("months-not-before", ())),
    )


def calendar_phrases(data: Mapping[str, Any]) -> Iterator[Phrase]:
    """The phrases of these tables with what they mean."""
    clock, days = data["clock"], data["days"]
    for kind in _CLOCK:
        yield from ((f"clock-{kind}", phrase, True) for phrase in clock.get(kind, ()))
    vague = clock.get("vague", ())
    for part in PARTS:
        for phrase in clock.get(part, ()):
            yield "clock-part", phrase, (part, "vague" if phrase in vague else "soft" if " " in phrase else "sure")
    yield from (("clock-past", phrase, minutes) for phrase, minutes in clock.get("past", {}).items())
    yield from (("clock-hour", phrase, hour) for phrase, hour in clock.get("hours", {}).items())
    for kind in ("weekday", "month"):
        for table, tag in ((f"{kind}s", kind), (f"{kind}s-short", f"{kind}-short")):
            for index, forms in enumerate(days.get(table, ()), 1):
                yield from ((tag, form, index) for form in forms)
    yield from (("weekend", phrase, True) for phrase in days.get("weekend", ()))
    for kind in ("century", "hundreds"):
        yield from ((kind, phrase, True) for phrase in days.get(kind, ()))
    yield from (("decade-before", phrase, True) for phrase in days.get("decade-before", ()))
    yield from (("decade-after", phrase, True) for phrase in days.get("decade-after", ()))
    yield from (("decade", phrase, value) for phrase, value in days.get("decades", {}).items())
    for phrase, said in data.get("holidays", {}).items():
        yield "holiday", phrase, tuple(map(_day, said.split()))


_BEGIN = (
    "clock-noon", "clock-midnight", "clock-hour", "weekday", "weekday-short", "month", "weekend", "decade-before",
    "decade", "holiday",
)  # fmt: skip


def calendar_beginnings(data: Mapping[str, Any]) -> Iterator[Phrase]:
    """The phrases that begin a day or time, and those that add minutes (`to`) to the hour behind them."""
    yield from ((kind, phrase, True) for kind, phrase, _ in calendar_phrases(data) if kind in _BEGIN)
    yield from (("decade", phrase, True) for kind, phrase, _ in number_phrases(data["numbers"]) if kind == "decade")
    yield from (("to", phrase, minutes) for phrase, minutes in data["clock"].get("to", {}).items())
    if data["days"].get("month-word"):
        yield "month", data["days"]["month-word"], True


def _day(said: str) -> tuple[str, object]:
    """`12-25` as a date without a year, everything else as the name of a holiday that moves."""
    month, _, day = said.partition("-")
    return ("date", (0, int(month), int(day))) if month.isdecimal() else ("holiday", said)

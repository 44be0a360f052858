"""Values with a unit: those that facts hold, and those that are written in the charter's prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from polycharter.model.charter import Charter
from polycharter.model.facts import Count, Date, Duration, Money, Share, Value
from polycharter.text.lexicon import words_of
from polycharter.text.numbers import quantities
from polycharter.text.quantity import SPANS


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, in a form in which equal values are equal: 12 months are 1 year."""

    unit: str
    value: Fraction | tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Written:
    """An amount that stands in a text; `said` is how."""

    amount: Amount
    said: str


def amount_of(charter: Charter, value: Value) -> Amount | None:
    """What a fact holds, where that is a number with a unit or a day; None for everything else."""
    match value:
        case Count(number, unit):
            return _made(_known_unit(charter, unit), Fraction(number))
        case Duration(number, unit):
            return _made(unit, Fraction(number))
        case Share(percent):
            return Amount("percent", Fraction(percent))
        case Money(sum, currency):
            return Amount(currency, Fraction(sum))
        case Date(day):
            return Amount("date", (day.year, day.month, day.day))
        case _:
            return None


def written_in(charter: Charter, text: str) -> Iterator[Written]:
    """The amounts that a text of the charter says itself, in digits or words, placeholders left out.

    Numbers without a unit are none: nobody knows what they count. Nothing in a language whose units are not known,
    apart from the units of the charter.
    """
    found = quantities(text, charter.source)
    words = words_of(text, charter.source)
    for each in found:
        if each.slot or not each.strong:
            continue
        whole = next((value for kind, value in each.readings if kind == "date"), None)
        if isinstance(whole, tuple) and all(whole):
            yield Written(Amount("date", whole), each.said)
        elif each.value is not None:
            start, end = words[each.at].start, words[each.end - 1].end
            unit, said = each.unit, _before(text[:start]) + each.said
            if not unit:
                unit, said = _own_unit(charter, text, start, end)
            if unit:
                yield Written(_made(unit, each.value), said)


def _before(text: str) -> str:
    """The sign of a currency at the end of what stands before a number, with its space."""
    match = re.search(r"[€$£₫][ \u00a0]?$", text[-2:])
    return match.group() if match else ""


def _made(unit: str, value: Fraction) -> Amount:
    family, factor = SPANS.get(unit, (unit, 1))
    return Amount(family, value * factor)


def _known_unit(charter: Charter, unit: str) -> str:
    """The unit under the name that every text has for it, where its words are those of a known one."""
    message = charter.units[unit].message
    text = (message.plural or message.text).replace("{n}", "5")
    return next((each.unit for each in quantities(text, charter.source) if each.unit), unit)


def _own_unit(charter: Charter, text: str, start: int, end: int) -> tuple[str, str]:
    """The charter's own unit whose words follow a number, and the number with these words."""
    for id, unit in charter.units.items():
        for form in (unit.message.plural, unit.message.text):
            counted = (form or "").partition("{n}")[2].strip()
            match = re.match(rf"\s+{re.escape(counted)}\b", text[end:], re.IGNORECASE) if counted else None
            if match:
                return id, text[start : end + match.end()]
    return "", ""

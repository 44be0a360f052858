"""The numbers in words that a language makes of others: compounds, “-maal”, “-tal”, “-enhalf”, “femdagars-”."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

Phrase = tuple[str, str, Any]
"""What a phrase can be, the phrase, and its value."""

_TABLES = ("words", "weak", "ambiguous", "inside", "multipliers")


def number_phrases(numbers: Mapping[str, Any]) -> Iterator[Phrase]:
    """All numbers of the table `numbers`, written there or made."""
    for table in _TABLES:
        for phrase, value in numbers.get(table, {}).items():
            yield table, phrase, Fraction(str(value))
    small = {word: int(value) for word, value in numbers["words"].items() if isinstance(value, int) and value < 100}
    compounds = dict(_compounds(numbers))
    yield from (("words", word, Fraction(value)) for word, value in compounds.items())
    small |= {word: value for word, value in compounds.items() if value < 100}
    yield from _derived(numbers.get("derived", {}), small)
    for unit, endings in numbers.get("joined", {}).items():
        for word, value in small.items():
            yield from (("fixed", word + ending, ((Fraction(value),), unit)) for ending in endings)
    for place, word in enumerate(numbers["tens"], 2):
        for pattern in numbers.get("decades", ()):
            yield "decade", pattern.format(ten=word), 10 * place
    yield from (("joiner", phrase, True) for phrase in numbers["joiners"])
    yield from (("and-half", phrase, True) for phrase in numbers.get("and-half", ()))
    yield from (("share", phrase, True) for phrase in numbers.get("shares", ()))


def fixed_phrases(fixed: Mapping[str, str]) -> Iterator[Phrase]:
    """The phrases that hold a number and a unit, or several numbers any of which is meant: `15 14 day`."""
    for phrase, said in fixed.items():
        *values, unit = said.replace("per ", "per-").split()
        yield "fixed", phrase, (tuple(map(Fraction, values)), unit.replace("per-", "per "))


def _compounds(numbers: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The numbers from 21 to 99 that are one word, and the hundreds that are."""
    units: Sequence[str] = numbers["units"]
    forms: Mapping[str, Sequence[str]] = numbers.get("unit-forms", {})
    for unit, word in enumerate(units, 1):
        for digit in (word, *forms.get(word, ())):
            for pattern in numbers.get("hundreds", ()):
                yield pattern.format(unit=digit), 100 * unit
            for ten, tens in enumerate(numbers["tens"], 2):
                yield from ((pattern.format(unit=digit, ten=tens), 10 * ten + unit) for pattern in numbers["compounds"])


def _derived(patterns: Mapping[str, Sequence[str]], small: Mapping[str, int]) -> Iterator[Phrase]:
    """Of each number to 99: that often (`times`), about so many (`about`), and a half (`halves`)."""
    for word, value in small.items():
        yield from (("words", pattern.format(word), Fraction(value)) for pattern in patterns.get("times", ()))
        yield from (("weak", pattern.format(word), Fraction(value)) for pattern in patterns.get("about", ()))
        yield from (("words", pattern.format(word), value + Fraction(1, 2)) for pattern in patterns.get("halves", ()))

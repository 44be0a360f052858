"""What is said of numbers, days and times that differ: by their names, and how each is read where that is not plain."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from polycharter.checks._days_and_times import kind_of
from polycharter.text.quantity import Quantity
from polycharter.text.quote import listed, quote

_NOUNS = {
    "weekday": "day",
    "holiday": "day",
    "date": "date",
    "month": "month",
    "time": "time",
    "century": "century",
    "decade": "decade",
}
_MARKED = re.compile(r"\d[.,'’ \u00a0\u202f]\d")
"""A mark in a number, which languages understand differently."""
_PLURALS = {"century": "centuries"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def differ(lost: Sequence[Quantity], added: Sequence[Quantity]) -> tuple[str, str]:
    """What is wrong and what to do, where each side has something that the other side has not."""
    alike = bool(_figures(lost) & _figures(added))
    ours, theirs = (listed(_with_reading(each, alike) for each in side) for side in (lost, added))
    plain = listed(quote(each.said) for each in lost)
    digits = ", in digits or in words" if not any(map(kind_of, lost)) else ""
    return f"the source says {ours}, the translation {theirs}", f"Write {_named(lost)} of the source, {plain}{digits}."


def missing(lost: Sequence[Quantity]) -> tuple[str, str]:
    """What is wrong and what to do, where the translation leaves something out."""
    one = len(lost) == 1
    digits = ", in digits or in words" if not any(map(kind_of, lost)) else ""
    what = f"{_called(lost)} of the source {'is' if one else 'are'} missing"
    return what, f"Write {'it' if one else 'them'} in the translation too{digits}."


def unasked(added: Sequence[Quantity]) -> tuple[str, str]:
    """What is wrong and what to do, where the translation says something that the source does not."""
    it = "it" if len(added) == 1 else "them"
    return (
        f"the source does not have {_called(added)}",
        f"Take {it} out; where the source has a placeholder, write that.",
    )


def _named(quantities: Sequence[Quantity]) -> str:
    """“the number”, “the numbers”, “the day and the time”."""
    return " and ".join(f"the {noun}" for noun, _ in _groups(quantities))


def _called(quantities: Sequence[Quantity]) -> str:
    """“the number “5””, “the numbers “5” and “6””, “the day “Monday” and the number “5””."""
    return " and ".join(
        f"the {noun} {listed(quote(each.said) for each in group)}" for noun, group in _groups(quantities)
    )


def _groups(quantities: Sequence[Quantity]) -> Iterator[tuple[str, list[Quantity]]]:
    order = ["number", *dict.fromkeys(_NOUNS.values())]
    for noun, group in groupby(sorted(quantities, key=lambda each: order.index(_noun(each))), key=_noun):
        members = list(group)
        yield noun if len(members) == 1 else _PLURALS.get(noun, f"{noun}s"), members


def _noun(quantity: Quantity) -> str:
    return _NOUNS.get(kind_of(quantity), "number")


def _figures(quantities: Sequence[Quantity]) -> set[str]:
    """The digits of what is written; words that are the same stand for themselves."""
    return {re.sub(r"\D", "", each.said) or each.said.casefold() for each in quantities}


def _with_reading(quantity: Quantity, alike: bool) -> str:
    """What is written, and how it is read where it is a time, a date in digits, or looks like the other side's."""
    kind = kind_of(quantity)
    in_digits = kind == "date" and not any(map(str.isalpha, quantity.said))
    unclear = alike and (bool(kind) or _MARKED.search(quantity.said) is not None)
    read = _read(quantity, kind) if unclear or kind == "time" or in_digits else ""
    return f"{quote(quantity.said)} ({read})" if read and read != quantity.said else quote(quantity.said)


def _read(quantity: Quantity, kind: str) -> str:
    """How a quantity is read; nothing where that says no more than what is written."""
    values = sorted((value for each, value in quantity.readings if each == (kind or "n")), key=str)
    match kind:
        case "time":
            minutes = sorted(value for value in values if isinstance(value, int))
            return " or ".join(f"{value // 60}:{value % 60:02}" for value in minutes[:2])
        case "date":
            days = [value for value in values if isinstance(value, tuple)]
            return " or ".join(f"{day} {_MONTHS[month - 1]} {year or ''}".strip() for year, month, day in days[:2])
        case "weekday":
            return _WEEKDAYS[values[0] - 1] if isinstance(values[0], int) else ""
        case "":
            return _decimal(quantity.value) + (f" {quantity.unit}" if quantity.unit else "") if quantity.value else ""
        case _:
            return ""


def _decimal(value: Fraction) -> str:
    """A number in English, without a mark between its thousands."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6f}".rstrip("0")

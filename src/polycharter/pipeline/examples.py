"""What each placeholder may look like, for translators.

Numbers, dates and sums are the same example for every fact of their type, so that a changed value never touches a
catalogue; names and addresses are shown as they are.
"""

import datetime
from collections.abc import Mapping
from decimal import Decimal

from polycharter import cldr
from polycharter.model.charter import Charter
from polycharter.model.facts import Count, Date, Duration, Hours, Money, Opening, Phone, Share, Term, Time, Value
from polycharter.text.placeholders import pieces


def examples(charter: Charter) -> Mapping[str, str]:
    """An example in the source language for each fact by name, and for the `{n}` of units."""
    shown = {"n": "5"}
    for name, fact in charter.facts.items():
        value = _typical(fact.value)
        if isinstance(value, Count):
            unit = charter.units[value.unit].message.plural or ""
            shown[name] = "".join(piece if isinstance(piece, str) else "5" for piece in pieces(unit))
        elif isinstance(value, Term):
            shown[name] = value.text
        else:
            shown[name] = cldr.format_value(value, charter.source)
    return shown


def _typical(value: Value) -> Value:
    """A value of the same type that says nothing of this one."""
    match value:
        case Share():
            return Share(Decimal(90))
        case Money(currency=currency):
            return Money(Decimal("25.00"), currency)
        case Date():
            return Date(datetime.date(2026, 1, 31))
        case Time():
            return Time(datetime.time(17, 30))
        case Hours():
            return Hours((Opening(0, 4, datetime.time(9), datetime.time(17, 30)),))
        case Duration(unit=unit):
            return Duration(5, unit)
        case Phone():
            return Phone("+44 20 7946 0100")
        case _:
            return value

"""The unit of a number: the words or the sign behind it, or a currency before it."""

from fractions import Fraction

from polycharter.text.heard import Heard
from polycharter.text.number_words import and_half
from polycharter.text.quantity import Quantity

_SYMBOLS = {"%": "percent", "€": "EUR", "$": "USD", "£": "GBP", "₫": "VND"}
_CODES = {"eur": "EUR", "usd": "USD", "gbp": "GBP", "sek": "SEK", "vnd": "VND", "kr": "SEK", "đ": "VND"}


def with_unit(heard: Heard, quantity: Quantity, at: int, end: int) -> tuple[Quantity, int]:
    """The quantity with the unit that follows, or the currency that goes before; and where it ends."""
    after = end
    while after < min(end + 3, len(heard.words)):
        unit, length = unit_at(heard, after)
        if unit:
            after += length
            half = and_half(heard.words, after, heard.known)
            return heard.made(_and_half(quantity) if half else quantity, at, after + half, unit)
        if heard.words[after] not in heard.known.fillers:
            break
        after += 1
    before = heard.words[at - 1] if at else ""
    unit = _SYMBOLS.get(before, "") or _CODES.get(before, "") if before != "%" else ""
    return heard.made(quantity, at - bool(unit), end, unit)


def _and_half(quantity: Quantity) -> Quantity:
    """Of “two hours and a half”, the two with the half."""
    readings = (
        (kind, value + Fraction(1, 2) if isinstance(value, Fraction) else value) for kind, value in quantity.readings
    )
    return quantity._replace(readings=frozenset(readings), strong=True)


def unit_at(heard: Heard, at: int) -> tuple[str, int]:
    """The unit that stands at a place, and how many words it has."""
    if at >= len(heard.words):
        return "", 0
    word = heard.words[at]
    if word in _SYMBOLS:
        after = heard.tokens[at + 1] if at + 1 < len(heard.tokens) else None
        formats = word == "%" and after is not None and after.glued and (after.word.isalpha() or after.word == "(")
        return ("", 0) if formats else (_SYMBOLS[word], 1)
    length, tags = heard.match(at)
    if word in _CODES and len(word) == 3 and heard.said(at, at + 1).isupper():
        return _CODES[word], 1  # “500 SEK” is money, “500 sek” may be seconds
    if "unit" in tags:
        behind = heard.word(at + length)
        dated = word in heard.known.calendar.links and len(behind) == 4 and behind.isdecimal()
        return ("", 0) if dated else (str(tags["unit"]), length)  # “quý 2 năm 2027” has no two years
    return (_CODES[word], 1) if word in _CODES else ("", 0)

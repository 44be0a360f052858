"""Numbers by value and unit, however a language writes them: digits, words, dates, times of day, placeholders."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from polycharter.text.calendar import calendar_at
from polycharter.text.clock import daypart, timed
from polycharter.text.dates import date_at
from polycharter.text.digits import FRACTIONS, digit_readings
from polycharter.text.heard import WORDS, Heard, heard
from polycharter.text.lexicon import lexicon
from polycharter.text.neighbours import together
from polycharter.text.number_words import STARTS, and_half, spell
from polycharter.text.quantity import PER, SPANS, Quantity, Reading
from polycharter.text.tokens import is_shouted, tokens
from polycharter.text.units import unit_at, with_unit

Found = tuple[Quantity | None, int]
"""What stands at a place, None where that is no quantity, and where to go on."""

_ONE: frozenset[Reading] = frozenset({("n", Fraction(1))})


@lru_cache(maxsize=50_000)
def quantities(text: str, locale: str) -> tuple[Quantity, ...]:
    """The numbers of a spoken text, in their order.

    >>> [(str(each.value), each.unit) for each in quantities("Binnen vijf werkdagen: 1.000,50 euro.", "nl")]
    [('5', 'working-day'), ('2001/2', 'EUR')]
    """
    known = lexicon(locale)
    return tuple(_all(heard(text, known))) if known else tuple(_digits_only(text))


def _digits_only(text: str) -> Iterator[Quantity]:
    """The numbers in digits, for a language that nothing is known of: with either decimal mark."""
    for index, token in enumerate(tokens(text)):
        if token.kind == "number":
            readings = digit_readings(token, ".", ",") | digit_readings(token, ",", ".")
            yield Quantity(readings, said=text[token.start : token.end], at=index, end=index + 1)


def _all(heard: Heard) -> list[Quantity]:
    found: list[Quantity] = []
    at = 0
    starts = heard.known.quantities.starts
    while at < len(heard.tokens):
        token = heard.tokens[at]
        if (token.kind in WORDS and not starts(token.word)) or (token.kind == "mark" and token.word != "'"):
            at += 1
            continue
        dated = calendar_at(heard, at)
        if dated:
            found += dated[0]
            at = dated[1]
            continue
        quantity, at = _at(heard, at)
        if quantity:
            found.append(quantity)
    return together(heard, found)


def _at(heard: Heard, at: int) -> Found:
    token = heard.tokens[at]
    if token.kind == "slot":
        return with_unit(heard, Quantity(frozenset(), slot=token.word.strip("{}")), at, at + 1)
    if token.kind in ("date", "phone", "version", "time", "ratio", "number") or token.word in "½¼¾":
        return _in_digits(heard, at)
    if token.kind in WORDS:
        return _in_words(heard, at)
    return None, at + 1


def _in_digits(heard: Heard, at: int) -> Found:
    known = heard.known
    token = heard.tokens[at]
    readings = digit_readings(token, known.decimal, known.thousands)
    after = heard.tokens[at + 1] if at + 1 < len(heard.tokens) else None
    if after and after.glued and after.kind in ("word", "code") and after.word not in FRACTIONS:
        ordinal = after.word in known.ordinal_endings
        plain = unit_at(heard, at + 1)[0] or after.word in ("m", "k", "x") or _goes_with_hours(heard, at + 1)
        if ordinal or not plain:
            return heard.made(Quantity(readings, strong=False), at, at + 2)
    if after and after.glued and "".join(heard.words[at + 1 : at + 3]) in known.ordinal_endings:
        return heard.made(Quantity(readings, strong=False), at, at + 3)
    readings, end = _grown(heard, readings, at + 1) if token.kind == "number" else (readings, at + 1)
    return timed(heard, Quantity(readings), at, end)


def _grown(heard: Heard, readings: frozenset[Reading], end: int) -> tuple[frozenset[Reading], int]:
    """A number in digits with what follows it: “2½”, “2 million”, “2 million and a half”."""
    more = FRACTIONS.get(heard.word(end), Fraction(0))
    end += bool(more)
    length, tags = heard.match(end)
    factor = tags.get("multipliers", Fraction(1))
    end += length if "multipliers" in tags else 0
    half = and_half(heard.words, end, heard.known)
    if factor == 1 and not more and not half:
        return readings, end
    add = factor / 2 if half else Fraction(0)
    made = frozenset(("n", (value + more) * factor + add) for _, value in readings if isinstance(value, Fraction))
    return made, end + half


def _in_words(heard: Heard, at: int) -> Found:
    length, tags = heard.match(at)
    if not length or "neutral" in tags:
        return None, at + max(length, 1)
    if "fixed" in tags:
        values, unit = tags["fixed"]
        firm = unit == "minute" or 18 in values
        return heard.made(Quantity(frozenset(("n", value) for value in values), unit, strong=firm), at, at + length)
    if any(kind in tags for kind in STARTS):
        return _number(heard, at)
    if "unit" in tags and (length > 1 or len(heard.words[at]) > 1):  # “u” and “s” are units behind a number only
        each = tags["unit"] in SPANS and heard.word(at - 1) in heard.known.each
        unit = PER + tags["unit"] if each else tags["unit"]
        return heard.made(Quantity(_ONE, unit, strong=False, bare=True), at, at + length)
    return None, at + length


def _number(heard: Heard, at: int) -> Found:
    tags = heard.match(at)[1]
    spelled = spell(heard.words, at, heard.known)
    readings: frozenset[Reading] = frozenset({("n", spelled.value)})
    end = spelled.end
    dated = date_at(heard, at, spelled.value, end) if _is_day_word(heard, at, spelled.strong) else None
    if dated:
        return dated
    if heard.word(at - 1) in heard.known.ordinal_before:
        return heard.made(Quantity(readings, strong=False), at, end)
    quantity, after = timed(heard, Quantity(readings, strong=spelled.strong), at, end)
    also = heard.known.also.get(f"{spelled.value} {quantity.unit}")
    if also is not None:
        quantity = quantity._replace(readings=quantity.readings | {("n", also)})
    if spelled.single and (heard.tokens[at].kind == "part" or is_shouted(heard.said(at, at + 1), heard.text)):
        quantity = quantity._replace(strong=quantity.strong and bool(quantity.unit))
    if spelled.single and "ambiguous" in tags:
        quantity = quantity._replace(strong=bool(quantity.unit))
        if not quantity.unit and "unit" in tags:
            quantity = quantity._replace(readings=quantity.readings | {("n", Fraction(1))})
    return quantity, after


def _goes_with_hours(heard: Heard, at: int) -> bool:
    """Whether a word makes the number before it an hour: “5pm”, “13g”."""
    return "clock-after" in heard.match(at)[1] or bool(daypart(heard, at, sure=True)[0])


def _is_day_word(heard: Heard, at: int, strong: bool) -> bool:
    """Whether a number in words can be the day of a date: no article."""
    return strong or heard.match(at)[1].get("weak") != 1 or heard.words[at] in heard.known.calendar.first

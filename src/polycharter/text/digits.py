"""What a number in digits can mean: 1.000,50 and 17.00 and 24/7."""

import re
from fractions import Fraction

from polycharter.text.tokens import Token

_SPACES = re.compile(r"[ \u00a0\u202f'’]")
_MAX_DIGITS = 40

FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
"""The signs of fractions."""


def digit_readings(token: Token, decimal: str, thousands: str) -> frozenset[tuple[str, object]]:
    """Every way to understand a token of digits in a language with these marks, none where it is too long to be one."""
    word = token.word
    if len(word) > _MAX_DIGITS:
        return frozenset({("code", word)})
    match token.kind:
        case "phone":
            return frozenset({("code", re.sub(r"\D", "", word)[-7:])})
        case "version":
            readings: set[tuple[str, object]] = {("code", word)}
            if thousands == "." and grouped(word, thousands):
                readings.add(("n", Fraction(word.replace(thousands, ""))))
            return frozenset(readings)
        case "time":
            return _time(word)
        case "ratio":
            over, under = word.split("/")
            value = Fraction(int(over), int(under)) if int(under) else Fraction(0)
            return frozenset({("code", word), ("n", value)})
        case "number":
            return _number(word, decimal, thousands)
        case _:
            return frozenset({("n", FRACTIONS[word])})


def grouped(word: str, thousands: str) -> bool:
    """Whether digits are in groups of three with this mark.

    >>> grouped("1.000.000", "."), grouped("3.0", ".")
    (True, False)
    """
    return re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", word) is not None


def _number(word: str, decimal: str, thousands: str) -> frozenset[tuple[str, object]]:
    if word.isdecimal():
        return frozenset({("n", Fraction(int(word)))})
    word = _SPACES.sub("", word)
    readings: set[tuple[str, object]] = set()
    hours = re.fullmatch(r"(\d{1,2})[.](\d{2})", word)
    if hours and int(hours[1]) <= 24 and int(hours[2]) < 60:
        readings.add(("time", int(hours[1]) * 60 + int(hours[2])))
    whole, _, part = word.rpartition(decimal) if decimal != " " and decimal in word else (word, "", "")
    if part and "." not in part and "," not in part and (not whole or whole.isdigit() or grouped(whole, thousands)):
        if not (grouped(word, decimal) and decimal == " "):
            readings.add(("n", Fraction(f"{whole.replace(thousands, '') or '0'}.{part}")))
    elif thousands != " " and grouped(word, thousands):
        readings.add(("n", Fraction(word.replace(thousands, ""))))
    elif word.isdigit():
        readings.add(("n", Fraction(word)))
    else:
        readings.add(("n", _either(word)))
    return frozenset(readings)


def _either(word: str) -> Fraction:
    """A number with marks that its language does not use so: the last mark is the decimal one, if it is alone."""
    marks = re.findall(r"[.,]", word)
    if len(marks) == 1 and not grouped(word, marks[0]):
        return Fraction(word.replace(",", "."))
    if len(set(marks)) == 2:
        whole, _, part = word.rpartition(marks[-1])
        return Fraction(re.sub(r"\D", "", whole) + "." + part)
    return Fraction(re.sub(r"\D", "", word))


def _time(word: str) -> frozenset[tuple[str, object]]:
    hours, _, minutes = word.replace("h", ":").replace("g", ":").partition(":")
    if int(hours) > 24 or int(minutes or 0) > 59:
        return frozenset({("code", word)})
    return frozenset({("time", int(hours) * 60 + int(minutes or 0))})

"""What a place of a text says of days and times before it is read as a number: dates, weekdays, months, noon, 24/7."""

from fractions import Fraction

from polycharter.text.clock import hour_word, named_time, told_time
from polycharter.text.dates import Found, date_at, decade_at, digit_dates, era_at, holiday_at, month_at, ratio_at
from polycharter.text.digits import digit_readings
from polycharter.text.heard import WORDS, Heard
from polycharter.text.quantity import Quantity
from polycharter.text.weekdays import month_of, short_weekday_at, weekday_at


def calendar_at(heard: Heard, at: int) -> Found | None:
    """The quantities that begin at a place, and where to go on; None where nothing of the calendar stands there."""
    token = heard.tokens[at]
    match token.kind:
        case "date":
            return _one(heard.made(Quantity(digit_dates(heard, at)), at, at + 1))
        case "ratio" if len(token.word) <= _LONGEST_RATIO:
            known = heard.known
            return ratio_at(heard, at, digit_readings(token, known.decimal, known.thousands))
        case "number":
            return _number_at(heard, at)
        case kind if kind in WORDS or token.word == "'":
            return _word_at(heard, at)
    return None


_WEEKEND = Quantity(
    frozenset({("n", Fraction(2)), ("parts", (("weekday", 6), ("weekday", 7)))}), unit="day", strong=False
)
_BEHIND = (".", "-", "'")
"""Marks between the number of a day or year and what it belongs to: “1. mai”, “90-talet”."""
_LONGEST_RATIO = len("2026/2027")


def _one(found: tuple[Quantity, int] | None) -> Found | None:
    return ((found[0],), found[1]) if found else None


def _number_at(heard: Heard, at: int) -> Found | None:
    word = heard.words[at]
    if not word.isdecimal() or len(word) > len("2027"):
        return None
    if heard.known.calendar_words.begins(word):
        named = named_time(heard, at)
        if named:
            return _one(named)
    end = _behind_ordinal(heard, at + 1)
    after = heard.word(end)
    if not (after in _BEHIND or after in heard.known.calendar.links or heard.known.quantities.begins(after)):
        return None
    value = Fraction(int(word))
    return _one(date_at(heard, at, value, end) or era_at(heard, value, at, end) or decade_at(heard, value, at, end))


def _behind_ordinal(heard: Heard, at: int) -> int:
    """The place behind the ending of an ordinal: “1st”, “1:a”."""
    if at >= len(heard.tokens) or not heard.tokens[at].glued:
        return at
    endings = heard.known.ordinal_endings
    if "".join(heard.words[at : at + 2]) in endings and heard.tokens[min(at + 1, len(heard.tokens) - 1)].glued:
        return at + 2
    return at + (heard.words[at] in endings)


def _word_at(heard: Heard, at: int) -> Found | None:
    if not heard.known.calendar_words.begins(heard.words[at]):
        return None
    length, tags = heard.match(at)
    if not length or "neutral" in tags:
        return None
    before, meant = heard.known.calendar_words.match(heard.words, at)
    told = told_time(heard, at, before, meant["to"]) if "to" in meant else None
    if told:
        return _one(told)
    if "holiday" in tags:
        return holiday_at(heard, tags["holiday"], at, length)
    named = named_time(heard, at)
    if named:
        return _one(named)
    month, end = month_of(heard, at)
    if month:
        return month_at(heard, at, end - at, month)
    if "weekday" in tags:
        return _one(weekday_at(heard, tags["weekday"], at, length))
    if "weekday-short" in tags:
        return _one(short_weekday_at(heard, tags["weekday-short"], at, length))
    if "weekend" in tags:
        return _one(heard.made(_WEEKEND, at, at + length))
    if "decade" in tags:
        return _one(heard.made(Quantity(frozenset({("decade", tags["decade"])})), at, at + length))
    if "decade-before" in tags and heard.word(at + length).isdecimal():
        return _one(decade_at(heard, Fraction(int(heard.words[at + length])), at, at + length + 1, named=True))
    if "clock-hour" in tags:
        return _one(hour_word(heard, at, length, tags["clock-hour"]))
    after = heard.tokens[at + 1] if at + 1 < len(heard.tokens) else None
    if after and after.kind == "ratio" and heard.words[at] == heard.known.calendar.month_word:
        return calendar_at(heard, at + 1)
    return None

"""Which words are days of the week and months, and not “may”, “march”, “sat” or “zo” in another meaning."""

from fractions import Fraction

from polycharter.text.heard import Heard
from polycharter.text.quantity import Quantity, Reading


def month_of(heard: Heard, at: int, *, dated: bool = False) -> tuple[int, int]:
    """The month whose name, or word and number (“tháng 5”), is at a place, and where it ends; 0 where there is none.

    `dated` says that the number of a day stands before it.
    """
    length, tags = heard.match(at)
    month = tags.get("month", 0)
    if not month and length and heard.words[at] == heard.known.calendar.month_word:
        number = heard.word(at + 1)
        month, length = (int(number), 2) if number.isdecimal() and len(number) < 3 else (0, 0)
    return (month, at + length) if 1 <= month <= 12 and _is_meant(heard, at, length, dated) else (0, at)


def _is_meant(heard: Heard, at: int, length: int, dated: bool) -> bool:
    """Whether “may” and the like are meant as a month: beside a number or another month, or alone."""
    calendar = heard.known.calendar
    after = heard.word(at + length)
    if after in calendar.months_not_before and not heard.text[heard.tokens[at + length - 1].start].isupper():
        return False
    if heard.words[at] not in calendar.months_in_dates:
        return True
    if calendar.months_capital and not heard.text[heard.tokens[at].start].isupper():
        return False
    before = heard.word(at - 1)
    if dated or (after == "." and heard.tokens[at + length].glued and _goes_on(heard, at + length + 1)):
        return True
    if before.isdecimal() or after.isdecimal() or before in calendar.months_after:
        return True
    return is_alone(heard, at, at + length) or _beside_month(heard, at, at + length)


def _goes_on(heard: Heard, at: int) -> bool:
    """Whether a sentence goes on behind the full stop of an abbreviation."""
    return at < len(heard.tokens) and (
        heard.word(at) in (",", ";", ")") or heard.text[heard.tokens[at].start].islower()
    )


def is_alone(heard: Heard, at: int, end: int) -> bool:
    """Whether nothing but marks stands beside these words."""
    return all(token.kind == "mark" for place, token in enumerate(heard.tokens) if not at <= place < end)


def _beside_month(heard: Heard, at: int, end: int) -> bool:
    """Whether another month is joined to one: “May to August”, “April, May and June”."""
    joins = heard.known.ranges | {","}
    end += heard.word(end) == "."
    if heard.word(end) in joins and "month" in heard.match(end + 1)[1]:
        return True
    before = at - 2 - (heard.word(at - 2) == ".")
    return heard.word(at - 1) in joins and "month" in heard.match(before)[1]


def weekday_at(heard: Heard, day: int, at: int, length: int) -> tuple[Quantity, int]:
    """A day of the week, which Vietnamese counts: “thứ hai” is Monday and the second."""
    readings: set[Reading] = {("weekday", day)}
    counted = heard.words[at] in heard.known.ordinal_before
    if counted:
        readings.add(("n", Fraction(day + 1)))
    return heard.made(Quantity(frozenset(readings), strong=not counted), at, at + length)


def short_weekday_at(heard: Heard, day: int, at: int, length: int) -> tuple[Quantity, int] | None:
    """A day of the week in short, which can be another word: “ma–vr”, “Sat 9–13”, “Ds.” alone; else None."""
    end = at + length
    joined = _joins_weekday(heard, end, 1) or _joins_weekday(heard, at - 1, -1)
    listed = _joins_weekday(heard, end, 1, ",") or _joins_weekday(heard, at - 1, -1, ",")
    alone = is_alone(heard, at, end)
    capital = heard.text[heard.tokens[at].start].isupper()
    behind = end + (heard.word(end) in (".", ":"))
    hours = behind < len(heard.tokens) and _is_hour(heard, behind, capital)
    if not (joined or listed or alone or hours):
        return None
    strong = (joined or capital) and not alone  # “Sat” alone may be a name
    return heard.made(Quantity(frozenset({("weekday", day)}), strong=strong), at, end)


def _is_hour(heard: Heard, at: int, capital: bool) -> bool:
    """Whether hours or a date follow the short form of a day: “Sat 9–13”, “za 10–14 uur”, “CN 3/5”."""
    kind = heard.tokens[at].kind
    if "clock-before" in heard.match(at)[1]:
        return True
    if kind == "number" and not capital:
        return heard.word(at + 1) in heard.known.ranges or "clock-after" in heard.match(at + 1)[1]
    return kind in ("number", "time", "date") or (kind == "ratio" and capital)


def _joins_weekday(heard: Heard, at: int, step: int, mark: str = "") -> bool:
    """Whether behind the place (before it, for -1) a range or the mark joins another day of the week."""
    if heard.word(at) == ".":
        at += step
    if step > 0 and at < len(heard.tokens) and heard.tokens[at].kind == "part" and heard.tokens[at].glued:
        return _is_weekday(heard, at, step)
    if step < 0 and 0 <= at < len(heard.tokens) - 1 and heard.tokens[at + 1].kind == "part":
        return heard.tokens[at + 1].glued and _is_weekday(heard, at, step)
    for length in (1,) if mark else range(1, 5):
        words = heard.words[at : at + length] if step > 0 else heard.words[max(at - length + 1, 0) : at + 1]
        if (" ".join(words) in heard.known.ranges or words == ["/"]) if not mark else words == [mark]:
            beyond = at + step * length
            return _is_weekday(heard, beyond + step * (heard.word(beyond) == "."), step)
    return False


def _is_weekday(heard: Heard, at: int, step: int) -> bool:
    """Whether a day of the week, or its short form, begins at a place, or ends there for -1."""
    for start in (at,) if step > 0 else (at, at - 1):
        length, tags = heard.match(start)
        if ("weekday" in tags or "weekday-short" in tags) and (step > 0 or start + length == at + 1):
            return True
    return False

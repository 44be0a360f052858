"""What numbers that stand together mean together: ranges, “one in three”, “twice a year”, “seven euros fifty”."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from polycharter.text.clock import shared_times
from polycharter.text.dates import said_again, shared_dates
from polycharter.text.heard import Heard
from polycharter.text.quantity import CENTS, PER, TIMES, Quantity


def together(heard: Heard, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a text, each understood with those beside it."""
    if len(found) > 1:
        found = list(said_again(found))[::-1]
        _ranges(heard, found)
        _shares(heard, found)
        return list(_prices(heard, list(_rates(heard, found))))
    return found


def _ranges(heard: Heard, found: list[Quantity]) -> None:
    """Of “two to three days”, “2–3 days” and “€2–3”, both ends get the unit, of “1 to 2 million” the million."""
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        between = heard.words[one.end : other.at]
        if not other.strong if not between else " ".join(between) not in heard.known.ranges:
            continue  # “hai ba ngày” is two to three days, “twice a year” no range
        if not one.unit and other.unit:
            one = one._replace(unit=other.unit)
        elif one.unit in CENTS and not other.unit and between:
            found[index + 1] = other._replace(unit=one.unit)
        factor = _factor(heard, other)
        if factor > 1 and between and _factor(heard, one) == 1:
            more = {
                ("n", value * factor) for kind, value in one.readings if kind == "n" and isinstance(value, Fraction)
            }
            one = one._replace(readings=one.readings | more)
        if between:
            one, other = shared_times(heard, *shared_dates(one, found[index + 1]), found[index - 1] if index else None)
            found[index + 1] = other
        found[index] = one


def _factor(heard: Heard, quantity: Quantity) -> Fraction:
    """By what a number is multiplied that ends in a word such as “million”."""
    factors = (heard.match(at)[1].get("multipliers", Fraction(1)) for at in range(quantity.at + 1, quantity.end))
    return max(factors, default=Fraction(1))


def _shares(heard: Heard, found: list[Quantity]) -> None:
    """“One in three” is a third: the three gets it as another reading, and the one is not missed."""
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        length, tags = heard.match(one.end)
        if one.value != 1 or one.unit or "share" not in tags or one.end + length != other.at:
            continue
        if other.value is not None and 2 <= other.value <= 1000:
            found[index] = one._replace(strong=False)
            found[index + 1] = other._replace(readings=other.readings | {("share", 1 / other.value)})


def _rates(heard: Heard, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """“Twice a year” and “a year two times” become one quantity, how often something is in what time."""
    index = 0
    while index < len(found):
        one = found[index]
        other = found[index + 1] if index + 1 < len(found) else None
        if other and _is_time(heard, other) and _counts(one) and _says_per(heard, one, other):
            unit = PER + other.unit.removeprefix(PER)
            one, index = one._replace(unit=unit, end=other.end, said=heard.said(one.at, other.end)), index + 1
        elif other and _is_time(heard, one) and _counts(other) and _times_follow(heard, one, other):
            unit = PER + one.unit.removeprefix(PER)
            one, index = other._replace(unit=unit, at=one.at, said=heard.said(one.at, other.end)), index + 1
        elif other and one.value == 1 and _counts(one) and other.unit in TIMES and _says_times(heard, one, other):
            one = one._replace(strong=False)  # “1 keer per 2 weken” is every two weeks
        elif other and _is_turn(heard, one, other):
            one, index = one._replace(end=other.end, said=heard.said(one.at, other.end)), index + 1
        elif other and _is_time(heard, other) and one.span and one.span == other.span and _says_per(heard, one, other):
            said = heard.said(one.at, other.end)
            one, index = one._replace(strong=False, end=other.end, said=said), index + 1  # “seven days a week”: all
        yield one
        index += 1


def _is_time(heard: Heard, quantity: Quantity) -> bool:
    """Whether it is “year”, “a year” or “per year”, but not “the first year”."""
    if quantity.value != 1 or quantity.strong or quantity.unit.removeprefix(PER) not in TIMES:
        return False
    return quantity.bare or quantity.unit.startswith(PER) or heard.word(quantity.at) in heard.known.per


def _counts(quantity: Quantity) -> bool:
    return quantity.value is not None and not quantity.unit and not quantity.slot


def _says_per(heard: Heard, one: Quantity, time: Quantity) -> bool:
    """Whether nothing but “times”, “a”, “per” and the like stands between a number and a unit of time."""
    known = heard.known
    between = heard.words[one.end : time.at]
    per = set(between) & known.per or not time.bare
    return bool(per) and len(between) <= _BETWEEN and set(between) <= known.times | known.per


def _says_times(heard: Heard, one: Quantity, time: Quantity) -> bool:
    """Whether “times per” stands between a number and a time."""
    between = set(heard.words[one.end : min(time.at, one.end + _BETWEEN + 1)])
    return bool(between & heard.known.times) and between <= heard.known.times | heard.known.per


_BETWEEN = 3


def _times_follow(heard: Heard, time: Quantity, count: Quantity) -> bool:
    """Whether a number stands right behind a unit of time and is followed by “times”."""
    return time.end == count.at and heard.word(count.end) in heard.known.times


def _is_turn(heard: Heard, time: Quantity, once: Quantity) -> bool:
    """Whether “once” stands behind a time: “2 ngày 1 lần”, every two days."""
    return once.value == 1 and _counts(once) and time.unit in TIMES and _times_follow(heard, time, once)


def _prices(heard: Heard, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """“Seven euros fifty” and “7 euros and 50 cents” become one sum."""
    index = 0
    while index < len(found):
        one = found[index]
        other = found[index + 1] if index + 1 < len(found) else None
        if other and one.value is not None and one.unit in CENTS and _is_change(heard, one, other):
            sum = one.value + (other.value or 0) / 100
            said = heard.said(one.at, other.end)
            one, index = (
                one._replace(readings=frozenset({("n", sum)}), strong=True, end=other.end, said=said),
                index + 1,
            )
        yield one
        index += 1


def _is_change(heard: Heard, one: Quantity, other: Quantity) -> bool:
    """Whether a number that follows a sum of money is cents of it."""
    if other.value is None or other.value.denominator != 1 or not 1 <= other.value <= 99:
        return False
    if one.bare or other.bare or other.slot:
        return False
    between = heard.words[one.end : other.at]
    if other.unit == CENTS[one.unit]:
        return not between or (len(between) == 1 and between[0] in heard.known.ranges)
    return not between and not other.unit and other.strong and other.value >= 10

"""Dates, days and times of two sides that are the same said otherwise, and those that are another one's."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from polycharter.text.quantity import Quantity, Reading

KINDS = ("weekday", "date", "month", "time", "holiday", "century", "decade")
"""What a quantity can be other than a number; what is the first of these is what it is called."""


def settle(ours: list[Quantity], theirs: list[Quantity]) -> None:
    """Takes away what is the same day or time, of quantities that have no partner yet."""
    for same in (_same_of_its_kind, _same_hour):
        candidates = list(filter(_is_of_the_calendar, theirs))
        for one in filter(_is_of_the_calendar, list(ours)):
            partner = next((each for each in candidates if same(one, each)), None)
            if partner:
                ours.remove(one)
                theirs.remove(partner)
                candidates.remove(partner)
    _take_apart(ours, theirs)
    _take_apart(theirs, ours)


def opposed(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Sequence[Quantity], Sequence[Quantity]]:
    """Of each side, the days and times where the other side has another one of that kind."""
    pairs = list(_opposed(ours, theirs))
    return [one for one, _ in pairs], [other for _, other in pairs]


def _opposed(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    left = list(theirs)
    for one in ours:
        kinds = _kinds(one)
        other = next((each for each in left if kinds & _kinds(each)), None) if kinds else None
        if other:
            left.remove(other)
            yield one, other


def kind_of(quantity: Quantity) -> str:
    """What a quantity is first of all, one of `KINDS`; empty for a plain number."""
    kinds = _kinds(quantity)
    return next((kind for kind in KINDS if kind in kinds), "")


def _kinds(quantity: Quantity) -> set[str]:
    """The kinds that it can only be: a mere number that may be an hour or a day is none."""
    kinds = {kind for kind, _ in quantity.readings}
    plain = {"n", "code"} & kinds
    return (
        kinds & set(KINDS)
        if not plain or kinds & {"weekday", "century", "decade"} or quantity.unit == "hour"
        else set()
    )


def _is_of_the_calendar(quantity: Quantity) -> bool:
    return any(kind in KINDS or kind == "perhaps" for kind, _ in quantity.readings)


def _same_of_its_kind(one: Quantity, other: Quantity) -> bool:
    return any(kind in KINDS for kind, _ in one.readings & other.readings)


def _same_hour(one: Quantity, other: Quantity) -> bool:
    """Whether a bare number is the hour of a time of day on the other side: “nine to five”."""
    return (
        _hours(one, "perhaps") & _hours(other, "time") != set()
        or _hours(one, "time") & _hours(other, "perhaps") != set()
    )


def _hours(quantity: Quantity, kind: str) -> set[object]:
    return {value for each, value in quantity.readings if each == kind}


def _take_apart(whole: list[Quantity], parts: list[Quantity]) -> None:
    """Takes away what is one quantity here and several there: “24 December” and “24-12”, a weekend and its days."""
    for one in list(whole):
        for alternative in _parts(one):
            found: list[Quantity] = []
            for reading in alternative:
                found += [each for each in parts if reading in each.readings and each not in found][:1]
            if len(found) == len(alternative):
                whole.remove(one)
                for each in found:
                    parts.remove(each)
                break


def _parts(quantity: Quantity) -> Iterator[tuple[Reading, ...]]:
    """What a quantity is where it is said in parts."""
    if quantity.unit in ("weekday", "working-day") and quantity.bare:
        yield ("weekday", 1), ("weekday", 5)
    for kind, value in quantity.readings:
        if kind == "parts" and isinstance(value, tuple):
            yield value
        elif kind == "date" and isinstance(value, tuple):
            year, month, day = value
            years: tuple[Reading, ...] = (("n", Fraction(year)),) if year else ()
            days: Reading = ("n", Fraction(day))
            if years:
                yield ("date", (0, month, day)), *years
            yield days, ("n", Fraction(month)), *years
            yield days, ("month", month), *years

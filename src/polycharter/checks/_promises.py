"""The two sides of a translation as the checks of promises compare them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polycharter.checks._days_and_times import opposed, settle
from polycharter.checks._sides import Side, sides
from polycharter.model.review import Review
from polycharter.text.lexicon import lexicon
from polycharter.text.limits import Limits, limits
from polycharter.text.numbers import quantities
from polycharter.text.quantity import PER, Quantity
from polycharter.text.tokens import spoken


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation, without markup; `side` is where they come from."""

    side: Side
    source: str
    target: str


@lru_cache(maxsize=2)
def pairs(review: Review) -> tuple[Pair, ...]:
    """Every text of every finished translation beside its source."""
    return tuple(Pair(side, spoken(side.source), spoken(side.target)) for side in sides(review))


def known_pairs(review: Review) -> Iterator[tuple[Limits, Limits, Pair]]:
    """The limits of every text on both sides; nothing where a language has no lexicon."""
    if unknown_words(review):
        return
    for pair in pairs(review):
        yield limits(pair.source, review.source), limits(pair.target, review.locale), pair


def unknown_words(review: Review) -> str:
    """Why the words of a catalogue are not compared; empty where both languages are known."""
    for locale in (review.source, review.locale):
        if lexicon(locale) is None:
            return f"no words for numbers, units and limits in “{locale}”"
    return ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The numbers of two texts: `units` are pairs that differ in the unit alone, the rest has no partner."""

    units: tuple[tuple[Quantity, Quantity], ...]
    lost: tuple[Quantity, ...]
    added: tuple[Quantity, ...]
    spans: tuple[tuple[Quantity, Quantity], ...] = ()


@lru_cache(maxsize=50_000)
def compared(source: str, target: str, source_locale: str, locale: str) -> Comparison:
    """The numbers of both sides, paired by value and unit wherever they can be."""
    ours, theirs = list(quantities(source, source_locale)), list(quantities(target, locale))
    if not ours and not theirs:
        return Comparison((), (), ())
    if len(ours) > _MOST and len(theirs) > _MOST:
        ours, theirs = _without_equals(ours, theirs)
    for strong, other in ((True, True), (True, False), (False, True), (False, False)):
        for same in (_same_and_unit, _same if strong or other else _same_period):
            _pair(ours, theirs, strong, other, same)
    settle(ours, theirs)
    units = tuple(_differing(ours, theirs))
    others = opposed(ours, theirs)
    lost = tuple(each for each in ours if _is_missed(each, target) or each in others[0])
    added = tuple(each for each in theirs if (each.strong and not each.slot) or each in others[1])
    return Comparison(units, lost, added, tuple(_spans(ours, theirs)))


def _is_missed(quantity: Quantity, target: str) -> bool:
    """Whether a number that has no partner is lost: no part of a name that the translation keeps (“Vijf Hoeken”)."""
    named = quantity.at > 0 and quantity.said[:1].isupper() and quantity.said.isalpha() and quantity.said in target
    return quantity.strong and not quantity.slot and not named


_MOST = 100
"""Quantities of each side that meet each other. Where a text has more, those with an equal are taken away first."""


def _without_equals(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Both sides without the quantities that are there on the other side in every respect, as often as they are."""
    shared = Counter(map(_respects, ours)) & Counter(map(_respects, theirs))
    return _rest(ours, shared.copy())[:_MOST], _rest(theirs, shared)[:_MOST]


def _rest(quantities: Sequence[Quantity], shared: Counter[tuple[object, ...]]) -> list[Quantity]:
    rest: list[Quantity] = []
    for each in quantities:
        if shared[_respects(each)] > 0:
            shared[_respects(each)] -= 1
        else:
            rest.append(each)
    return rest


def _respects(quantity: Quantity) -> tuple[object, ...]:
    return quantity.readings, quantity.unit, quantity.strong, quantity.slot, quantity.bare


Same = Callable[[Quantity, Quantity], bool]


def _pair(ours: list[Quantity], theirs: list[Quantity], strong: bool, other: bool, same: Same) -> None:
    """Takes away the quantities that have a partner."""
    for one in [each for each in ours if (each.strong or bool(each.slot)) == strong]:
        partner = next((each for each in theirs if (each.strong or bool(each.slot)) == other and same(one, each)), None)
        if partner:
            ours.remove(one)
            theirs.remove(partner)


def _same_and_unit(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and _same(one, other)


def _same(one: Quantity, other: Quantity) -> bool:
    if one.slot or other.slot:
        return one.slot == other.slot and _fits(one.unit, other.unit)
    if other.bare and one.in_digits and one.value == 1 and not other.unit.startswith(PER):
        return False  # “within 1 hour” is not “within hour”
    if _is_article(one, other) or _is_article(other, one):
        return False
    if one.unit and other.unit and one.money & other.money:
        return True
    if one.unit in _OF_SHARES and other.unit in _OF_SHARES and one.share is not None and one.share == other.share:
        return True
    if one.span and other.span and (one.span == other.span or _as_hours(one) == _as_hours(other)):
        return True
    shared = {each for each in one.readings & other.readings if each[0] != "perhaps"}
    if any(kind == "date" for kind, _ in one.readings) or any(kind == "date" for kind, _ in other.readings):
        return bool(shared) or _same_day(one, other)
    return any(kind == "time" for kind, _ in shared) or (bool(shared) and _fits(one.unit, other.unit))


_OF_SHARES = ("", "percent")


def _is_article(one: Quantity, other: Quantity) -> bool:
    """Whether it is a mere “a”, which is none of the digits of “1 hour”."""
    return not (one.strong or one.unit or one.slot) and other.in_digits and one.value == 1 and other.span is not None


def _same_period(one: Quantity, other: Quantity) -> bool:
    """Whether two that nobody misses have the same unit: “a” is no partner of “a day”, which another one may miss."""
    return bool(one.unit and other.unit) and _same(one, other)


def _same_day(one: Quantity, other: Quantity) -> bool:
    """Whether two dates are the same but for a year that one of them leaves out."""
    dates = [
        [value for kind, value in each.readings if kind == "date" and isinstance(value, tuple)] for each in (one, other)
    ]
    return any(a[1:] == b[1:] and 0 in (a[0], b[0]) for a in dates[0] for b in dates[1])


def _as_hours(quantity: Quantity) -> object:
    """The length of time in seconds where a day and a night may be meant by it."""
    span = quantity.span
    if span is None or span[0] not in ("clock", "day"):
        return quantity
    return span[1] * (86400 if span[0] == "day" else 1) if "day-night" in quantity.unit or span[0] == "clock" else span


def _fits(unit: str, other: str) -> bool:
    """Whether two units can be one: the same, or one that is not written or not a unit of time or money."""
    if unit == other:
        return True
    if not unit or not other:
        return not {unit, other} & {"percent", "EUR", "USD", "GBP", "SEK", "VND"}
    return {unit.removeprefix(PER), other.removeprefix(PER)} <= {"day", "day-night"} or (
        unit == "weekday" and other in ("day", "working-day")
    )


def _differing(ours: list[Quantity], theirs: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Takes away and yields pairs of one value whose units differ."""
    for one in list(ours):
        for other in list(theirs):
            if not one.slot and not other.slot and not _equal(one, other):
                continue
            if one.slot == other.slot and ((one.unit and other.unit) or not _fits(one.unit, other.unit)):
                if one.slot and not (one.unit and other.unit):
                    continue
                ours.remove(one)
                theirs.remove(other)
                yield one, other
                break


def _equal(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are equal; one of two spans need not say its own outright: “two weeks”, “varannan månad”."""
    shared = {value for kind, value in one.readings & other.readings if kind == "n"}
    if one.strong and other.strong:
        return bool(shared)
    return (one.strong or other.strong) and bool(one.span and other.span) and any(value != 1 for value in shared)


def _spans(ours: list[Quantity], theirs: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Lengths of time without a number that differ: “every month” and “elk jaar”."""
    left, right = ([each for each in side if _is_period(each)] for side in (ours, theirs))
    yield from zip(left, right, strict=False)


def _is_period(quantity: Quantity) -> bool:
    """Whether it is a time that may be loosely said: “month”, “every day”, “an hour”, but not “the day”."""
    if quantity.strong or quantity.slot:
        return False
    if quantity.unit.startswith(PER) or quantity.unit in _LONG:
        return True
    return quantity.unit in _SHORT and not quantity.bare and quantity.value is not None and quantity.value <= 1


_LONG = ("week", "month", "quarter", "four-months", "half-year", "year", "fortnight")
_SHORT = ("minute", "hour", "day", "working-day", "day-night")

"""Which limits of a source a translation keeps."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, product

from polycharter.text.limits import BOUNDS, DENIED, Limit, Limits
from polycharter.text.quantity import Quantity

KEEPS: Mapping[str, tuple[str, ...]] = {
    "at-least": ("at-least",),
    "at-most": ("at-most", "within", "until", "before", "less-than"),
    "more-than": ("more-than",),
    "less-than": ("less-than",),
    "within": ("within", "at-most", "less-than"),
    "until": ("until", "at-most"),
}
"""What may stand in a translation for each bound of the source."""

_ADDED = ("at-least", "at-most", "more-than", "less-than")
"""The bounds that are reported where the source has none."""


def keeps(ours: Limit, theirs: Limit) -> bool:
    """Whether a bound of a translation may stand for one of the source, said straight or by denying its opposite."""
    if ours.denial >= 0 and theirs.denial >= 0:
        return theirs.kind in KEEPS.get(ours.kind, ())
    return any(_meant(theirs) & {*KEEPS.get(kind, ())} for kind in _meant(ours))


def _meant(limit: Limit) -> Set[str]:
    """The kinds that a bound may have: its own, as a “no” before it may deny something else, and what that makes it."""
    return {limit.kind} if limit.denial < 0 else {limit.kind, DENIED[limit.kind]}


@dataclass(frozen=True, slots=True)
class Change:
    """A limit that was lost (`theirs` is what stands there instead, if anything) or added (`ours` is None)."""

    ours: Limit | None
    theirs: Limit | None


def changed_bounds(source: Limits, target: Limits) -> Iterator[Change]:
    """The bounds that were lost, turned or added."""
    lost = list(_lost(source, target))
    yield from lost
    if lost:
        return
    for theirs in target.found:
        limits = theirs.kind in _ADDED and theirs.strong and theirs.quantity is not None
        if limits and not any(keeps(each, theirs) for each in source.found):
            yield Change(None, theirs)
            return
    yield from _turned(source.found, target.found)


def _lost(source: Limits, target: Limits) -> Iterator[Change]:
    for kind, denied in product(BOUNDS, (False, True)):
        wanted = [each for each in source.found if each.kind == kind and each.strong and (each.denial >= 0) == denied]
        if not wanted:
            continue
        keeping = [each for each in target.found if keeps(wanted[0], each)]
        limited = {each.quantity for each in keeping if each.quantity is not None}
        kept = Counter(map(_key, _with_neighbours(limited, target.quantities)))
        there = Counter(map(_key, target.quantities))
        keys = Counter(_key(each.quantity) for each in wanted)
        astray = sum(each.strong and each.quantity is not None and _key(each.quantity) not in keys for each in keeping)
        for each in wanted:
            key = _key(each.quantity)
            enough = keys[key] if there[key] >= keys[key] else 1
            if there[key] and kept[key] < enough and astray:
                astray -= 1
            elif kept[key] < enough if there[key] else not keeping:
                yield Change(each, _instead(target.found, kind, source.found))
                return


def unlimited(change: Change, target: Limits) -> Quantity | None:
    """The quantity of a translation that lost its limit, where it can be told."""
    key = _key(change.ours.quantity) if change.ours else None
    limited = [each.quantity for each in target.found if change.ours and keeps(change.ours, each)]
    return next((each for each in target.quantities if _key(each) == key and each not in limited), None)


def _with_neighbours(limited: set[Quantity], found: Sequence[Quantity]) -> set[Quantity]:
    """The quantities with a limit, and those that share it: “within {a} or {b}”."""
    kept = set(limited)
    for one, other in pairwise(found):
        if other.at - one.end <= _JOINED and one in kept:
            kept.add(other)
    return kept


_JOINED = 1
"""Words between two quantities that share a limit."""


def _key(quantity: Quantity | None) -> object:
    """What identifies a quantity on both sides."""
    if quantity is None:
        return None
    named = (each for each in sorted(quantity.readings, key=str) if each[0] in ("date", "weekday", "month", "time"))
    return quantity.slot or next(named, quantity.value)


def _instead(target: Sequence[Limit], kind: str, source: Sequence[Limit]) -> Limit | None:
    """The bound that stands in the translation and not in the source."""
    ours = {each.kind for each in source}
    others = ("after", "before", *BOUNDS)
    for each in target:
        if each.strong and each.kind in others and each.kind not in ours and each.kind != kind:
            return each
    return None


def _turned(source: Sequence[Limit], target: Sequence[Limit]) -> Iterator[Change]:
    """“Before” that became “after”, and the other way round."""
    for kind, other in (("before", "after"), ("after", "before")):
        ours = [each for each in source if each.kind == kind and each.strong]
        theirs = [each for each in target if each.kind == other and each.strong]
        if not ours or not theirs:
            continue
        if not any(each.kind == other for each in source) and not any(each.kind == kind for each in target):
            yield Change(ours[0], theirs[0])
            return

"""Which limits of a source a translation keeps."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from polycharter.text.limits import BOUNDS, DENIED, Limit, Limits
from polycharter.text.quantity import Quantity, Reading

KEEPS: Mapping[str, tuple[str, ...]] = {
    "at-least": ("at-least",),
    "at-most": ("at-most", "within", "until", "before"),
    "more-than": ("more-than",),
    "less-than": ("less-than",),
    "within": ("within", "at-most", "less-than"),
    "until": ("until", "at-most", "less-than"),
}
"""What may stand in a translation for each bound of the source."""

Key = Callable[[Quantity | None], object]
"""What identifies a quantity on both sides."""

Ahead = Callable[[Limit, Limit], bool]
"""Whether one bound says “at the latest so long before” and the other one “at least so long before”."""

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
    if any(each.strong and each.kind in BOUNDS for each in (*source.found, *target.found)):
        key, ahead = keys_of(source), _ahead_of(source, target)
        yield from _lost(source, target, key, ahead)
        yield from _added(source, target, key, ahead)
        yield from _from_until(source, target, key)
        yield from _after_within(source, target)
    yield from _turned(source.found, target.found)


def _added(source: Limits, target: Limits, key: Key, ahead: Ahead) -> Iterator[Change]:
    for theirs in target.found:
        limits = theirs.kind in _ADDED and theirs.strong and theirs.quantity is not None
        if limits and not any(
            keeps(each, theirs) or only_so_many(each, theirs, key) or ahead(each, theirs) for each in source.found
        ):
            yield Change(None, theirs)


def _ahead_of(source: Limits, target: Limits) -> Ahead:
    ours_lead, theirs_lead = _leads(source), _leads(target)

    def ahead(ours: Limit, theirs: Limit) -> bool:
        leads = {(ours.kind, ours_lead.get(ours.at)), (theirs.kind, theirs_lead.get(theirs.at))}
        return leads == {("at-most", "latest"), ("at-least", "before")}

    return ahead


def _leads(side: Limits) -> Mapping[int, str]:
    """Where a text says “at the latest” (`latest`), and where it says at least how long before something (`before`)."""
    earliest = {each.at for each in side.found if each.kind == "earliest"}
    before = {each.sentence: each.at for each in side.found if each.kind == "before"}
    leads = {each.at: "latest" for each in side.found if each.kind == "latest"}
    for each in side.found:
        lasts = each.quantity is not None and (bool(each.quantity.slot) or each.quantity.span is not None)
        if each.kind == "at-least" and lasts and each.at not in earliest and before.get(each.sentence, -1) > each.at:
            leads[each.at] = "before"
    return leads


def _lost(source: Limits, target: Limits, key: Key, ahead: Ahead) -> Iterator[Change]:
    for kind, denied in product(BOUNDS, (False, True)):
        wanted = [each for each in source.found if each.kind == kind and each.strong and (each.denial >= 0) == denied]
        if not wanted:
            continue
        keeping = [
            each
            for each in target.found
            if keeps(wanted[0], each)
            or ahead(wanted[0], each)
            or (kind == "at-most" and each.kind == "only" and each.quantity)
        ]
        limited = {quantity for each in keeping if (quantity := each.quantity or each.far) is not None}
        kept = Counter(map(key, _with_neighbours(limited, target.quantities)))
        there = Counter(map(key, target.quantities))
        keys = Counter(key(each.quantity) for each in wanted)
        others = [each for each in keeping if each.strong and each.quantity and key(each.quantity) not in keys]
        astray = sum(each.kind in BOUNDS and not _belongs(each, source.found, key) for each in others)
        for each in wanted:
            one = key(each.quantity)
            enough = keys[one] if there[one] >= keys[one] else 1
            if there[one] and kept[one] < enough and astray:
                astray -= 1
            elif kept[one] < enough if there[one] else not keeping:
                yield Change(each, _instead(target.found, each, source.found, key))
                return


def only_so_many(ours: Limit, theirs: Limit, key: Key) -> bool:
    """Whether a bound says what an “only” before a number does: “only two bags” are two at most."""
    said = ours.kind == "only" and ours.quantity is not None and theirs.kind == "at-most"
    return said and key(ours.quantity) == key(theirs.quantity)


def _belongs(theirs: Limit, source: Sequence[Limit], key: Key) -> bool:
    """Whether the quantity of a bound has bounds in the source too, but other ones: the two were swapped."""
    ours = [each for each in source if each.kind in BOUNDS and each.strong and _on_one(each, theirs, key)]
    return bool(ours) and not any(keeps(each, theirs) for each in ours)


def _on_one(one: Limit, other: Limit, key: Key) -> bool:
    return one.quantity is not None and other.quantity is not None and key(one.quantity) == key(other.quantity)


def unlimited(change: Change, source: Limits, target: Limits) -> Quantity | None:
    """The quantity of a translation that lost its limit, where it can be told."""
    if change.ours is None or change.ours.quantity is None:
        return None
    key = keys_of(source)
    one = key(change.ours.quantity)
    limited = [each.quantity for each in target.found if keeps(change.ours, each)]
    return next((each for each in target.quantities if key(each) == one and each not in limited), None)


def _with_neighbours(limited: set[Quantity], found: Sequence[Quantity]) -> set[Quantity]:
    """The quantities with a limit, and those that share it: “within {a} or {b}”."""
    kept = set(limited)
    for one, other in pairwise(found):
        if other.at - one.end <= _JOINED and one in kept:
            kept.add(other)
    return kept


_JOINED = 1
"""Words between two quantities that share a limit."""


def keys_of(source: Limits) -> Key:
    """Tells quantities by what they can be in the source: “4 giờ” may be four hours or a time of day."""
    known: dict[Reading, Reading] = {}
    for quantity in source.quantities:
        readings = sorted(quantity.readings, key=_by_kind)
        for reading in readings:
            known.setdefault(reading, readings[0])

    @cache
    def key(quantity: Quantity | None) -> object:
        if quantity is None or quantity.slot:
            return quantity and quantity.slot
        readings = sorted(quantity.readings, key=_by_kind)
        return next((known[each] for each in readings if each in known), readings[0] if readings else None)

    return key


def _by_kind(reading: Reading) -> tuple[bool, bool, str]:
    """Dates and days first, times last: nearly every hour can be one."""
    kind, _ = reading
    return kind == "time", kind == "n", str(reading)


def _instead(target: Sequence[Limit], lost: Limit, source: Sequence[Limit], key: Key) -> Limit | None:
    """The bound that stands in the translation and not in the source, or else beside the same quantity."""
    ours = {each.kind for each in source}
    others = [each for each in target if each.strong and each.kind in ("after", "before", *BOUNDS)]
    instead = (each for each in others if each.kind not in ours)
    swapped = (each for each in others if each.kind != lost.kind and _on_one(lost, each, key))
    return next(instead, None) or next(swapped, None)


def _is_kept(limit: Limit, side: Sequence[Limit], other: Sequence[Limit]) -> bool:
    """Whether a phrase is also a bound that the other side has: “abans d’una hora” is “within an hour”."""
    also = [each for each in side if each.at == limit.at and each.kind in BOUNDS and each.quantity is not None]
    return any(keeps(each, bound) or keeps(bound, each) for each in also for bound in other if bound.kind in BOUNDS)


def _after_within(source: Limits, target: Limits) -> Iterator[Change]:
    """“After” that became “within”."""
    ours = next((each for each in source.found if each.kind == "after" and each.strong), None)
    if ours is None or any(each.kind == "after" for each in target.found):
        return
    for theirs in target.found:
        limits = theirs.kind == "within" and theirs.strong and theirs.quantity is not None
        if limits and not any(keeps(each, theirs) for each in source.found):
            yield Change(ours, theirs)


def _from_until(source: Limits, target: Limits, key: Key) -> Iterator[Change]:
    """“From” that became “until” of the same day or number."""
    for theirs in target.found:
        if theirs.kind != "until" or not theirs.strong or any(keeps(each, theirs) for each in source.found):
            continue
        begins = (each for each in source.found if each.kind == "at-least" and _on_one(each, theirs, key))
        ours = next(begins, None)
        if ours and not any(each.kind == "at-least" and _on_one(each, ours, key) for each in target.found):
            yield Change(ours, theirs)


def _turned(source: Sequence[Limit], target: Sequence[Limit]) -> Iterator[Change]:
    """“Before” that became “after”, and the other way round."""
    for kind, other in (("before", "after"), ("after", "before")):
        ours = [each for each in source if each.kind == kind and each.strong and not _is_kept(each, source, target)]
        theirs = [each for each in target if each.kind == other and each.strong and not _is_kept(each, target, source)]
        if not ours or not theirs:
            continue
        if not any(each.kind == other for each in source) and not any(each.kind == kind for each in target):
            yield Change(ours[0], theirs[0])
            return

"""Texts that were split into several, or joined from several."""

from collections import defaultdict
from collections.abc import Mapping

from polycharter.catalogue.similar import Prepared, Side

_CONTAINED = 0.75
_COVERED = (0.6, 1.3)
_DIFFERENT = 0.85
_MOST = 0.9


def assemblies(wholes: Side, parts: Side, pairs: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """For each whole that is made up of two or more parts, their indexes in order.

    `pairs` says which part belongs to which whole by its likeness; a part that belongs to another one is left alone.
    Short texts and headings are no parts: that a heading's words stand in a sentence says nothing.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for number, part in enumerate(parts.prepared):
        if not part.guessable:
            continue
        own = pairs.get(number)
        for whole in wholes.near(part) if own is None else [own]:
            if _contains(wholes.prepared[whole], part):
                found[whole].append(number)
                break
    owned = {whole: part for part, whole in pairs.items()}
    return {
        whole: tuple(numbers)
        for whole, numbers in found.items()
        if owned.get(whole, numbers[0]) in numbers
        and _make_up(wholes.prepared[whole], [parts.prepared[number] for number in numbers])
    }


def _contains(whole: Prepared, part: Prepared) -> bool:
    if not whole.guessable or len(part.words) > _MOST * len(whole.words):
        return False
    return len(set(part.features) & set(whole.features)) >= _CONTAINED * len(part.features)


def _make_up(whole: Prepared, parts: list[Prepared]) -> bool:
    """Whether the parts are several, cover the whole and do not say the same."""
    least, most = _COVERED
    length = sum(len(part.words) for part in parts)
    together = len({feature for part in parts for feature in part.features})
    return (
        len(parts) > 1
        and least * len(whole.words) <= length <= most * len(whole.words)
        and together >= _DIFFERENT * sum(len(part.features) for part in parts)
    )

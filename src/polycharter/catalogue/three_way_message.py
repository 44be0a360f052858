"""The messages of two versions of a catalogue made from a third: what is not the translator's in it."""

from dataclasses import replace
from typing import Any

from polycharter.catalogue.header import header_field
from polycharter.catalogue.three_way_header import moment
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.message import Key

_NOTHING = object()


def merge_messages(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> Catalogue:
    """A template: a message is in it if both sides have it or one of them added it.

    The order is that of the side that changed it, ours where both did; what the other one added stands behind what it
    stood behind there. Comments, flags, references and plural are those of the side that changed them; where both
    did, of the newer template. The header is the newer template's.
    """
    old, mine, other = base.live(), ours.live(), theirs.live()
    keys = _order(list(old), list(mine), list(other))
    created = [moment(header_field(side.header, "POT-Creation-Date")) for side in (ours, theirs)]
    theirs_newer = created[1] > created[0]
    entries = (_message(old.get(key), mine.get(key), other.get(key), theirs_newer) for key in keys)
    return Catalogue(tuple(entries), theirs.header if theirs_newer else ours.header)


def _order(old: list[Key], mine: list[Key], other: list[Key]) -> list[Key]:
    before, here, there = set(old), set(mine), set(other)
    kept = (here & there) | ((here | there) - before)
    first, second = (other, mine) if mine == old else (mine, other)
    ordered = [key for key in first if key in kept]
    placed = set(ordered)
    behind: dict[Key | None, list[Key]] = {}
    previous: Key | None = None
    for key in second:
        if key in placed:
            previous = key
        elif key in kept:
            behind.setdefault(previous, []).append(key)
    return [*behind.get(None, ()), *(each for key in ordered for each in (key, *behind.get(key, ())))]


def _message(was: Entry | None, mine: Entry | None, other: Entry | None, theirs_newer: bool) -> Entry:
    if mine is None or other is None:
        entry = mine or other
        assert entry is not None
        return entry
    chosen: dict[str, Any] = {}
    for name in ("plural", "flags", "extracted_comments", "references"):
        old, my, its = (_comparable(entry, name) for entry in (was, mine, other))
        theirs = my != its and (old == my or (old != its and theirs_newer))
        chosen[name] = getattr(other if theirs else mine, name)
    return replace(mine, raw=None, **chosen)


def _comparable(entry: Entry | None, name: str) -> object:
    """The field so that it differs where it means something else; flags have no order."""
    if entry is None:
        return _NOTHING
    value = getattr(entry, name)
    return frozenset(value) if name == "flags" else value

"""Bringing a catalogue up to date with the template, without losing a word that a translator wrote.

In this order: a text that is still there keeps its entry, byte for byte where nothing of it changed; one that was
obsolete comes back; an edited one takes over the old translation, as fuzzy with the old text in `#|` unless the edit
asks nothing of a translator; a text that was split leaves its translation, fuzzy, with its first part; one that was
joined has those of its parts; what is new is empty; what is gone becomes obsolete. The order is the template's,
obsolete entries come last.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from polycharter.catalogue.carry import accept, carry, join, keep, retire, start
from polycharter.catalogue.header import change_header, header_field
from polycharter.catalogue.pairing import pair
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.message import Key
from polycharter.text.plural import parse_plural_forms

_USUAL_FORMS = 2
_CREATED = "POT-Creation-Date"
_CONTENT = "Content-Type"


class Outcome(StrEnum):
    """What happened to a message.

    `moved` is kept in another order; `carried` is kept although its text was edited; `fuzzy`, `split` and `joined`
    have a translation that must be looked at; `dropped` was removed and had no translation.
    """

    KEPT = "kept"
    MOVED = "moved"
    CARRIED = "carried"
    FUZZY = "fuzzy"
    SPLIT = "split"
    JOINED = "joined"
    ADDED = "added"
    OBSOLETE = "obsolete"
    REVIVED = "revived"
    DROPPED = "dropped"


class Change(NamedTuple):
    """What happened to the message with this key; `previous` is the key of the one its translation was made for."""

    outcome: Outcome
    key: Key
    previous: Key | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogue as it should be now, and what happened to each message: the template's first, then the others."""

    catalogue: Catalogue
    report: tuple[Change, ...]


def message_id(key: Key) -> str:
    """A short name for a message that is easily copied: the first 8 digits of the SHA-256 of its context and text.

    >>> message_id((None, "Complaints"))
    'e3ccfd71'
    """
    context, text = key
    return sha256(f"{context or ''}\x04{text}".encode()).hexdigest()[:8]


def merge(template: Catalogue, catalogue: Catalogue, editorial: Collection[str] = ()) -> Merged:
    """The catalogue with the messages of the template; for a new locale an empty catalogue with a header.

    `editorial` are the `message_id`s of texts whose last edit changed nothing for a translator: they stay translated.

    Every non-empty target is still there afterwards: in an entry in use, in an obsolete one or, where a message
    lost its plural, in a comment. Merging the result again changes nothing.
    """
    forms = _forms(catalogue)
    wanted = [entry for entry in template.entries if not entry.obsolete]
    old = {entry.key: entry for entry in catalogue.entries if entry.obsolete} | dict(catalogue.live())
    matched = {entry.key: old.pop(entry.key) for entry in wanted if entry.key in old}
    pairing = pair(wanted, catalogue, matched)
    moved = _moved([matched[entry.key] for entry in wanted if entry.key in matched], catalogue.entries)
    entries: list[Entry] = []
    report: list[Change] = []
    for entry in wanted:
        key = entry.key
        told = bool(editorial) and message_id(key) in editorial
        if key in matched:
            source = matched[key]
            kept = keep(entry, source, forms)
            entries.append(accept(kept) if told else kept)
            outcome = _outcome(entries[-1], source, moved)
            report.append(Change(outcome, key, _hint(source) if outcome is Outcome.CARRIED else None))
            continue
        source = pairing.edited.get(key) or pairing.split.get(key) or _NOTHING
        parts = pairing.joined.get(key, ())
        if any(source.targets):
            carried = carry(entry, source, forms, editorial=told)
            entries.append(carried)
            outcome = Outcome.SPLIT if key in pairing.split else Outcome.FUZZY if carried.fuzzy else Outcome.CARRIED
            report.append(Change(outcome, key, source.key))
            if outcome is Outcome.FUZZY or (outcome is Outcome.CARRIED and carried.targets == source.targets):
                old.pop(source.key, None)
        elif any(part.targets[0] for part in parts) and entry.plural is None:
            entries.append(join(entry, parts))
            report.append(Change(Outcome.JOINED, key, (entries[-1].previous_context, entries[-1].previous_id or "")))
        else:
            entries.append(start(entry, forms, source.translator_comments))
            report.append(Change(Outcome.ADDED, key))
    for entry in catalogue.entries:
        if old.get(entry.key) is not entry:
            continue
        if entry.obsolete:
            entries.append(entry)
        elif any(entry.targets):
            entries.append(retire(entry))
            report.append(Change(Outcome.OBSOLETE, entry.key))
        else:
            report.append(Change(Outcome.DROPPED, entry.key))
    result = tuple(entries)
    header = catalogue.header
    if result != catalogue.entries and header is not None:
        header = _dated(header, template.header)
    return Merged(replace(catalogue, entries=result, header=header), tuple(report))


_NOTHING = Entry("")


def _hint(entry: Entry) -> Key | None:
    """The key of the message that a fuzzy entry was translated from."""
    return None if entry.previous_id is None else (entry.previous_context, entry.previous_id)


def _dated(header: Entry, template: Entry | None) -> Entry:
    """The header with the template's date and, since the new texts are in it, with UTF-8 as the charset."""
    changes = {}
    if header_field(header, _CREATED) is not None and (created := header_field(template, _CREATED)):
        changes[_CREATED] = created
    if "utf-8" not in (header_field(header, _CONTENT) or "").lower():
        changes[_CONTENT] = "text/plain; charset=UTF-8"
    return change_header(header, changes)


def _forms(catalogue: Catalogue) -> int:
    """Plural forms of the locale; two where its header does not say it in a way that makes sense."""
    try:
        return parse_plural_forms(header_field(catalogue.header, "Plural-Forms") or "").nplurals
    except ValueError:
        return _USUAL_FORMS


def _outcome(entry: Entry, source: Entry, moved: frozenset[Key]) -> Outcome:
    if source.obsolete:
        return Outcome.REVIVED
    if source.fuzzy and not entry.fuzzy:
        return Outcome.CARRIED
    if entry.fuzzy and not source.fuzzy:
        return Outcome.FUZZY
    return Outcome.MOVED if entry.key in moved else Outcome.KEPT


def _moved(kept: Iterable[Entry], before: Sequence[Entry]) -> frozenset[Key]:
    """Entries in use that no longer stand in the order they stood in; as few as explain the new order."""
    positions = {entry.key: position for position, entry in enumerate(before) if not entry.obsolete}
    order = [(positions[entry.key], entry.key) for entry in kept if not entry.obsolete]
    ends: list[int] = []
    lengths = []
    for position, _ in order:
        length = bisect_left(ends, position)
        ends[length : length + 1] = [position]
        lengths.append(length)
    moved = []
    wanted = len(ends) - 1
    for (_, key), length in zip(reversed(order), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            moved.append(key)
    return frozenset(moved)

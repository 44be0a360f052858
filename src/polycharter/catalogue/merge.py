"""Bringing a catalogue up to date with the template, without losing a word that a translator wrote.

In this order: a text that is still there keeps its entry, byte for byte where nothing of it changed; one that was
obsolete comes back; an edited one takes over the old translation as fuzzy, with the old text in `#|`; what is new
is empty; what is gone becomes obsolete. The order is the template's, obsolete entries come last.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from polycharter.catalogue.header import change_header, header_field
from polycharter.catalogue.similar import Text, best_pairs
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.message import Key
from polycharter.text.plural import parse_plural_forms

_USUAL_FORMS = 2
_CREATED = "POT-Creation-Date"
_CONTENT = "Content-Type"


class Outcome(StrEnum):
    """What happened to a message: `moved` is kept in another order, `dropped` was removed and had no translation."""

    KEPT = "kept"
    MOVED = "moved"
    FUZZY = "fuzzy"
    ADDED = "added"
    OBSOLETE = "obsolete"
    REVIVED = "revived"
    DROPPED = "dropped"


class Change(NamedTuple):
    """What happened to the message with this key; for `fuzzy` the key is the new one, `previous` the old one."""

    outcome: Outcome
    key: Key
    previous: Key | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The catalogue as it should be now, and what happened to each message: the template's first, then the others."""

    catalogue: Catalogue
    report: tuple[Change, ...]


def merge(template: Catalogue, catalogue: Catalogue) -> Merged:
    """The catalogue with the messages of the template; for a new locale an empty catalogue with a header.

    Every non-empty target is still there afterwards: in an entry in use, in an obsolete one or, where a message
    lost its plural, in a comment. Merging the result again changes nothing.
    """
    forms = _forms(catalogue)
    wanted = [entry for entry in template.entries if not entry.obsolete]
    old = {entry.key: entry for entry in catalogue.entries if entry.obsolete} | dict(catalogue.live())
    matched: dict[Key, Entry] = {entry.key: old.pop(entry.key) for entry in wanted if entry.key in old}
    guessed = _guessed(
        [entry for entry in wanted if entry.key not in matched], [e for e in old.values() if any(e.targets)]
    )
    for source in guessed.values():
        del old[source.key]
    moved = _moved([matched[entry.key] for entry in wanted if entry.key in matched], catalogue.entries)
    entries: list[Entry] = []
    report: list[Change] = []
    for entry in wanted:
        if entry.key in guessed:
            source = guessed[entry.key]
            entries.append(_carried(entry, source, forms))
            report.append(Change(Outcome.FUZZY, entry.key, source.key))
        elif entry.key in matched:
            source = matched[entry.key]
            entries.append(_kept(entry, source, forms))
            report.append(Change(_outcome(entries[-1], source, moved), entry.key))
        else:
            entries.append(_new(entry, forms))
            report.append(Change(Outcome.ADDED, entry.key))
    for entry in catalogue.entries:
        if old.get(entry.key) is not entry:
            continue
        if entry.obsolete:
            entries.append(entry)
        elif any(entry.targets):
            entries.append(_retired(entry))
            report.append(Change(Outcome.OBSOLETE, entry.key))
        else:
            report.append(Change(Outcome.DROPPED, entry.key))
    result = tuple(entries)
    header = catalogue.header
    if result != catalogue.entries and header is not None:
        header = _dated(header, template.header)
    return Merged(Catalogue(result, header, catalogue.path, catalogue.tail, catalogue.newline), tuple(report))


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


def _guessed(wanted: Sequence[Entry], offered: Sequence[Entry]) -> dict[Key, Entry]:
    """The old entry for each message that has been edited, probably; surely where an edit was taken back."""
    hints = {(entry.previous_context, entry.previous_id): entry for entry in offered if entry.fuzzy}
    returned = {entry.key: hints.pop(entry.key) for entry in wanted if entry.key in hints}
    wanted = [entry for entry in wanted if entry.key not in returned]
    used = {entry.key for entry in returned.values()}
    offered = [entry for entry in offered if entry.key not in used]
    pairs = best_pairs([_text(entry) for entry in wanted], [_text(entry) for entry in offered])
    return returned | {wanted[new].key: offered[old] for new, old in pairs}


def _text(entry: Entry) -> Text:
    place = entry.extracted_comments[0] if entry.extracted_comments else ""
    return Text(entry.id, place, place.startswith("Heading"))


def _kept(entry: Entry, source: Entry, forms: int) -> Entry:
    """The translator's entry with what the template says about the message; itself where that is the same."""
    if entry.plural != source.plural and any(source.targets):
        return _carried(entry, source, forms)
    targets = source.targets
    if not any(targets) and len(targets) != _count(entry, forms):
        targets = ("",) * _count(entry, forms)
    return source.changed(
        plural=entry.plural,
        targets=targets,
        obsolete=False,
        flags=source.flags if set(source.flags) == set(entry.flags) else entry.flags,
        extracted_comments=entry.extracted_comments,
        references=entry.references,
    )


def _carried(entry: Entry, source: Entry, forms: int) -> Entry:
    """The message of the template with another one's translation, to be looked at again."""
    targets, comments = source.targets, source.translator_comments
    if entry.plural is None and source.plural is not None:
        targets = source.targets[:1]
        rest = enumerate(source.targets[1:], 1)
        comments += tuple(f"msgstr[{index}] was: {form}" for index, form in rest if form and form not in targets)
    elif entry.plural is not None and source.plural is None:
        targets = source.targets * forms
    hint = (source.id, source.plural, source.context)
    if source.fuzzy and source.previous_id is not None:
        hint = (source.previous_id, source.previous_plural, source.previous_context)
    previous = (None, None, None) if hint == (entry.id, entry.plural, entry.context) else hint
    return source.changed(
        id=entry.id,
        plural=entry.plural,
        context=entry.context,
        targets=targets,
        fuzzy=True,
        obsolete=False,
        flags=entry.flags,
        translator_comments=comments,
        extracted_comments=entry.extracted_comments,
        references=entry.references,
        previous_id=previous[0],
        previous_plural=previous[1],
        previous_context=previous[2],
    )


def _new(entry: Entry, forms: int) -> Entry:
    return Entry(
        entry.id,
        ("",) * _count(entry, forms),
        entry.plural,
        entry.context,
        flags=entry.flags,
        extracted_comments=entry.extracted_comments,
        references=entry.references,
    )


def _retired(entry: Entry) -> Entry:
    """The entry as obsolete, with the flags that GNU gettext keeps on one."""
    flags = tuple(flag for flag in entry.flags if flag.endswith("-format"))
    return entry.changed(obsolete=True, flags=flags, extracted_comments=(), references=())


def _count(entry: Entry, forms: int) -> int:
    return 1 if entry.plural is None else forms


def _outcome(entry: Entry, source: Entry, moved: frozenset[Key]) -> Outcome:
    if source.obsolete:
        return Outcome.REVIVED
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

"""Which old entry each message of the template comes from, where its text has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polycharter.catalogue.parts import assemblies
from polycharter.catalogue.similar import Side, Text, best_pairs
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.message import Key

_TITLES = ("Heading", "Title")


@dataclass(frozen=True, slots=True)
class Pairing:
    """By the key of the new message: the old entry it was `edited` from, the one it is the first part of
    (`split`), the ones it was `joined` from.
    """  # noqa: D205 - one sentence

    edited: Mapping[Key, Entry]
    split: Mapping[Key, Entry]
    joined: Mapping[Key, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class _Match:
    """The same as indexes, without what is done with it."""

    edited: Mapping[int, int]
    split: Mapping[int, int]
    joined: Mapping[int, tuple[int, ...]]


def pair(template: Sequence[Entry], catalogue: Catalogue, known: Mapping[Key, Entry]) -> Pairing:
    """The origin of each template entry that is not among the `known`, as far as it can be told.

    An edit that was taken back is told by the old text that the fuzzy entry remembers; otherwise the entries in use
    are looked through, untranslated ones too, and then the obsolete ones.
    """
    wanted = [entry for entry in template if entry.key not in known]
    left = {entry.key: entry for entry in catalogue.entries if entry.key not in known}
    hints = {(e.previous_context, e.previous_id): e for e in left.values() if e.fuzzy and any(e.targets)}
    edited = {entry.key: hints.pop(entry.key) for entry in wanted if entry.key in hints}
    for entry in edited.values():
        left.pop(entry.key, None)
    wanted = [entry for entry in wanted if entry.key not in edited]
    new_places, old_places = _places(template, known), _places(catalogue.entries, known, template)
    live = [entry for entry in left.values() if not entry.obsolete]
    found = _match(
        tuple(_text(entry, new_places) for entry in wanted), tuple(_text(entry, old_places) for entry in live)
    )
    edited |= {wanted[new].key: live[old] for new, old in found.edited.items()}
    split = {wanted[new].key: live[old] for new, old in found.split.items()}
    joined = {wanted[new].key: tuple(live[old] for old in olds) for new, olds in found.joined.items()}
    wanted = [entry for entry in wanted if not (entry.key in edited or entry.key in split or entry.key in joined)]
    retired = [entry for entry in left.values() if entry.obsolete and any(entry.targets)]
    pairs = best_pairs(Side(_text(e, new_places) for e in wanted), Side(_text(e, {}) for e in retired))
    return Pairing(edited | {wanted[new].key: retired[old] for new, old in pairs}, split, joined)


@lru_cache(maxsize=2)
def _match(wanted: tuple[Text, ...], offered: tuple[Text, ...]) -> _Match:
    """What belongs together. Source texts alone decide, so locales that were equally up to date share the answer."""
    new, old = Side(wanted), Side(offered)
    pairs = dict(best_pairs(new, old))
    split = {min(parts): whole for whole, parts in assemblies(old, new, pairs).items()}
    joined = assemblies(new, old, {whole: part for part, whole in pairs.items()})
    used = {*split.values(), *(part for parts in joined.values() for part in parts)}
    edited = {number: whole for number, whole in pairs.items() if whole not in used and number not in joined}
    return _Match(edited, {part: whole for part, whole in split.items() if part not in joined}, joined)


def _places(
    entries: Sequence[Entry], known: Mapping[Key, Entry], template: Sequence[Entry] | None = None
) -> Mapping[Key, int]:
    """For each entry that is not known, the number in the template of the known one before it."""
    numbers = {entry.key: number for number, entry in enumerate(template or entries) if entry.key in known}
    places: dict[Key, int] = {}
    last = -1
    for entry in entries:
        if entry.obsolete:
            continue
        number = numbers.get(entry.key)
        if number is None:
            places[entry.key] = last
        else:
            last = number
    return places


def _text(entry: Entry, places: Mapping[Key, int]) -> Text:
    """The entry's text with what the first comment says of its use: `Paragraph in “Complaints” (public, staff)`."""
    use = entry.extracted_comments[0] if entry.extracted_comments else ""
    kind, _, rest = use.partition(" in “")
    return Text(entry.id, kind, rest.partition("”")[0], kind.startswith(_TITLES), places.get(entry.key))

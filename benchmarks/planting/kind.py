"""What a kind of mistake is, and how plants of it are drawn."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from benchmarks.planting.ground import WORDS, Ground
from polycharter.model.catalogue import Entry
from polycharter.model.message import Key

WRITTEN = ("digits", "words")
SHIPPED = ("charter", "interface")
EVERYWHERE = SHIPPED + WRITTEN


@dataclass(frozen=True, slots=True)
class Side:
    """One message and its right translation, into which a mistake goes."""

    wanted: Entry
    entry: Entry
    locale: str

    @property
    def source(self) -> str:
        """The text in the language of the charter."""
        return self.wanted.id

    @property
    def target(self) -> str:
        """The right translation."""
        return self.entry.targets[0]


@dataclass(frozen=True, slots=True)
class Plant:
    """One mistake: the entries that it changes, or the header, and what to show of it."""

    changed: Mapping[Key, Entry] = field(default_factory=dict)
    header: Entry | None = None
    source: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mistake. `what` says it in a few words; `find` gives every place of a ground where it can go.

    The mistakes of a kind stand in one file together; each `alone` where it is one only beside what else stands there.
    """

    id: str
    what: str
    grounds: tuple[str, ...]
    find: Callable[[Ground], Iterable[Plant]]
    alone: bool = False


Change = Callable[[Side], Iterable[str]]
KINDS: dict[str, Kind] = {}


def text_kind(id: str, what: str, grounds: tuple[str, ...] = ("charter",)) -> Callable[[Change], Change]:
    """Register a function from a side to wrong translations of it, each changed in one place."""

    def register(change: Change) -> Change:
        def find(ground: Ground) -> Iterator[Plant]:
            for wanted, entry in ground.pairs():
                side = Side(wanted, entry, ground.locale)
                yield from (_plant(side, text) for text in change(side) if text != side.target)

        KINDS[id] = Kind(id, what, grounds, find)
        return change

    return register


def whole_kind(
    id: str, what: str, grounds: tuple[str, ...] = ("charter",), *, alone: bool = False
) -> Callable[[Callable[[Ground], Iterable[Plant]]], Callable[[Ground], Iterable[Plant]]]:
    """Register a function from a ground to plants that are more than one changed text."""

    def register(find: Callable[[Ground], Iterable[Plant]]) -> Callable[[Ground], Iterable[Plant]]:
        KINDS[id] = Kind(id, what, grounds, find, alone)
        return find

    return register


def _plant(side: Side, text: str) -> Plant:
    changed = {side.entry.key: side.entry.changed(targets=(text,))}
    return Plant(changed, source=side.source, was=side.target, now=text)


def by_rules(id: str, *, rendered: bool = False) -> Change:
    """The changes that the rules of `words.toml` make, one place at a time.

    With `rendered` only where the translation says it no more often than the source: else nobody can tell that what is
    changed is what the source says.
    """

    def change(side: Side) -> Iterator[str]:
        for source, target, instead in WORDS[side.locale].get(id, ()):
            matches = list(re.finditer(target, side.target))
            asked = len(re.findall(source, side.source))
            if asked and (len(matches) <= asked or not rendered):
                for match in matches:
                    text = (side.target[: match.start()] + match.expand(instead) + side.target[match.end() :]).strip()
                    yield text[:1].upper() + text[1:] if side.target[:1].isupper() else text

    return change


HIDDEN = re.compile(r"\{[^}]*\}|\]\([^)]*\)|`[^`]*`")
"""What is no prose in a message: placeholders, where links lead, codes."""


def rendered_otherwise(id: str) -> Change:
    """The changes of the rules of `words.toml` where what is replaced renders the term of the source.

    So the source says the term in its prose, and the translation no more often than the source: what stands for the
    “it” of the source could as well be another word.
    """

    def change(side: Side) -> Iterator[str]:
        source, target = (HIDDEN.sub("", text) for text in (side.source, side.target))
        for term, rendering, instead in WORDS[side.locale][id]:
            if len(re.findall(rendering, target, re.IGNORECASE)) <= len(re.findall(term, source)):
                for match in re.finditer(rendering, side.target):
                    yield side.target[: match.start()] + match.expand(instead) + side.target[match.end() :]

    return change


def drawn(kind: Kind, ground: Ground, number: int, seed: int) -> list[Plant]:
    """Up to `number` plants of a kind, in different entries, by lot; the same for the same seed."""
    lot = random.Random(f"{seed} {kind.id} {ground.name} {ground.locale}")
    candidates = list(kind.find(ground))
    lot.shuffle(candidates)
    taken: set[Key] = set()
    chosen: list[Plant] = []
    for plant in candidates:
        if len(chosen) == number:
            break
        if plant.header is None and taken & set(plant.changed):
            continue
        taken |= set(plant.changed)
        chosen.append(plant)
    return chosen

"""Which old text an edited one came from.

Every new text is compared only with the few old ones that share its rarest words and pairs of words, or stand where
it stands, so that the work grows with the number of texts and not with its square. Pairs are taken best first and
each text once. Short texts are never guessed: "Complaints" is not "Compliments".
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

THRESHOLD = 62.0
"""Similarity (0 to 100, with what the place counts) below which two texts have nothing to do with each other."""

MIN_LETTERS = 15
"""Letters a text must have to be guessed."""

MIN_LETTERS_IN_PLACE = 10
"""Letters it must have where one of the same kind stood in the very same place."""

MIN_WORDS = 3
"""Words a text must have to be guessed."""

_COMPARED = 8
_LOOKED_AT = 300
_SAME_KIND = 2.0
_SAME_SECTION = 2.0
_SAME_NEIGHBOUR = 10.0
_REORDERED = 0.92
_SURE = 85.0
_CROWD = 6
_IDEOGRAPH = "[\u2e80-\u312f\u31a0-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD = re.compile(rf"{_IDEOGRAPH}|[^\W_]+(?:'[^\W_]+)*")


class Text(NamedTuple):
    """A text to be paired, with what it is ("Paragraph"), in which section, and what stands before it.

    `title` marks headings and the like, which are paired only when nothing but typography differs. `after` is the
    number of the nearest text before it that did not change; two texts with the same one stand in the same place.
    """

    text: str
    kind: str = ""
    section: str = ""
    title: bool = False
    after: int | None = None


class Prepared(NamedTuple):
    """A text as it is compared: its words, what it is looked up by, and whether it is long enough to be guessed.

    `in_place` says whether it is at least long enough to be guessed from what stood in its place.
    """

    plain: str
    words: tuple[str, ...]
    features: tuple[str, ...]
    guessable: bool
    in_place: bool


class Side:
    """The texts of one side, new or old, ready to be looked through."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.texts = tuple(texts)
        self.prepared = tuple(map(prepare, self.texts))

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for number, prepared in enumerate(self.prepared):
            for feature in prepared.features:
                holders[feature].append(number)
        return holders

    def near(self, text: Prepared) -> list[int]:
        """The texts that share most with this one; rare features count more, what very many have counts nothing."""
        weights: dict[int, float] = defaultdict(float)
        find = self._holders.get
        looked_at = 0
        for holders in sorted([found for feature in text.features if (found := find(feature))], key=len):
            looked_at += len(holders)
            if looked_at > _LOOKED_AT and weights:
                break
            share = 1.0 / len(holders)
            for holder in holders:
                weights[holder] += share
        if len(weights) <= _COMPARED:
            return list(weights)
        return [-number for _, number in nlargest(_COMPARED, [(weight, -each) for each, weight in weights.items()])]


def best_pairs(wanted: Side, offered: Side) -> list[tuple[int, int]]:
    """Indexes of the wanted and the offered texts that belong together, the most alike first."""
    alike: dict[str, list[int]] = defaultdict(list)
    beside: dict[int, list[int]] = defaultdict(list)
    for number, (text, prepared) in enumerate(zip(offered.texts, offered.prepared, strict=True)):
        alike[prepared.plain].append(number)
        if text.after is not None and prepared.in_place:
            beside[text.after].append(number)
    scored: list[tuple[float, int, int]] = []
    for number, (text, new) in enumerate(zip(wanted.texts, wanted.prepared, strict=True)):
        scores = dict.fromkeys(alike.get(new.plain, ())[:_COMPARED], 100.0) if new.plain else {}
        if new.in_place:
            near = offered.near(new) if new.guessable else []
            if text.after is not None and len(neighbours := beside.get(text.after, [])) <= _CROWD:
                near += [other for other in neighbours if text.kind and text.kind == offered.texts[other].kind]
            for candidate in near:
                if candidate not in scores:
                    scores[candidate] = _similarity(new, offered.prepared[candidate])
        for candidate, score in scores.items():
            weighted = score + _place(text, offered.texts[candidate])
            if score and weighted >= THRESHOLD:
                exactly = 1.0 if text.text == offered.texts[candidate].text else 0.0
                scored.append((-weighted - exactly, number, candidate))
    return _greedy(scored)


def prepare(text: Text) -> Prepared:
    """The text as it is compared: without capitals, punctuation and white space."""
    words = _WORD.findall(text.text.casefold().replace("’", "'"))
    letters = 0 if text.title or len(words) < MIN_WORDS else _letters(words)
    guessable = letters >= MIN_LETTERS
    features = dict.fromkeys([*words, *map(" ".join, pairwise(words))]) if guessable else ()
    return Prepared(" ".join(words), tuple(words), tuple(features), guessable, letters >= MIN_LETTERS_IN_PLACE)


def _letters(words: list[str]) -> int:
    """Letters in the words; one of a script that writes a syllable or a word with it counts twice."""
    joined = "".join(words)
    return len(joined) if joined.isascii() else sum(1 if letter < "\u2e80" else 2 for letter in joined)


def _similarity(new: Prepared, old: Prepared) -> float:
    """How alike two texts are, letter by letter or, where parts changed places, word by word."""
    floor = THRESHOLD - _SAME_KIND - _SAME_SECTION - _SAME_NEIGHBOUR
    score = fuzz.ratio(new.plain, old.plain, score_cutoff=floor)
    if score >= _SURE:
        return score
    turned = _REORDERED * fuzz.ratio(sorted(new.words), sorted(old.words), score_cutoff=floor)
    return max(score, turned)


def _place(new: Text, old: Text) -> float:
    """What the same kind, the same section and the same text before it count."""
    return (
        (_SAME_KIND if new.kind and new.kind == old.kind else 0.0)
        + (_SAME_SECTION if new.section and new.section == old.section else 0.0)
        + (_SAME_NEIGHBOUR if new.after is not None and new.after == old.after else 0.0)
    )


def _greedy(scored: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    pairs = []
    for _, number, candidate in sorted(scored):
        if number not in taken_new and candidate not in taken_old:
            taken_new.add(number)
            taken_old.add(candidate)
            pairs.append((number, candidate))
    return pairs

"""Which old text an edited one came from.

Every new text is compared only with the few old ones that share its rarest words and pairs of words, so that the
work grows with the number of texts and not with its square. Pairs are taken best first and each text once.
Short texts are never guessed: "Complaints" is not "Compliments".
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

THRESHOLD = 62.0
"""Similarity (0 to 100) below which two texts have nothing to do with each other."""

MIN_LETTERS = 15
"""Letters a text must have to be guessed."""

MIN_WORDS = 3
"""Words a text must have to be guessed."""

_COMPARED = 8
_COMMON = 400
_ALIKE_PLACE = 4.0
_IDEOGRAPH = "[\u2e80-\u312f\u31a0-\ua4cf\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD = re.compile(rf"{_IDEOGRAPH}|[^\W_]+(?:'[^\W_]+)*")


class Text(NamedTuple):
    """A text to be paired; `place` says where it is used ("Paragraph in “Complaints”"): the same place counts a little.

    `title` marks headings and the like, which are paired only when nothing but typography differs.
    """

    text: str
    place: str = ""
    title: bool = False


class _Prepared(NamedTuple):
    plain: str
    features: tuple[str, ...]
    guessable: bool


def best_pairs(wanted: Sequence[Text], offered: Sequence[Text]) -> list[tuple[int, int]]:
    """Indexes of the wanted and the offered texts that belong together, the most alike first."""
    if not wanted or not offered:
        return []
    old = [_prepare(text) for text in offered]
    index: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for number, prepared in enumerate(old):
        alike[prepared.plain].append(number)
        if prepared.guessable:
            for feature in prepared.features:
                index[feature].append(number)
    scored: list[tuple[float, int, int]] = []
    for number, text in enumerate(wanted):
        new = _prepare(text)
        candidates = dict.fromkeys(alike.get(new.plain, ())[:_COMPARED], 100.0) if new.plain else {}
        if new.guessable:
            for candidate in _candidates(new, index):
                score = fuzz.ratio(new.plain, old[candidate].plain, score_cutoff=THRESHOLD)
                if score:
                    candidates[candidate] = score
        for candidate, score in candidates.items():
            same_place = text.place and text.place == offered[candidate].place
            same_text = text.text == offered[candidate].text
            scored.append(
                (-score - (_ALIKE_PLACE if same_place else 0.0) - (1.0 if same_text else 0.0), number, candidate)
            )
    return _greedy(scored)


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


def _prepare(text: Text) -> _Prepared:
    words = _WORD.findall(text.text.casefold().replace("’", "'"))
    plain = " ".join(words)
    letters = sum(1 if word[0] < "\u2e80" else 2 for word in words for _ in word)
    guessable = not text.title and letters >= MIN_LETTERS and len(words) >= MIN_WORDS
    features = (*words, *map(" ".join, pairwise(words))) if guessable else ()
    return _Prepared(plain, tuple(dict.fromkeys(features)), guessable)


def _candidates(new: _Prepared, index: dict[str, list[int]]) -> list[int]:
    """The old texts that share most with the new one; rare features count more, what nearly all have counts nothing."""
    weights: dict[int, float] = defaultdict(float)
    for feature in new.features:
        holders = index.get(feature)
        if holders and len(holders) <= _COMMON:
            share = 1.0 / len(holders)
            for holder in holders:
                weights[holder] += share
    return [candidate for candidate, _ in nlargest(_COMPARED, weights.items(), key=lambda item: (item[1], -item[0]))]

"""The translation begins with a small letter where its source begins with a capital, or the other way round.

Fires:   "Complaints"                  ->  "klachten"
Passes:  "Complaints"                  ->  "Klachten"
Passes:  "In the evening, we rest."    ->  "’s Avonds rusten we."

A name keeps its capital: a word that is in the source too, or that the catalogue writes with a capital inside a
sentence. Languages whose nouns have one (German, Luxembourgish) may begin with a capital always.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.reading import reading

CHECK = Check("capital-changed", Severity.WARNING, Certainty.LIKELY, "typography")

_FIRST = re.compile(r"(?:[’'](?:[snt]|[mkr])\s+)?[^\w\ufffc]*([^\W\d_]+)")
_INSIDE = re.compile(r"(?<=[^\W\d_][ ,] )[^\W\d_]+|(?<=[a-zà-ỹ] )[A-ZÀ-Ỹ][^\W\d_]*")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with another kind of first letter."""
    nouns = review.locale.partition("-")[0] in ("de", "lb")
    names = _names(review)
    for side in sides(review):
        source, target = _first_word(side.source), _first_word(side.target)
        if not source or not target or source[0].isupper() == target[0].isupper():
            continue
        if source[0].lower() == source[0].upper() or target[0].lower() == target[0].upper():
            continue
        if target[0].isupper():
            if nouns or target in names or target in side.source:
                continue
            what, todo = "the source begins with a small letter", f"Begin with “{target[0].lower()}”."
        else:
            if target in side.source or any(map(str.isupper, target)):
                continue
            what, todo = "the source begins with a capital", f"Begin with “{target[0].upper()}”."
        what = f"{quote(target, 30)} begins otherwise than in the source: {what}"
        yield hit(review, side, what, todo, target)


@lru_cache(maxsize=20_000)
def _first_word(text: str) -> str:
    """The word at the beginning; empty where a value or a number stands there."""
    found = _FIRST.match(reading(text))
    return found[1] if found else ""


def _names(review: Review) -> set[str]:
    """Words that the catalogue writes with a capital inside a sentence."""
    return {word for _, entry in review.pairs() for target in entry.targets for word in _INSIDE.findall(target)}

"""The translation begins with a small letter where its source begins with a capital, or the other way round.

Fires:   "Complaints"                  ->  "klachten"
Passes:  "Complaints"                  ->  "Klachten"
Passes:  "In the evening, we rest."    ->  "’s Avonds rusten we."

A name keeps its letter: a word that is in the source too, one that the catalogue writes with a capital inside a
sentence, a brand such as iPhone, an abbreviation. In a label, words that English writes with a capital everywhere
(Monday, French) say nothing. Languages whose nouns have one (German, Luxembourgish) may begin with a capital always.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._sides import Side, sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.reading import reading
from polycharter.text.sentences import ending
from polycharter.text.writing import Writing, writing

CHECK = Check("capital-changed", Severity.WARNING, Certainty.LIKELY, "typography")

_FIRST = re.compile(r"[^\w\ufffc’']*+(?:[’'][kmnrst][\s-]+)?[^\w\ufffc]*+([^\W\d_]+)")
_INSIDE = re.compile(r"(?<=[^\W\d_][ ,] )[^\W\d_]+|(?<=[a-zà-ỹ] )[A-ZÀ-Ỹ][^\W\d_]*")
_CODE = re.compile("[%<]")
"""What stands before a word that is part of a placeholder of another kind or of raw HTML."""

_WORD = re.compile(r"[^\W\d_]+")
_NAME = 4
"""Letters that a name in the source has at least, to be known by its letters alone."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with another kind of first letter."""
    nouns = review.locale.partition("-")[0] in ("de", "lb")
    names = _names(review)
    ours, theirs = writing(review.source), writing(review.locale).capitals
    for side in sides(review):
        source, target = _first_word(side.source), _first_word(side.target)
        if not source or not target or source[0].isupper() == target[0].isupper():
            continue
        if source[0].lower() == source[0].upper() or target[0].lower() == target[0].upper():
            continue
        if target[0].isupper():
            if nouns or target in names or target.lower() in theirs or _is_name(target, source, side):
                continue
            what, todo = "the source begins with a small letter", f"Begin with “{target[0].lower()}”."
        else:
            if any(map(str.isupper, target)) or _keeps_small(target, source, side.source):
                continue
            if _says_nothing(source, reading(side.source), ours):
                continue
            what, todo = "the source begins with a capital", f"Begin with “{target[0].upper()}”."
        what = f"{quote(target, 30)} begins otherwise than in the source: {what}"
        yield hit(review, side, what, todo, target)


def _is_name(target: str, source: str, side: Side) -> bool:
    """Whether the capital of the translation, or the small letter of the source, is that of a name."""
    if any(map(str.isupper, source)) or target[1:].isupper() or any(map(str.isupper, target[2:])):
        return True
    if target in (side.source if len(target) >= _NAME else _WORD.findall(side.source)):
        return True
    return len(source) >= _NAME and source in _WORD.findall(side.target)


def _says_nothing(first: str, source: str, language: Writing) -> bool:
    """Whether the source is a label whose capital is that of its first word: a day, a language, an abbreviation."""
    if ending(source) and not language.ends_with_abbreviation(source):
        return False
    capitals = len(first) > 1 and first.isupper() and (len(first) < _NAME or not source.isupper())
    return capitals or first.lower() in language.capitals


def _keeps_small(target: str, first: str, source: str) -> bool:
    """Whether the translation begins with a name that has a small letter in the source too."""
    return len(target) >= _NAME - 1 and target != first.lower() and target in _WORD.findall(source)


@lru_cache(maxsize=20_000)
def _first_word(text: str) -> str:
    """The word at the beginning; empty where a value or a number stands there."""
    found = _FIRST.match(reading(text))
    return found[1] if found and not _CODE.search(found[0]) else ""


def _names(review: Review) -> set[str]:
    """Words that the catalogue writes with a capital inside a sentence."""
    return {word for _, entry in review.pairs() for target in entry.targets for word in _INSIDE.findall(target)}

"""How well a translation fits a source text, judged by what does not depend on the language."""

import math
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from polycharter.text.inline import letters, structure
from polycharter.text.placeholders import names
from polycharter.text.reading import reading
from polycharter.text.sentences import ending, sentences

_DIGIT = re.compile(r"\d")
_STEM = re.compile(r"\b[^\W\d_]{4}(?=[^\W\d_])")
_USUAL = {
    "en": 0.0,
    "vi": 0.05,
    "sv": 0.03,
    "da": 0.03,
    "nb": 0.03,
    "nn": 0.03,
    "cs": 0.03,
    "zh": -0.9,
    "ko": -0.8,
    "ja": -0.45,
}
_OTHERS = 0.1
"""The logarithm of a text's length / that of its English, where too few texts are there to learn it.

Measured on the Universal Declaration of Human Rights and on the catalogues of free software.
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a text shows without its language.

    `length` is in letters, at least 1; `marks` are its placeholders, links and other markup, `numbers` its digits,
    `end` the mark at its end, `sentences` how many it has, `stems` how its longer words begin: languages share some.
    """

    length: int
    marks: Counter[str]
    numbers: Counter[str]
    end: str
    sentences: int
    stems: frozenset[str]


@lru_cache(maxsize=20_000)
def shape(text: str) -> Shape:
    """The shape of a message."""
    spoken = letters(text)
    return Shape(
        max(1, sum(map(str.isalpha, spoken))),
        Counter((*names(text), *structure(text))),
        Counter(_DIGIT.findall(spoken)),
        ending(reading(text)),
        len(sentences(text)),
        frozenset(_STEM.findall(spoken.lower())),
    )


@lru_cache(maxsize=100_000)
def _log(length: int) -> float:
    return math.log(length)


def stretch(source: Shape, target: Shape) -> float:
    """The logarithm of target length / source length."""
    return _log(target.length) - _log(source.length)


def usual_stretch(pairs: Iterable[tuple[Shape, Shape]], locale: str = "", source: str = "en") -> tuple[float, float]:
    """The middle of the stretches of all longer texts, and how far they spread (1.48 × median deviation).

    Under ten such texts the languages are taken to be as long as they usually are beside English.
    """
    stretches = [stretch(source, target) for source, target in pairs if source.length >= 30]
    if len(stretches) < 10:
        own, theirs = (_USUAL.get(each.partition("-")[0], _OTHERS) for each in (locale, source))
        return own - theirs, 0.2
    middle = statistics.median(stretches)
    return middle, 1.48 * statistics.median(abs(each - middle) for each in stretches)


def misfit(source: Shape, target: Shape, middle: float) -> float:
    """How badly a translation fits: 0 for what could be right, 3 for another set of placeholders."""
    apart = 0.0
    if source.marks != target.marks:
        apart += 3.0
    if source.numbers != target.numbers:
        apart += 1.5
    if source.end != target.end:
        apart += 1.5
    apart += min(1.0, abs(source.sentences - target.sentences) / 2)
    apart += 1.0 / (1 + len(source.stems & target.stems))
    tolerance = 0.25 + 1 / math.sqrt(source.length)
    return apart + min(2.0, max(0.0, abs(stretch(source, target) - middle) / tolerance - 0.5))

"""The translation is much shorter or longer than the catalogue's translations usually are.

Fires:   "You may return an unopened product, with the receipt."  ->  "U mag het terugbrengen."
Passes:  "You may return an unopened product, with the receipt."  ->  "U mag een ongeopend product met bon retourneren."

How long a language's translations are is learnt from the catalogue: the middle and the spread of all texts. Judged
are texts and sentences of 30 letters and more; the shorter, the more they may differ. sentence-lost goes first.
"""

import math
from collections.abc import Iterator

from polycharter.checks import sentence_lost
from polycharter.checks._hits import hit
from polycharter.checks._likeness import shape, usual_stretch
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.numbers import quantities
from polycharter.text.quote import quote
from polycharter.text.reading import without_addresses
from polycharter.text.sentences import sentences

CHECK = Check("length-unusual", Severity.WARNING, Certainty.POSSIBLE, "completeness")

_LEAST = 30
"""Letters that the source needs."""

_SPREADS, _SHORTER = 1.9, 90
"""How many spreads a text may be off: 1.9 for a long one, 3.4 at 60 letters, 4.9 at 30."""

_COMMA_LOST = 0.7
"""What is shorter and has fewer commas than its source may be off by so much of it only."""

_ADDED = "Compare it with its source: was something added?"

_UNSPACED = ("zh", "ja", "th", "lo", "km", "my", "ko")
"""Languages whose letters stand for more than a sound, or whose lengths are far from all others."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that is too long or too short by far."""
    pairs = [(shape(wanted.id), shape(entry.targets[0])) for wanted, entry in review.pairs()]
    learnt = sum(source.length >= _LEAST for source, _ in pairs) >= 10
    if not learnt and review.locale.partition("-")[0] in _UNSPACED:
        return
    middle, spread = usual_stretch(pairs, review.locale, review.source)
    reported = {key for hit in sentence_lost.find(review) for key in hit.keys}
    for side in sides(review):
        if side.entry.key in reported:
            continue
        for source, target in _pieces(side.source, side.target):
            length = _letters(source)
            if length < _LEAST:
                continue
            off = math.log(_letters(target) / length) - middle
            usual = max(spread, 0.12) * (_SPREADS + _SHORTER / length)
            if off < 0 and target.count(",") < source.count(",") and length >= 2 * _LEAST:
                usual *= _COMMA_LOST
            if abs(off) > usual and not (off < 0 and _is_in_figures(source, target, review, middle, usual)):
                share = math.exp(off) - 1
                what = (
                    f"this is {abs(share):.0%} {'longer' if off > 0 else 'shorter'} than translations here usually are"
                )
                what += f": {quote(target, 80)}"
                todo = "Compare it with its source: was something left out?"
                yield hit(review, side, what, todo if off < 0 else _ADDED, target)
                break


def _is_in_figures(source: str, target: str, review: Review, middle: float, usual: float) -> bool:
    """Whether it is short only because dates, times and sums are in figures: “from 24 December” as “từ 24/12”."""
    if not any(map(str.isdigit, target)):
        return False
    length = _letters(_without_quantities(source, review.source))
    off = math.log(_letters(_without_quantities(target, review.locale)) / length) - middle
    return length < _LEAST or abs(off) <= usual


def _without_quantities(text: str, locale: str) -> str:
    for quantity in quantities(text, locale):
        text = text.replace(quantity.said, " ", 1)
    return text


def _pieces(source: str, target: str) -> Iterator[tuple[str, str]]:
    """The whole texts as they are read; then sentence beside sentence, where they have as many."""
    yield without_addresses(source), without_addresses(target)
    own, theirs = sentences(source), sentences(target)
    if len(own) == len(theirs) > 1:
        yield from zip(own, theirs, strict=True)


def _letters(text: str) -> int:
    """How many letters a text has that is read, at least 1."""
    return max(1, sum(map(str.isalpha, text)))

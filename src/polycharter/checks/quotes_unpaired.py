"""A quotation mark is opened and not closed, or closed and not opened.

Fires:   "Say “within” and a number."  ->  "Zeg “binnen en noem een getal."
Passes:  "Say “within” and a number."  ->  "Zeg “binnen” en noem een getal."

Looked at are the marks of the language; others are quotes-foreign's. A quotation that goes over several messages, so
that the source has such a mark too, is left alone, and so are the marks that begin each of its paragraphs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._quotes import quotes
from polycharter.checks._sides import sides
from polycharter.checks._source_style import writes
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed
from polycharter.text.reading import reading
from polycharter.text.typography import Typography, typography

CHECK = Check("quotes-unpaired", Severity.WARNING, Certainty.LIKELY, "typography")


_CLOSED_TWICE = re.compile(r"(?<!\w)’(?=[^\W\d_]{2,}’(?!\w))")
_IN_SOURCE = re.compile('[“‘"«„]')
_STRAIGHT = re.compile(r'(?<!\d)"')


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with a mark that has no partner."""
    marks = typography(review.locale)
    if marks is None:
        return
    straight = writes(review, '"')
    for side in sides(review):
        text = reading(side.target)
        found = quotes(text, marks, straight=straight, source=typography(review.source))
        if found.foreign:
            continue
        alone = [*found.alone, *_closed_twice(text, side.source, marks)]
        if straight and _is_odd(text) and not reading(side.source).count('"') % 2:
            alone.append(text.rfind('"'))
        if alone and not (_split(review, straight) and _alone(review, side.source, straight)):
            kinds = list(dict.fromkeys(text[at] for at in alone))
            has = f"mark {kinds[0]} has" if len(kinds) == 1 else f"marks {listed(kinds)} have"
            pair = next((pair for pair in marks.pairs if text[alone[0]] in pair), marks.outer[0])
            todo = f"Put quotation marks at both ends: {pair[0]}…{pair[1]}."
            yield hit(review, side, f"the quotation {has} no partner", todo, text[alone[0]], text, alone[0])


def _closed_twice(text: str, source: str, marks: Typography) -> list[int]:
    """The ’ before a word that has another at its end, where the language's pair is ‘’ and the source quotes."""
    if "‘’" not in marks.pairs or "’’" in marks.pairs or not _IN_SOURCE.search(source):
        return []
    return [found.start() for found in _CLOSED_TWICE.finditer(text)]


def _is_odd(text: str) -> bool:
    """Whether one of the straight marks has no partner; behind a number it may stand for inches."""
    return bool(text.count('"') % 2 and len(_STRAIGHT.findall(text)) % 2)


@lru_cache(maxsize=4)
def _split(review: Review, straight: bool) -> bool:
    """Whether quotations of the source go over several messages: some only open, others only close."""
    marks = typography(review.source)
    alone = {mark for side in sides(review) for mark in _alone(review, side.source, straight)}
    return marks is not None and any(pair[0] in alone and pair[1] in alone for pair in marks.pairs)


def _alone(review: Review, source: str, straight: bool) -> str:
    """The marks of a source text that have no partner."""
    marks, text = typography(review.source), reading(source)
    return "".join(text[at] for at in quotes(text, marks, straight=straight).alone) if marks else ""

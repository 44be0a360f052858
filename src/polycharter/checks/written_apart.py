"""A word that the glossary writes together is written apart.

Fires:   `kund service` where the glossary says `kundservice`
Passes:  `kundservice`

For languages that write compounds together: Dutch, German, the Scandinavian languages, Finnish, Estonian, Hungarian
and their relatives. Endings may follow (`kund servicen`): those of the language, or up to three letters where none is
known. A word that stands alone as well as in front of others (`över synen`) is left alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.checks._terms import renderings
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inflection import forms
from polycharter.text.inline import letters
from polycharter.text.lexicon import lexicon
from polycharter.text.quote import quote
from polycharter.text.spelling import spelling

_TOGETHER = ("nl", "sv", "de", "da", "nb", "nn", "no", "fi", "et", "hu", "is", "fo", "af", "fy", "lb")
CHECK = Check("written-apart", Severity.WARNING, Certainty.LIKELY, "typography", _TOGETHER)

_WORD = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
_ENDING = 3
"""Letters of an ending, where nothing is known of them."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such word."""
    if review.locale.partition("-")[0] not in CHECK.languages:
        return
    known = {
        word.lower()
        for term in review.glossary
        for word in renderings(term.preferred, review.locale)
        if len(word) >= 7 and word.isalpha()
    }
    particles = spelling(review.locale).particles
    inflected = frozenset(form for word in known for form in forms(word, review.locale))
    endings = 0 if lexicon(review.locale) else _ENDING
    for side in sides(review) if known else ():
        read = letters(side.target)
        for first, second in pairwise(_WORD.finditer(read)):
            one, other = first[0], second[0]
            if len(one) < 3 or len(other) < 3 or one.lower() in particles:
                continue
            joined = f"{one}{other}".lower()
            together = next((joined[:end] for end in _ends(joined, endings) if joined[:end] in inflected), "")
            if len(together) > len(one):
                what = f"{quote(f'{one} {other}', 40)} is one word"
                todo = f"Write “{one}{other.lower()}”."
                yield hit(review, side, what, todo, read[first.start() : second.end()], read, first.start())
                break


def _ends(word: str, endings: int) -> range:
    return range(len(word), max(len(word) - endings - 1, 0), -1)

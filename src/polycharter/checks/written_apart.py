"""A word that the glossary writes together is written apart.

Fires:   `kund service` where the glossary says `kundservice`
Passes:  `kundservice`

For languages that write compounds together: Dutch, German, the Scandinavian languages, Finnish, Estonian, Hungarian
and their relatives. Endings of up to three letters may follow (`kund servicen`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

_TOGETHER = ("nl", "sv", "de", "da", "nb", "nn", "no", "fi", "et", "hu", "is", "fo", "af", "fy", "lb")
CHECK = Check("written-apart", Severity.WARNING, Certainty.LIKELY, "typography", _TOGETHER)

_WORD = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such word."""
    if review.locale.partition("-")[0] not in CHECK.languages:
        return
    known = {
        word.lower()
        for term in review.glossary
        for word in term.preferred.get(review.locale, ())
        if len(word) >= 7 and word.isalpha()
    }
    for side in sides(review) if known else ():
        tokens = _WORD.findall(letters(side.target))
        for one, other in pairwise(tokens):
            joined = f"{one}{other}".lower()
            together = next((joined[:end] for end in _endings(joined) if joined[:end] in known), "")
            if min(len(one), len(other)) >= 3 and len(together) > len(one):
                what = f"{quote(f'{one} {other}', 40)} is one word"
                todo = f"Write “{one}{other.lower()}”."
                yield Hit(review.place(side.entry), f"{what}{side.form}", todo, (side.entry.key,))
                break


def _endings(word: str) -> range:
    return range(len(word), max(len(word) - 4, 0), -1)

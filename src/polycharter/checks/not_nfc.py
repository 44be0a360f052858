"""Letters with accents are written in pieces, so that searching and comparing fail (Unicode annex 15, NFC).

Fires:   `é` as two characters, e and U+0301 COMBINING ACUTE ACCENT
Passes:  `é` as one character, U+00E9

The letter and its accent look the same either way; most keyboards and editors write them as one character.
"""

import unicodedata
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote

CHECK = Check("not-nfc", Severity.WARNING, Certainty.CERTAIN, "typography")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that is not in normal form C."""
    for side in sides(review):
        if not unicodedata.is_normalized("NFC", side.target):
            word = next(word for word in (*side.target.split(), side.target) if _broken(word))
            what = f"{quote(unicodedata.normalize('NFC', word), 30)} is written with separate accents (not in NFC)"
            yield hit(review, side, what, "Type the letters anew.", word, side.target, side.target.find(word))


def _broken(word: str) -> bool:
    return not unicodedata.is_normalized("NFC", word)

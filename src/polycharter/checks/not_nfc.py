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
from polycharter.text.reading import reading

_AROUND = ".,;:!?…()[]“”„‘’«»‹›\"'"

CHECK = Check("not-nfc", Severity.WARNING, Certainty.CERTAIN, "typography")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that is not in normal form C."""
    for side in sides(review):
        if not unicodedata.is_normalized("NFC", side.target):
            word, text = _first_broken(reading(side.target)) or _first_broken(side.target) or ("", "")
            what = f"{_said(word or side.target)} (not in NFC)"
            yield hit(review, side, what, "Type the letters anew.", word, text, text.find(word))


def _first_broken(text: str) -> tuple[str, str] | None:
    """The first such word of a text, and the text; None where it has none."""
    words = (word.strip(_AROUND) for word in text.split())
    return next(((word, text) for word in words if _broken(word)), None)


def _said(word: str) -> str:
    """What is wrong with a word: letters in pieces, or a sign that has a letter of its own."""
    shown = quote(unicodedata.normalize("NFC", word), 30)
    sign = next((each for each in word if _broken(each)), "")
    if not sign:
        return f"{shown} is written with separate accents"
    letters = unicodedata.normalize("NFC", sign)
    points = " and ".join(f"U+{ord(letter):04X}" for letter in letters)
    return f"{shown} has the sign U+{ord(sign):04X} for {letters} ({points})"


def _broken(word: str) -> bool:
    return not unicodedata.is_normalized("NFC", word)

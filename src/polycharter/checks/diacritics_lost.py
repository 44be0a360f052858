"""A text has lost the marks on its letters, as Vietnamese, Czech or Swedish typed on an English keyboard.

Fires:   `Chung toi tra loi moi la thu` in Vietnamese
Passes:  `Chúng tôi trả lời mọi lá thư`

For each language the share of words with other letters than a to z is known (from the Universal Declaration of Human
Rights). A text with so few of them that chance would hardly ever give it is reported: five Vietnamese words are
enough, Swedish needs about 27. Words with a capital that the source has too are names and don't count. Half of a text
may be lost too.
"""

import math
import re
from collections.abc import Iterator

from polycharter.checks._sides import sides
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import counted, listed, quote

_SHARES = {
    "vi": 0.85, "lv": 0.55, "cs": 0.53, "sk": 0.48, "hu": 0.5, "is": 0.48, "tr": 0.4, "lt": 0.4, "sq": 0.42,
    "ro": 0.3, "pl": 0.3, "sv": 0.26, "ga": 0.22, "et": 0.2, "fi": 0.2, "fr": 0.15, "pt": 0.15, "hr": 0.14,
    "sl": 0.16, "ca": 0.11, "da": 0.11, "nb": 0.1, "nn": 0.1,
}  # fmt: skip
"""The share of words with a letter that is not among a to z."""

_SELDOM = frozenset(("af", "de", "en", "es", "id", "it", "ms", "nl", "sw"))
"""Languages with so few marked letters that there is nothing to look for."""

CHECK = Check("diacritics-lost", Severity.ERROR, Certainty.LIKELY, "language", tuple(_SHARES))

_CHANCE = 8.0
"""Minus the natural logarithm of the chance that a right text looks so (one in 3,000)."""

_MANY = 3
_WORD = re.compile(r"(?<!\w)[^\W\d_]+")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, one for all of them where there are three or more."""
    share = _SHARES.get(review.locale.partition("-")[0])
    if share is None:
        return
    found: dict[Entry, str] = {}
    for side in sides(review):
        words = [word for word in _WORD.findall(letters(side.target)) if word[0].islower() or word not in side.source]
        if _unlikely(sum(not word.isascii() for word in words), len(words), share):
            found.setdefault(side.entry, side.target)
    if len(found) >= _MANY:
        first, text = next(iter(found.items()))
        lines = listed([str(entry.target_line) for entry in found], 6)
        what = f"{counted(len(found), 'translation')} have lost the marks on their letters, from {quote(text, 40)} on"
        keys = tuple(entry.key for entry in found)
        yield Hit(review.place(first), f"{what} (lines {lines})", "Type the words with their marks.", keys)
        return
    for entry, text in found.items():
        what = f"{quote(text)} has lost the marks on its letters"
        yield Hit(review.place(entry), what, "Type the words with their marks.", (entry.key,))


def unchecked(review: Review) -> str:
    """Why nothing is checked here; empty where it is."""
    language = review.locale.partition("-")[0]
    return "" if language in _SHARES or language in _SELDOM else f"how often {review.locale} has marks is not known"


def _unlikely(marked: int, words: int, share: float) -> bool:
    """Whether so few words with marks are no chance (Chernoff's bound for the binomial distribution)."""
    if not words or marked >= share * words / 2:
        return False
    part = marked / words
    distance = (1 - part) * math.log((1 - part) / (1 - share)) + (part * math.log(part / share) if part else 0.0)
    return words * distance > _CHANCE

"""An apostrophe is typed as on a typewriter, or as an accent on its own.

Fires:   "Our manager’s answer"  ->  "Foto's van de manager"
Passes:  "Our manager’s answer"  ->  "Foto’s van de manager"

Left alone where the charter itself writes straight apostrophes. An accent (´ or `) or the opening mark ‘ between
two letters, before a shortened word (‘s) or behind a name in s is reported always.
"""

import re
import unicodedata
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.checks._source_style import writes
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("apostrophe-straight", Severity.WARNING, Certainty.CERTAIN, "typography")

_MARKS = "'´`‘′"
_BETWEEN = r"(?<![^\W\d_])[^\W\d_]+[{0}][^\W\d_]+"
_SHORT = r"(?<![\w{0}])[{0}](?:[nst]|[mkr])(?!\w)(?![’{0}])"
_BEHIND = r"(?<![^\W\d_])[^\W\d_]+[sxz][{0}](?!\w)"
_NEVER = re.compile("|".join((_BETWEEN.format("´`‘′"), _SHORT.format("´`‘"))))
_STRAIGHT = re.compile("|".join((_BETWEEN.format(_MARKS), _SHORT.format("'´`‘"))))
_NEVER_ALONE = re.compile(_BEHIND.format("´`"))
_STRAIGHT_ALONE = re.compile(_BEHIND.format("'´`") + r"|(?<!\w)'\d\ds?(?!\w)")
"""What may be half of a pair of quotation marks, so that it counts only where no other such mark stands."""

_OUTSIDE = re.compile(r"(?<!\w)['´`]|['´`](?!\w)")
_TONES = {"´": "\u0301", "`": "\u0300"}


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such apostrophe."""
    straight = writes(review, "'")
    wrong, alone = (_NEVER, _NEVER_ALONE) if straight else (_STRAIGHT, _STRAIGHT_ALONE)
    for side in sides(review):
        if not any(mark in side.target for mark in _MARKS):
            continue
        read = letters(side.target)
        found = wrong.search(read) or (alone.search(read) if len(_OUTSIDE.findall(read)) == 1 else None)
        if found:
            whole = _with_accent(found[0])
            what = f"the apostrophe in {quote(found[0], 30)} is not ’ (U+2019)"
            todo = "Write ’."
            if whole:
                what, todo = f"the accent in {quote(found[0], 30)} stands on its own", f"Write {quote(whole, 30)}."
            yield hit(review, side, what, todo, found[0], read, found.start())


def _with_accent(word: str) -> str:
    """The word with its accent on the letter before; empty where that letter has no mark yet, as in “foto´s”."""
    at = next((at for at, letter in enumerate(word) if letter in _TONES), 0)
    letter = unicodedata.normalize("NFC", word[at - 1] + _TONES[word[at]]) if at else ""
    whole = len(letter) == 1 and not word[at - 1].isascii()
    return unicodedata.normalize("NFC", f"{word[: at - 1]}{letter}{word[at + 1 :]}") if whole else ""

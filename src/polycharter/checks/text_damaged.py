"""Letters were lost or garbled when the text went through a program with another encoding.

Fires:   "Introduction"  ->  "InleidingÃ©n"
Fires:   "Our cafés"     ->  "Onze caf?s"
Passes:  "Our cafés"     ->  "Onze cafés"

Found are UTF-8 that was read as Windows-1252 or 1258 (“Ã©” for “é”) or by an old Macintosh, question marks in the
middle of words, and Vietnamese in the fonts of before Unicode (“traû lôøi” for “trả lời”).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.garbled import garbled, has_tilde, in_old_font, old_font_letters
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("text-damaged", Severity.ERROR, Certainty.LIKELY, "typography")

_HOLE = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:\?{1,2}[^\W\d_]+)+")
_CAPITAL = re.compile("[A-Z]")
_SPACE = re.compile(r"\s")
_SHOWN = 100
"""Letters of a word that are enough to find it again."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such word."""
    old_fonts = old_font_letters(review.locale)
    for side in sides(review):
        word, start = _damaged(review, side.source, side.target, old_fonts)
        if word:
            what = f"{quote(word, 30)} is damaged"
            todo = "Type the word anew; save the file as UTF-8."
            yield hit(review, side, what, todo, word, side.target if start >= 0 else "", max(start, 0))


def _damaged(review: Review, source: str, target: str, old_fonts: re.Pattern[str] | None) -> tuple[str, int]:
    """The first damaged word and its offset in the translation; -1 where it is told by its letters only."""
    shown, at = garbled(target)
    if shown.startswith("Ã") and _tilde(review):
        shown, at = garbled(target, tilde=True)
    if shown and shown not in source:
        return _around(target, at, at + len(shown))
    if "?" in target and (word := _holed(target)) and not _holed(source):
        return word, -1
    return in_old_font(source, target, old_fonts) if old_fonts else "", -1


@lru_cache(maxsize=4)
def _tilde(review: Review) -> bool:
    """Whether the catalogue has the letter ã where it can't be a byte of another letter."""
    return any(has_tilde(side.target) for side in sides(review))


def _around(text: str, start: int, end: int) -> tuple[str, int]:
    """The word around a place in a text, and its offset: a no-break space at the place belongs to it."""
    first = next((at + 1 for at in range(start - 1, -1, -1) if text[at].isspace()), 0)
    last = _SPACE.search(text, end)
    return text[first : last.start() if last else len(text)], first


def _holed(text: str) -> str:
    """The first word with question marks for letters; in a word in capitals, capitals follow them."""
    for found in _HOLE.finditer(letters(text)):
        word = found[0]
        if word.isupper() or not _CAPITAL.search(word, word.index("?")):
            return word[:_SHOWN]
    return ""

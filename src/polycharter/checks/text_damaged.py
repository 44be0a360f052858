"""Letters were lost or garbled when the text went through a program with another encoding.

Fires:   "Introduction"  ->  "InleidingÃ©n"
Fires:   "Our cafés"     ->  "Onze caf?s"
Passes:  "Our cafés"     ->  "Onze cafés"

Found are UTF-8 that was read as Windows-1252 (“Ã©” for “é”) and question marks in the middle of words.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("text-damaged", Severity.ERROR, Certainty.LIKELY, "typography")

_RUN = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{1,3}")
_TWO = re.compile("[\u00c2-\u00f4][^\x00-\x7f]")
_HOLE = re.compile(r"(?<![^\W\d_])[^\W\d_]+\?[^\W\d_A-Z]+")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such word."""
    for side in sides(review):
        word = _garbled(side.target) or _holed(side.source, side.target)
        if word:
            what = f"{quote(word, 30)} is damaged"
            yield hit(review, side, what, "Type the word anew; save the file as UTF-8.", word)


def _garbled(text: str) -> str:
    for word in () if text.isascii() else text.split():
        if _TWO.search(word) and any(map(_decodes, _RUN.findall(word))):
            return word
    return ""


def _decodes(run: str) -> bool:
    """Whether the characters are the bytes of one letter, each shown as a letter of its own."""
    try:
        return len(run.encode("cp1252").decode("utf-8")) < len(run)
    except UnicodeError:
        return False


def _holed(source: str, target: str) -> str:
    found = _HOLE.search(letters(target)) if "?" in target else None
    return found[0] if found and not _HOLE.search(letters(source)) else ""

"""A word has letters of two scripts, or a letter of another script that only looks like its own.

Fires:   `Аankoop` with the Cyrillic letter U+0410 at its beginning
Passes:  `Aankoop` in Latin letters throughout

Search, screen readers and spelling checkers don't know such a word. A word all in another script is reported where
each of its letters looks like a Latin one.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("scripts-mixed", Severity.ERROR, Certainty.LIKELY, "typography")

_LATIN = "LATIN"
_SCRIPTS = (_LATIN, "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU")
_OTHER = re.compile(r"(?![\u00c0-\u02af\u1e00-\u1eff\ufffc])[^\W\d_\x00-\x7f]")
"""A letter that is not plainly Latin."""

_WORD = re.compile(r"[^\W\d_]+")
_LOOKALIKES = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονριυ"


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such word."""
    for side in sides(review):
        if not _OTHER.search(side.target):
            continue
        text = letters(side.target)
        latin = sum(map(_is_latin, text)) * 2 > sum(map(str.isalpha, text))
        word = next((word for word in _WORD.findall(text) if not word.isascii() and _wrong(word, latin)), "")
        if word and word not in side.source:
            odd = next(letter for letter in word if _script(letter) != (_LATIN if latin else _script(word[0])))
            what = f"{quote(word, 30)} has a letter of another script: {odd} (U+{ord(odd):04X})"
            yield hit(review, side, what, "Type the word anew.", word)


def _wrong(word: str, latin: bool) -> bool:
    scripts = set(map(_script, word)) - {""}
    return len(scripts) > 1 or (latin and bool(scripts) and scripts != {_LATIN} and all(c in _LOOKALIKES for c in word))


def _is_latin(letter: str) -> bool:
    return "A" <= letter <= "z" or _script(letter) == _LATIN


@lru_cache(maxsize=4_000)
def _script(letter: str) -> str:
    """The script of a letter where it is one that is mistaken for another; empty for all the rest."""
    if letter <= "\u02af":
        return _LATIN if letter.isalpha() and letter not in "ªµº" else ""
    if unicodedata.category(letter)[0] != "L":
        return ""
    name = unicodedata.name(letter, "")
    if name.startswith(("MATHEMATICAL", "FULLWIDTH LATIN")):
        return "OTHER"
    return next((script for script in _SCRIPTS if name.startswith(script)), "")

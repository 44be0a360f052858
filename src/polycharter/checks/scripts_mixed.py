"""A word has letters of two scripts, or a letter of another script that only looks like its own.

Fires:   `Аankoop` with the Cyrillic letter U+0410 at its beginning
Passes:  `Aankoop` in Latin letters throughout

Search, screen readers and spelling checkers don't know such a word. A word all in another script is reported where
each of its letters looks like a Latin one, and so are the bold letters that social networks make (𝗯𝗼𝗹𝗱) and, in
Vietnamese, the Icelandic Ð for Đ. Units (μg, kΩ) are not.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
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
_STYLED = "STYLED"
_SCRIPTS = (_LATIN, "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU")
_OTHER = re.compile(r"(?![\u00c0-\u02af\u1e00-\u1eff\ufffc])[^\W\d_\x00-\x7f]")
"""A letter that is not plainly Latin."""

_ENOUGH = 200
"""Translations that tell in which letters a catalogue is written."""

_WORD = re.compile(r"[^\W\d_]+")
_UNIT = re.compile("μ[A-Za-z]{1,3}|[A-Za-z]Ω")
"""A unit with a Greek letter, which Unicode prefers to the signs U+00B5 and U+2126."""

_LOOKALIKES = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονριυ"
_ALIKE: Mapping[str, Mapping[str, str]] = {"vi": {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"}}
"""By language, Latin letters of other alphabets that look like one of its own."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such word."""
    alike = _ALIKE.get(review.locale.partition("-")[0], {})
    other = re.compile(f"{_OTHER.pattern}|[{''.join(alike)}]") if alike else _OTHER
    for side in sides(review):
        if not other.search(side.target):
            continue
        text = letters(side.target)
        latin = _mostly_latin(text) and _in_latin(review)
        for word in _WORD.findall(text):
            odd = "" if word.isascii() else _odd(word, latin) or next((each for each in word if each in alike), "")
            if odd and word not in side.source:
                what = f"{quote(word, 30)} has a letter of another script: {odd} (U+{ord(odd):04X})"
                todo = "Type the word anew."
                if odd in alike:
                    what = f"{quote(word, 30)} has a letter of another alphabet: {odd} (U+{ord(odd):04X})"
                    todo = f"Write {alike[odd]} (U+{ord(alike[odd]):04X})."
                yield hit(review, side, what, todo, word)
                break


@lru_cache(maxsize=4)
def _in_latin(review: Review) -> bool:
    """Whether the catalogue's language is written in Latin letters, by its first translations."""
    return _mostly_latin("".join(letters(side.target) for side in sides(review)[:_ENOUGH]))


def _mostly_latin(text: str) -> bool:
    return sum(map(_is_latin, text)) * 2 > sum(map(str.isalpha, text))


def _odd(word: str, latin: bool) -> str:
    """The first letter of a word that is of another script than the rest of it or of the text; empty if none is."""
    scripts = set(map(_script, word)) - {""}
    if not scripts - {_LATIN} or _UNIT.fullmatch(word):
        return ""
    own = _LATIN if latin or scripts == {_STYLED} else _script(word[0])
    styled = _STYLED in scripts and len(word) > 1
    if len(scripts) > 1 or (latin and all(c in _LOOKALIKES for c in word)) or (styled and (latin or _is_bold(word))):
        return next((letter for letter in word if _script(letter) not in ("", own)), "")
    return ""


def _is_bold(word: str) -> bool:
    """Whether a word is in letters that Unicode has for formulas only; wide ones are usual in Japanese."""
    return all(letter >= "\U0001d400" for letter in word)


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
        return _STYLED
    return next((script for script in _SCRIPTS if name.startswith(script)), "")

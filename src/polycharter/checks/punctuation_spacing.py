"""A space stands before a full stop, comma or the like, or none behind a comma.

Fires:   "Ask us!"                ->  "Vraag het ons !"
Fires:   "You choose, we pay."    ->  "U kiest,wij betalen."
Passes:  "Ask us!"                ->  "Vraag het ons!"

Brackets and the language's quotation marks have no space inside. French sets a space before : ; ! ? and inside « »,
and is left alone there; so are abbreviations that are joined (TP.HCM, PDF:EN).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.reading import SLOT, without_addresses
from polycharter.text.typography import typography

_JOINED = 5
"""Letters that an abbreviation has at most."""

CHECK = Check("punctuation-spacing", Severity.WARNING, Certainty.CERTAIN, "typography")

_L = r"[^\W\d_]"
_BEFORE = re.compile(rf"(?<=[\w{SLOT}”»’)\]])\s+(?:[,.!?](?=[\s”»)]|$)|[;:](?=[\s”»]|$)|[,;!?](?={_L}{{2}}))")
_BEFORE_FRENCH = re.compile(rf"(?<=[\w{SLOT}”»’)\]])\s+(?:[,.](?=[\s”»)]|$)|,(?={_L}{{2}}))")
_NONE_BEHIND = re.compile(
    rf"(?<={_L}{{2}})[,;!?]{_L}{{2,}}"
    rf"|(?<={_L}{{2}}),[a-zà-ỹ](?!\w)"
    rf"|(?<=[\d{SLOT}”»)\]]),{_L}{{2,}}|(?<!\w{_L})(?<={_L}),{_L}{{2,}}"
    rf"|(?<={_L}{{2}})[.:](?=[^\W\d_a-z]){_L}{{2,}}|(?<=\d)\.(?=[^\W\d_a-z]){_L}[a-zà-ỹ]+"
)
_MAYBE_BEFORE = re.compile(r"\s[,.;:!?]")
_MAYBE_BEHIND = re.compile(rf"[,.;:!?]{_L}")
_MAYBE_OPENED = re.compile(r"[(\[]\s|\s[)\]]")
"""Each text is searched with these first: they are quick, and most texts have nothing of the kind."""

_OPENED = re.compile(r"[(\[]\s+\w|\w\s+[)\]]")
_LAST_WORD = re.compile(rf"(?:{_L}+|[\w.:/-]+|{SLOT})?[”»’)\]]*$")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such place, where its source has none."""
    french = review.locale.partition("-")[0] in ("fr", "br")
    before = _BEFORE_FRENCH if french else _BEFORE
    quoted = None if french else _inside_quotes(review.locale)
    for side in sides(review):
        target = without_addresses(side.target)
        found = before.search(target) if _MAYBE_BEFORE.search(target) else None
        if found and not before.search(without_addresses(side.source)):
            mark = found[0].strip()
            what = f"a space stands before “{mark}” in {_with_word(target, found, found[0] + _behind(target, found))}"
            todo = f"Write “{mark}” directly behind the word."
        elif (found := _none_behind(target)) and not _none_behind(without_addresses(side.source)):
            what = f"no space stands behind the mark in {_with_word(target, found, found[0])}"
            todo = "Write a space behind it."
        elif (found := _opened(target)) and not _opened(without_addresses(side.source)):
            what, todo = "a space stands inside the brackets", "Take it away."
        elif quoted and (found := _quoted(quoted, target)) and not _quoted(quoted, without_addresses(side.source)):
            what, todo = "a space stands inside the quotation marks", "Take it away."
        else:
            continue
        yield hit(review, side, what, todo, found[0], target, found.start())


def _opened(text: str) -> re.Match[str] | None:
    return _OPENED.search(text) if _MAYBE_OPENED.search(text) else None


def _quoted(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return None if text.isascii() else pattern.search(text)


def _none_behind(text: str) -> re.Match[str] | None:
    """The first mark without a space behind it that joins no two abbreviations."""
    if not _MAYBE_BEHIND.search(text):
        return None
    return next((found for found in _NONE_BEHIND.finditer(text) if not _joins(text, found)), None)


def _joins(text: str, found: re.Match[str]) -> bool:
    """Whether a mark stands between two abbreviations, such as TP.HCM or PDF:EN."""
    word, behind = filter(str.isalpha, _word_before(text, found.start())), found[0][1:]
    cased = "".join(letter for letter in word if letter.lower() != letter.upper())
    return found[0][0] in ".:" and len(behind) <= _JOINED and behind.isupper() and _is_short(cased)


def _is_short(word: str) -> bool:
    return len(word) <= _JOINED and word[:1].isupper() and word[-1:].isupper()


def _word_before(text: str, at: int) -> str:
    """What stands directly before a place, with the marks that close it."""
    found = _LAST_WORD.search(text[max(0, at - 30) : at])
    return found[0] if found else ""


def _behind(text: str, found: re.Match[str]) -> str:
    """The letters directly behind a place."""
    rest = text[found.end() : found.end() + 30]
    return rest[: next((at for at, letter in enumerate(rest) if not letter.isalpha()), len(rest))]


def _with_word(text: str, found: re.Match[str], said: str) -> str:
    """What was found between quotation marks, with the word before it."""
    return quote(f"{_word_before(text, found.start())}{said}", 40)


_NEVER_SPACED = frozenset("‘’‚‛「」『』")
"""Marks that are apostrophes as well, or wide ones."""


@lru_cache(maxsize=64)
def _inside_quotes(locale: str) -> re.Pattern[str] | None:
    """A space inside the marks of a language that open only, or close only; None where it has none such."""
    marks = typography(locale)
    pairs = marks.pairs if marks else ()
    opening = {pair[0] for pair in pairs} - {pair[1] for pair in pairs} - _NEVER_SPACED
    closing = {pair[1] for pair in pairs} - {pair[0] for pair in pairs} - _NEVER_SPACED
    if not (opening and closing):
        return None
    opens, closes = "".join(sorted(opening)), "".join(sorted(closing))
    return re.compile(rf"(?<![^\s(\[–—])[{opens}]\s+\w|\w\s+[{closes}](?=[\s.,;:!?)\]]|$)")

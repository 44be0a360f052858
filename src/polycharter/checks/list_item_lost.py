"""An enumeration inside a sentence has fewer items than in the source.

Fires:   "Bring the receipt, the product and the box."  ->  "Breng de kassabon en de doos mee."
Passes:  "Bring the receipt, the product and the box."  ->  "Breng de kassabon, het product en de doos mee."

Counted are commas and the words for “and” and “or”, sentence by sentence. Languages whose words for them are not
known are not checked.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.sentences import sentences

CHECK = Check("list-item-lost", Severity.WARNING, Certainty.LIKELY, "completeness")

_JOINING: Mapping[str, str] = {
    "en": "and|or|nor",
    "nl": "en|of|noch|zowel|alsook",
    "de": "und|oder|noch|sowie|bzw",
    "sv": "och|eller|samt|respektive",
    "da": "og|eller|samt",
    "nb": "og|eller|samt",
    "nn": "og|eller|samt",
    "vi": "và|hoặc|hay|cùng|lẫn|cũng như|với",
    "ca": "i|o|ni|o bé|així com|e",
    "es": "y|e|o|u|ni|así como",
    "fr": "et|ou|ni|ainsi que",
    "it": "e|ed|o|od|né|oppure|nonché",
    "pt": "e|ou|nem|bem como",
    "pl": "i|oraz|lub|albo|ani|czy|a",
    "cs": "a|i|nebo|ani|či",
    "fi": "ja|tai|eikä|sekä|taikka",
}
_FEW = 4
"""Words that an item between two commas may have; longer pieces are clauses."""

_REACH = 400
"""Characters that a list has at most."""

_PAIRS = re.compile(
    r", (?:good (?:or|and) bad|day and night|(?:big|large) (?:or|and) small|young and old)", re.IGNORECASE
)
"""What stands behind a comma in English and lists nothing."""

_JOINED = re.compile(r"(?:and|or|nor|but)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:if|when|with|during|in|since|for|after|before|on|at|by|from|as|to|then|instead)\b", re.IGNORECASE
)
"""How an English sentence begins before it lists anything."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first enumeration with fewer items."""
    source, target = _words(review.source), _words(review.locale)
    if not source or not target:
        return
    own, theirs = _last(source), _last(target)
    for side in sides(review):
        if "," not in side.source:
            continue
        for wanted, found in _aligned(side.source, side.target):
            wanted = _PAIRS.sub("", wanted)
            items = max((_items(_before(wanted, at), _FEW, _OPENING) for at in own.finditer(wanted)), default=0)
            here = max((_items(_before(found, at), 3 * _FEW) for at in theirs.finditer(found)), default=0)
            here = max(here, found.count(";") + 1, 2)
            if here < items:
                what = f"the source lists {items:,} things in {quote(wanted, 50)}, the translation {here:,} at most"
                todo = "Compare the two item by item, and put back what is missing."
                yield hit(review, side, what, todo, "" if found == side.target else found)
                break


def unchecked(review: Review) -> str:
    """Why nothing is checked here; empty where it is."""
    unknown = next((each for each in (review.source, review.locale) if not _words(each)), "")
    return f"the words for “and” and “or” are not known for {unknown}" if unknown else ""


def _words(locale: str) -> str:
    return _JOINING.get(locale.partition("-")[0], "")


@lru_cache(maxsize=64)
def _last(joining: str) -> re.Pattern[str]:
    """What stands before the last thing of a list."""
    return re.compile(rf",?\s(?:{joining})\s", re.IGNORECASE)


def _before(sentence: str, last: re.Match[str]) -> str:
    """What stands before the last thing, as far as a list reaches back."""
    return sentence[max(0, last.start() - _REACH) : last.start()]


def _items(before: str, few: int, opening: re.Pattern[str] | None = None) -> int:
    """How many things are listed around the “and”: the first, short pieces between commas, and the last.

    With `opening`, what is no item is looked for: the beginning of the sentence ("If you agree, …"), a piece that has
    an “and” of its own, and a place before the first of its names ("…, in Vietnam, Sweden and Spain").
    """
    first, *pieces = (piece.strip() for piece in re.split(r"[;:(–—]", before)[-1].split(","))
    short = len(list(takewhile(lambda piece: len(piece.split()) <= few, reversed(pieces))))
    if opening is None:
        return short + 2
    items = pieces[len(pieces) - short :]
    if not items or any(_JOINED.match(item) for item in items):
        return 2
    earlier = [*([first] if short == len(pieces) else ()), *items][:-1]
    begins = any(map(opening.match, earlier)) and not opening.match(items[-1])
    return short + (1 if begins else 2)


def _aligned(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Sentence beside sentence; each beside the whole translation where their numbers differ."""
    own, theirs = sentences(source), sentences(target)
    yield from zip(own, theirs if len(own) == len(theirs) else (target,) * len(own), strict=True)

"""An enumeration inside a sentence has fewer items than in the source.

Fires:   "Bring the receipt, the product and the box."  ->  "Breng de kassabon en de doos mee."
Passes:  "Bring the receipt, the product and the box."  ->  "Breng de kassabon, het product en de doos mee."

Counted are commas and the words for “and” and “or” (“as well as”, “and so on” and the like), sentence by sentence.
Languages whose words for them are not known are not checked.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from polycharter.checks._hits import hit
from polycharter.checks._lists import COMMA, JOINING, is_aside, opening, strung
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.sentences import sentences

CHECK = Check("list-item-lost", Severity.WARNING, Certainty.LIKELY, "completeness")

_LEAST = 3
_FEW, _FEW_HERE = 4, 12
"""Words that an item between two commas may have in the source and here; longer pieces are clauses."""

_CLAUSE = re.compile(r"[;:(–—]")
_COMMA = re.compile(COMMA)

_REACH = 400
"""Characters that a list has at most."""

_NO_LIST = re.compile(
    r",? (?:good (?:or|and) bad|day (?:and|or) night|(?:big|large) (?:or|and) small|young and old|yes or no"
    r"|rain or shine|more or less|sooner or later)\b|, please(?=,)"
    r"| or (?:later|earlier|more|longer|older|younger|less|fewer|above|over|under|so)\b"
    r"|(?<=hundred) and\b|(?<=thousand) and\b|(?<=million) and\b",
    re.IGNORECASE,
)
"""What looks like a list in English and is none."""

_JOINED = re.compile(r"(?:and|or|nor|but|either|both|neither)\b", re.IGNORECASE)
"""What an English piece between two commas begins with that holds all of its list."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first enumeration with fewer items."""
    source, target = _words(review.source), _words(review.locale)
    if not source or not target:
        return
    own, theirs = _last(source), _last(target)
    opens, opens_here = opening(review.source), opening(review.locale)
    for side in sides(review):
        if "," not in side.source:
            continue
        for wanted, found in _aligned(side.source, side.target):
            wanted = _NO_LIST.sub("", wanted)
            items = max((_items(_before(wanted, at), opens, review.source) for at in own.finditer(wanted)), default=0)
            if items < _LEAST:
                continue
            begins = opens_here if opens and opens.match(wanted) else None
            here = max((_items_here(_before(found, at), begins) for at in theirs.finditer(found)), default=0)
            here = max(here, found.count(";") + 1, 2)
            if here < items and strung(found, review.locale) < strung(wanted, review.source):
                what = f"the source lists {items:,} things in {quote(wanted, 50)}, the translation {here:,} at most"
                todo = "Compare the two item by item, and put back what is missing."
                yield hit(review, side, what, todo, "" if found == side.target else found)
                break


def unchecked(review: Review) -> str:
    """Why nothing is checked here; empty where it is."""
    unknown = next((each for each in (review.source, review.locale) if not _words(each)), "")
    return f"the words for “and” and “or” are not known for {unknown}" if unknown else ""


def _words(locale: str) -> str:
    return JOINING.get(locale.partition("-")[0], "")


@lru_cache(maxsize=64)
def _last(joining: str) -> re.Pattern[str]:
    """What stands before the last thing of a list."""
    return re.compile(rf",?\s(?:{joining})\s", re.IGNORECASE)


def _before(sentence: str, last: re.Match[str]) -> str:
    """What stands before the last thing, as far as a list reaches back."""
    return sentence[max(0, last.start() - _REACH) : last.start()]


def _items(before: str, opens: re.Pattern[str] | None, locale: str) -> int:
    """How many things the source lists around the “and”: the first, short pieces between commas, and the last.

    Figures are left to number-changed. What is no item is left out: the beginning of the sentence ("If you agree, …"),
    a piece that has an “and” of its own, a place before the first of its names ("…, in Vietnam, Sweden and Spain"), and
    an aside with what is before it ("The card, which is free, …").
    """
    first, pieces, short = _pieces(before, _FEW)
    items = pieces[len(pieces) - short :]
    if not items or any(_JOINED.match(item) or item.isdigit() for item in items):
        return 2
    asides = [at for at in range(short) if is_aside(items, at, [first, *pieces][len(pieces) - short + at], locale)]
    if asides:
        return max(2, short - asides[-1])
    earlier = [*([first] if short == len(pieces) else ()), *items][:-1]
    begins = sum(map(bool, map(opens.match, earlier))) if opens and not opens.match(items[-1]) else 0
    return short + 2 - begins


def _items_here(before: str, opens: re.Pattern[str] | None) -> int:
    """How many things the translation lists, at most; with `opens` its beginning is none, where a clause follows."""
    first, pieces, short = _pieces(before, _FEW_HERE)
    begins = opens and pieces and short == len(pieces) and len(pieces[0].split()) > _FEW and opens.match(first)
    return short + (1 if begins else 2)


def _pieces(before: str, few: int) -> tuple[str, list[str], int]:
    """The first piece before an “and”, the other ones, and how many of the last of those have few words."""
    first, *pieces = (piece.strip() for piece in _COMMA.split(_CLAUSE.split(before)[-1]))
    return first, pieces, len(list(takewhile(lambda piece: len(piece.split()) <= few, reversed(pieces))))


def _aligned(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Sentence beside sentence; each beside the whole translation where their numbers differ."""
    own, theirs = sentences(source), sentences(target)
    yield from zip(own, theirs if len(own) == len(theirs) else (target,) * len(own), strict=True)

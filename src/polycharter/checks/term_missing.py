"""A concept of the glossary stands in the source, and none of its renderings in the translation.

Fires:   `within the time limit` translated as `op tijd`, where the glossary says `termijn`
Passes:  `the time limits` translated as `de termijnen`

A rendering counts in any form that the endings of the language give it, and inside a longer word where the language
joins words. Where both sides have the same number of sentences, each sentence of the translation needs one that has
one in the source; within a sentence it is enough that it stands there once, not after a semicolon or colon alone, since
a word that comes again is often left out. Words to avoid are left to term-avoided, names to name-translated.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from polycharter.checks._hits import hit
from polycharter.checks._terms import Use, is_name, own_text, said, uses
from polycharter.checks.term_avoided import avoided
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, quote
from polycharter.text.sentences import clauses, sentences

CHECK = Check("term-missing", Severity.WARNING, Certainty.POSSIBLE, "terms")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each concept of each text."""
    for use in uses(review):
        if not use.preferred or is_name(use.term, review.locale):
            continue
        lacking = _lacking(use, review.locale)
        if lacking is None or avoided(use, review.locale):
            continue
        where = f" in {quote(lacking)}" if lacking else ""
        what = f"{quote(use.said)} is not translated as the glossary says{where}"
        meant = listed((quote(each) for each in use.preferred), 3, "or")
        todo = f"Use {meant}, or add this rendering to the glossary."
        yield hit(review, use.side, what, todo, lacking)


def _lacking(use: Use, locale: str) -> str | None:
    """The part of the translation that lacks the concept, empty for all of it; None where nothing lacks it."""
    target = own_text(use, locale)
    if not said(use.preferred, target, locale):
        return ""
    ours, theirs = sentences(use.source), sentences(target)
    wanted = _spread(use.source, ours, use.at)
    if len(ours) != len(theirs):
        return "" if said(use.preferred, target, locale) < sum(map(bool, wanted)) else None
    there = [said(use.preferred, each, locale) for each in theirs] if len(theirs) > 1 else [1]
    for index, early in _without(wanted, there):
        if not early:
            return theirs[index]
    for index, each in enumerate(wanted):
        pieces, parts = (clauses(ours[index]), clauses(theirs[index])) if each else ((), ())
        if 1 < len(pieces) == len(parts):
            start = use.source.find(ours[index])
            asked = _spread(ours[index], pieces, [at - start for at in use.at])
            first = next(_without(asked, [said(use.preferred, part, locale) for part in parts]), None)
            if first and first[0] == asked.index(next(filter(None, asked))) and not first[1]:
                return parts[first[0]]
    return None


def _spread(text: str, pieces: Sequence[str], at: Sequence[int]) -> list[int]:
    """How many of the places `at` each piece of a text holds."""
    ends: list[int] = []
    for piece in pieces:
        end = ends[-1] if ends else 0
        ends.append(max(end, text.find(piece, end) + len(piece)))
    found = [0] * len(pieces)
    for place in at:
        if 0 <= place < (ends[-1] if ends else 0):
            found[bisect_right(ends, place)] += 1
    return found


def _without(wanted: Sequence[int], there: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """Each piece that wants a concept and does not have it; whether the pieces before have it more often than wanted.

    Then the translation says it where the source says “it”, and “it” here.
    """
    asked, had = (list(accumulate(each, initial=0)) for each in (wanted, there))
    for index, each in enumerate(wanted):
        if each and not there[index]:
            yield index, had[index] > asked[index]

"""A concept of the glossary is rendered by words that mean something else.

Fires:   `the charter` translated as `het contract`, where the glossary says `handvest` and to avoid `contract`
Passes:  `a charter, not a contract` translated as `een handvest, geen contract`

The words to avoid are right where the source says what they mean: where it has another concept that they are the
rendering of, or where the concept itself has been rendered as often as the source names it. Endings are those of the
language, and where it joins words, longer words count as well.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._terms import Use, counted, renderings, said, uses
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inflection import rendering
from polycharter.text.quote import listed, quote

CHECK = Check("term-avoided", Severity.WARNING, Certainty.LIKELY, "terms")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each concept of each text."""
    for use in uses(review):
        wrong = avoided(use, review.locale)
        if wrong:
            meant = listed((quote(each) for each in use.preferred), 3, "or")
            what = f"{quote(use.said)} is translated as {quote(wrong)}"
            todo = f"Use {meant}." if meant else "Use other words."
            yield hit(review, use.side, what, f"{todo} {use.term.note}".strip(), wrong)


def avoided(use: Use, locale: str) -> str:
    """The words to avoid that stand in a text in place of its concept; empty where there are none."""
    if not use.avoided or said(use.preferred, use.target, locale) >= len(use.at):
        return ""
    rest = counted(use.preferred, use.target, locale)[1]
    for phrase in use.avoided:
        match = rendering(phrase, locale, within=True).search(rest)
        if match and not _licensed(phrase, use, locale):
            return _whole(match)
    return ""


def _whole(match: re.Match[str]) -> str:
    """The words that a match is a part of."""
    text, (start, end) = match.string, match.span()
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _licensed(phrase: str, use: Use, locale: str) -> bool:
    """Whether the source says the very word, or another concept that it is the rendering of."""
    if rendering(phrase, locale).search(_beside(use)):
        return True
    theirs = (each for other in use.others for each in renderings(other.preferred, locale))
    return any(rendering(each, locale, within=True).search(phrase) for each in theirs)


def _beside(use: Use) -> str:
    """The source without the concept itself: “charter” for a charter is no loanword that the source says as well."""
    pieces, end = [], 0
    for at in use.at:
        pieces.append(use.source[end:at])
        end = at + len(use.said)
    return " ".join((*pieces, use.source[end:]))

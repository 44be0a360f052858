"""The space between a number and its per cent sign is not as the language sets it.

Fires:   "90% of all letters"  ->  "90 % van alle brieven"
Passes:  "90% of all letters"  ->  "90% van alle brieven"

By CLDR, Catalan and Swedish set a no-break space there, Dutch and Vietnamese nothing. Shares that are facts are set
right by themselves.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.reading import SLOT, without_addresses
from polycharter.text.typography import typography

CHECK = Check("percent-spacing", Severity.WARNING, Certainty.CERTAIN, "typography")

_NUMBER = rf"(?:(?<!\d)(?<!\d[.,])(?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*|{SLOT})"
_SPACED = re.compile(rf"{_NUMBER}\s+%(?!\d)")
_NOT_SPACED = re.compile(rf"{_NUMBER}[ \t]*%(?!\d)")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such sign."""
    marks = typography(review.locale)
    if marks is None:
        return
    wrong = _NOT_SPACED if marks.spaced else _SPACED
    todo = "Write a no-break space (U+00A0) before %." if marks.spaced else "Write % directly behind the number."
    for side in sides(review):
        read = without_addresses(side.target) if "%" in side.target else ""
        found = wrong.search(read)
        if found:
            shown = found[0].replace(SLOT, "{…}")
            space = "an ordinary space" if marks.spaced else "a space"
            space = space if any(map(str.isspace, found[0])) else "no space"
            what = f"{quote(shown)} is not how the language sets a per cent sign: {space} stands before it"
            yield hit(review, side, what, todo, found[0], read, found.start())

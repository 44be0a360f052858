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
from polycharter.text.reading import SLOT, reading
from polycharter.text.typography import typography

CHECK = Check("percent-spacing", Severity.WARNING, Certainty.CERTAIN, "typography")

_SPACED = re.compile(rf"(?:(?<!\d)\d+|{SLOT})\s+%")
_NOT_SPACED = re.compile(rf"(?:(?<!\d)\d+|{SLOT})[ \t]*%")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such sign."""
    marks = typography(review.locale)
    if marks is None:
        return
    wrong = _NOT_SPACED if marks.spaced else _SPACED
    todo = "Write a no-break space (U+00A0) before %." if marks.spaced else "Write % directly behind the number."
    for side in sides(review):
        read = reading(side.target) if "%" in side.target else ""
        found = wrong.search(read)
        if found:
            shown = found[0].replace(SLOT, "{…}")
            what = f"{quote(shown)} is not how the language sets a per cent sign"
            yield hit(review, side, what, todo, found[0], read, found.start())

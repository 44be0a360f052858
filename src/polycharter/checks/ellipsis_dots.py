"""Three full stops stand for an ellipsis.

Fires:   "And so on…"  ->  "Enzovoort..."
Passes:  "And so on…"  ->  "Enzovoort…"

A screen reader says an ellipsis as a pause. Left alone where the charter itself writes three full stops.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.checks._source_style import writes
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.reading import reading
from polycharter.text.sentences import ending

CHECK = Check("ellipsis-dots", Severity.WARNING, Certainty.CERTAIN, "typography")

_CLOSING = " \n\u00a0)]»”’\"'"
_DOTS = re.compile(r"\.\s?\.\s?\.|(?<!\.)\.\.(?!\.)")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with such dots."""
    if writes(review, ".."):
        return
    for side in sides(review):
        read = reading(side.target)
        found = _DOTS.search(read)
        if found:
            what, todo = "full stops stand for an ellipsis", "Write … (U+2026)."
            if found[0] == ".." and found.end() == len(read.rstrip(_CLOSING)) and ending(reading(side.source)) == ".":
                what, todo = "a full stop stands twice", "Write one full stop."
            yield hit(review, side, what, todo, found[0], read, found.start())

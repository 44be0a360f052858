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

CHECK = Check("ellipsis-dots", Severity.WARNING, Certainty.CERTAIN, "typography")

_DOTS = re.compile(r"\.\s?\.\s?\.|(?<!\.)\.\.(?!\.)")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with such dots."""
    if writes(review, ".."):
        return
    for side in sides(review):
        read = reading(side.target)
        found = _DOTS.search(read)
        if found:
            what = "full stops stand for an ellipsis"
            yield hit(review, side, what, "Write … (U+2026).", found[0], read, found.start())

"""Braces in the translation are no placeholder: one is missing, or something else than a plain name is inside.

Fires:   "We answer within {days}."  ->  "Wij antwoorden binnen {days."
Passes:  "We answer within {days}."  ->  "Wij antwoorden binnen {days}."

Only names of Latin letters, digits and underscores can be filled in; `{user.name}` or `{0}` cannot. A brace that
readers shall see is written twice.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.placeholders import malformed, names
from polycharter.text.quote import listed, quote

CHECK = Check("placeholder-malformed", Severity.ERROR, Certainty.CERTAIN, "markup")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with such braces."""
    for side in sides(review):
        broken = malformed(side.target)
        if broken:
            what = f"the braces in {listed(quote(piece.written, 30) for piece in broken)} are no placeholder"
            wanted = listed(f"{{{name}}}" for name in dict.fromkeys(names(side.source)))
            todo = f"Write it as in the source: {wanted}." if wanted else "Write {{ and }} for braces that are read."
            yield hit(review, side, what, todo, broken[0].written, side.target, broken[0].offset)

"""Quotation marks are those of another language, or of a typewriter.

Fires:   "Say “within”."  ->  "Zeg „binnen“."
Passes:  "Say “within”."  ->  "Zeg “binnen”."

The pairs of each language are those of CLDR; in Catalan « » stand outside, “ ” only inside them. A language whose
marks are not known is not judged, and " is left alone where the charter itself writes it. Marks that are typed as two
others ('' ,, << >>) or as accents (´) are no quotation marks either.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._quotes import quotes
from polycharter.checks._sides import sides
from polycharter.checks._source_style import writes
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed
from polycharter.text.reading import reading
from polycharter.text.typography import typography

_TYPED = ("<<", ">>", ",,", "''", "´", "`", "′", "″")
"""Marks that are left alone where the source has them as well: they mean something else there."""

CHECK = Check("quotes-foreign", Severity.WARNING, Certainty.LIKELY, "typography")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with such marks."""
    marks = typography(review.locale)
    if marks is None:
        return
    straight = writes(review, '"')
    for side in sides(review):
        text = reading(side.target)
        found = quotes(text, marks, straight=straight, source=typography(review.source)).foreign
        wrong = [(at, mark) for at, mark in found if mark not in _TYPED or mark not in side.source]
        if wrong:
            kinds = list(dict.fromkeys(quote_mark(mark) for _, mark in wrong))
            verb = "is no quotation mark" if len(kinds) == 1 else "are no quotation marks"
            todo = f"Write {marks.outer[0][0]}…{marks.outer[0][1]}."
            yield hit(review, side, f"{listed(kinds)} {verb} of this language", todo, wrong[0][1], text, wrong[0][0])


def quote_mark(mark: str) -> str:
    """A mark so that it can be told from the marks around it."""
    return f"{mark} (U+{ord(mark[0]):04X}{' twice' if len(mark) > 1 else ''})"

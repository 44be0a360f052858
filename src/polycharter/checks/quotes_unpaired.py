"""A quotation mark is opened and not closed, or closed and not opened.

Fires:   "Say “within” and a number."  ->  "Zeg “binnen en noem een getal."
Passes:  "Say “within” and a number."  ->  "Zeg “binnen” en noem een getal."

Looked at are the marks of the language; others are quotes-foreign's.
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

CHECK = Check("quotes-unpaired", Severity.WARNING, Certainty.LIKELY, "typography")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with a mark that has no partner."""
    marks = typography(review.locale)
    if marks is None:
        return
    straight = writes(review, '"')
    for side in sides(review):
        text = reading(side.target)
        found = quotes(text, marks, straight=straight)
        if found.foreign:
            continue
        alone = [*found.alone]
        if straight and text.count('"') % 2 and not reading(side.source).count('"') % 2:
            alone.append(text.rfind('"'))
        if alone:
            what = f"the quotation mark {listed(dict.fromkeys(text[at] for at in alone))} has no partner"
            todo = f"Put quotation marks at both ends: {marks.outer[0][0]}…{marks.outer[0][1]}."
            yield hit(review, side, what, todo, text[alone[0]], text, alone[0])

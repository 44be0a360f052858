"""An apostrophe is typed as on a typewriter, or as an accent on its own.

Fires:   "Our manager’s answer"  ->  "Foto's van de manager"
Passes:  "Our manager’s answer"  ->  "Foto’s van de manager"

Left alone where the charter itself writes straight apostrophes. An accent (´ or `) or the opening mark ‘ between
two letters is reported always.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.checks._source_style import writes
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("apostrophe-straight", Severity.WARNING, Certainty.CERTAIN, "typography")

_MARKS = "'´`‘′"
_BETWEEN = r"(?<![^\W\d_])[^\W\d_]+[{0}][^\W\d_]+"
_NEVER = re.compile(_BETWEEN.format("´`‘′"))
_STRAIGHT = re.compile(_BETWEEN.format(_MARKS) + r"|(?<!\w)'(?:[nst]|[mkr])(?!\w)(?!')")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such apostrophe."""
    wrong = _NEVER if writes(review, "'") else _STRAIGHT
    for side in sides(review):
        if not any(mark in side.target for mark in _MARKS):
            continue
        read = letters(side.target)
        found = wrong.search(read)
        if found:
            what = f"the apostrophe in {quote(found[0], 30)} is not ’ (U+2019)"
            yield hit(review, side, what, "Write ’.", found[0], read, found.start())

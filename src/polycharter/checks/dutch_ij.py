"""The Dutch ij is one character, or only its first letter is a capital.

Fires:   "Ice cream"  ->  "Ijs"
Passes:  "Ice cream"  ->  "IJs"

The characters ĳ and Ĳ (U+0133, U+0132) are there for old character sets; spelling checkers and search don't know
them. At the beginning of a sentence or name both letters are capitals.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import quote

CHECK = Check("dutch-ij", Severity.WARNING, Certainty.CERTAIN, "typography", ("nl",))

_WRONG = re.compile(r"(?<!\w)\w*[ĳĲ]\w*|\bIj(?:[a-zà-ÿ]+|(?!\w))")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each Dutch text, at its first such word."""
    if review.locale.partition("-")[0] not in CHECK.languages:
        return
    for side in sides(review):
        read = letters(side.target)
        found = _WRONG.search(read)
        if found:
            right = found[0].replace("ĳ", "ij").replace("Ĳ", "IJ").replace("Ij", "IJ")
            what = f"{quote(found[0], 40)} has an ij that is not written as two letters of one size"
            yield hit(review, side, what, f"Write “{right}”.", found[0], read, found.start())

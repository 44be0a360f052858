"""Two spaces follow one another, or a tab stands in the text.

Fires:   "Ask us."  ->  "Vraag  het ons."
Passes:  "Ask us."  ->  "Vraag het ons."

A line break of Markdown (two spaces at the end of a line) is none.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.reading import reading

CHECK = Check("spaces-doubled", Severity.WARNING, Certainty.CERTAIN, "typography")

_PAIR = re.compile("[ \u00a0\u202f]{2,}|\t")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, where its source has none."""
    for side in sides(review):
        if not _PAIR.search(side.target):
            continue
        read = reading(side.target).rstrip()
        found = _PAIR.search(read, len(read) - len(read.lstrip()))
        if found and not _PAIR.search(reading(side.source).strip()):
            before = read[: found.start()].split()
            where = f"after {quote(before[-1], 30)}" if before else "at the beginning"
            what = f"there is more than one space {where}"
            yield hit(review, side, what, "Write one space.", found[0], read, found.start())

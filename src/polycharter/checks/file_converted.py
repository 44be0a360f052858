"""The file was not in UTF-8; it was converted when it was read.

Fires:   `Content-Type: text/plain; charset=ISO-8859-1`
Passes:  `Content-Type: text/plain; charset=UTF-8`

The charset is the one that the header names, by any of its usual names. If the header is wrong about it, letters
with accents are wrong now, and the next update writes them so.
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review

CHECK = Check("file-converted", Severity.NOTE, Certainty.CERTAIN, "header")


def find(review: Review) -> Iterator[Hit]:
    """A hit for each thing that was put right when the file was read."""
    for note in review.catalogue.repaired:
        yield Hit(note.place, note.what, note.todo)

"""A commitment has passed its last day; it is no longer shown, though nobody took it out of the charter.

Fires:   `effective_to = 2026-06-30` on 1 July 2026
Passes:  `effective_to = 2026-06-30` on 30 June 2026

A promise that ends should end in a new version of the charter, which says so and why.
"""

from collections.abc import Iterator

from polycharter.checks._records import place, records
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("commitment-ended", Severity.WARNING, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each commitment whose last day is before today."""
    for record in records(review.charter, "commitments"):
        until = record.shown_until
        if until is not None and until < review.today:
            what = f"the commitment {quote(record.id)} ended on {until.isoformat()} and is not shown any more"
            yield Hit(place(record), what, "Take it out in a new version of the charter, or set a new effective_to.")

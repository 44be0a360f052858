"""A current agreement has passed its last day; it is no longer shown.

Fires:   `until = 2026-06-30` on 1 July 2026
Passes:  `until = 2026-06-30` on 30 June 2026
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("agreement-expired", Severity.NOTE, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each agreement whose last day is before today."""
    for expiring in review.charter.expiring:
        if expiring.what == "agreement" and expiring.until < review.today:
            what = f"the agreement {quote(expiring.id)} ended on {expiring.until.isoformat()} and is not shown any more"
            yield Hit(expiring.place, what, "Remove it, or decide again and set a new last day (until).")

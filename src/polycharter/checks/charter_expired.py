"""The charter has passed its last day and would still be published.

Fires:   `valid_until` is 31 December 2027, and it is 1 January 2028
Passes:  `valid_until` is 31 December 2027, and it is that day
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("charter-expired", Severity.ERROR, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """A hit where the last day of the charter is before today."""
    for expiring in review.charter.expiring:
        if expiring.what == "charter" and expiring.until < review.today:
            what = f"the charter was valid until {expiring.until.isoformat()} (the fact {quote(expiring.id)})"
            yield Hit(expiring.place, what, "Review the charter, then set its new last day.")

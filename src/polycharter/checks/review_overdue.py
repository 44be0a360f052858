"""The day of the next review has passed, and the charter still announces it.

Fires:   `[review] next` names a fact of 1 December 2026, and it is 2 December 2026
Passes:  the same fact, and it is that day

A charter promises its readers to be looked at again. When that has been done, last and next review get new dates.
"""

from collections.abc import Iterator

from polycharter.checks._records import field, records
from polycharter.model.check import Check
from polycharter.model.content import FactUse
from polycharter.model.facts import Date
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("review-overdue", Severity.WARNING, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """A hit where the date of the next review is before today."""
    for record in records(review.charter, "review"):
        planned = field(record, "next_review")
        if planned is None or not isinstance(planned.value, FactUse):
            continue
        fact = review.charter.facts[planned.value.name]
        if isinstance(fact.value, Date) and fact.value.value < review.today:
            what = f"the next review was due on {fact.value.value.isoformat()} (the fact {quote(fact.name)})"
            yield Hit(fact.place, what, "Review the charter, then write the dates of this review and of the next.")

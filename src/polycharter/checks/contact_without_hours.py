"""A contact can be called, and nothing says when.

Fires:   a contact with `phone = "helpline"` and no `hours`
Passes:  the same with `hours = "helpline_hours"`, or with `emergency = true`

An emergency contact is there day and night. Whoever only writes needs no hours either.
"""

from collections.abc import Iterator

from polycharter.checks._records import field, place, records
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("contact-without-hours", Severity.WARNING, Certainty.LIKELY, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each contact with a phone number and without hours."""
    for record in records(review.charter, "contacts"):
        if field(record, "phone") and not field(record, "hours") and "emergency" not in record.marks:
            what = f"the contact {quote(record.id)} has a phone number and no hours"
            yield Hit(place(record), what, 'Add hours = "…", the name of a fact of the type hours.')

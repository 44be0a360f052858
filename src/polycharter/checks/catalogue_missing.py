"""A locale of the charter has no catalogue file.

Fires:   `locales/nl/LC_MESSAGES/charter.po` is not there, or is empty
Passes:  the file is there, even without a single translation

What is in a file is looked at by the other checks; a missing one is reported here only.
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review

CHECK = Check("catalogue-missing", Severity.ERROR, Certainty.CERTAIN, "completeness")


def find(review: Review) -> Iterator[Hit]:
    """One hit where nothing was read and something is to be translated."""
    catalogue = review.catalogue
    if review.template.entries and not catalogue.entries and catalogue.header is None:
        what = f"there is no such catalogue, or it is empty: nothing is translated into {review.locale}"
        yield Hit(review.place(), what, f"Run polycharter update {review.locale}, then translate what the file holds.")

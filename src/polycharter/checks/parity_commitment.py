"""A commitment, an interruption, an agreement or the review says something else in a language than in the source.

Fires:   `reply-letters` is kept within 5 working days in English, and within 10 in Dutch
Passes:  5 working days in both; or a fact that the charter marks as local, with a value of its own in Dutch

What is compared is what stands behind the words: the limit, the target, the result, the dates, before they are
formatted.
"""

from collections.abc import Iterator

from polycharter.checks._parity import differences, said, told_once
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import EditionReview
from polycharter.text.quote import quote

CHECK = Check("parity-commitment", Severity.ERROR, Certainty.CERTAIN, "parity")

NAMES = {"commitments": "commitment", "interruptions": "interruption", "agreements": "agreement"}


def find_in_edition(review: EditionReview) -> Iterator[Hit]:
    """One hit for each record or field that differs, in each language."""
    todo = "Correct the value in charter.toml, or take the override out of the language's locale.toml."
    for row in ("commitments", "records"):
        for difference in told_once(differences(review, row)):
            kind, id, *field = difference.at.split(".", 2)
            record = f"the {NAMES.get(kind, kind)} {quote(id)}"
            about = f"{field[0]} of {record}" if field else record
            yield Hit(difference.place, said(about, difference), todo, locale=difference.locale)

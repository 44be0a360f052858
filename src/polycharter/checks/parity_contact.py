"""A contact is missing in a language, or offers other ways of reaching it than in the source.

Fires:   customer service has a phone number in English, and none in Dutch
Passes:  a phone number in both, the Dutch one from `locales/nl/locale.toml`

Numbers, addresses and hours may be local; that there is a number may not.
"""

from collections.abc import Iterator

from polycharter.checks._parity import differences, said, told_once
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import EditionReview
from polycharter.text.quote import quote

CHECK = Check("parity-contact", Severity.ERROR, Certainty.CERTAIN, "parity")


def find_in_edition(review: EditionReview) -> Iterator[Hit]:
    """One hit for each contact or field of one that differs, in each language."""
    todo = "Correct charter.toml, or mark the fact local = true where a language may have a value of its own."
    for difference in told_once(differences(review, "contacts")):
        _, id, *field = difference.at.split(".", 2)
        about = f"{field[0]} of the contact {quote(id)}" if field else f"the contact {quote(id)}"
        yield Hit(difference.place, said(about, difference), todo, locale=difference.locale)

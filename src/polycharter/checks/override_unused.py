"""A locale overrides a fact with the value that the charter has anyway.

Fires:   `[facts.helpline]` in `locales/nl/locale.toml` with the number of charter.toml
Passes:  `[facts.helpline]` in `locales/nl/locale.toml` with a Dutch number

It changes nothing today, but would hold the old value the day the charter's own changes.
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.text.quote import quote

CHECK = Check("override-unused", Severity.NOTE, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each override that says the same."""
    for layer in review.charter.layers.values():
        for name, fact in layer.facts.items():
            own = review.charter.facts.get(name)
            if own is not None and own.value == fact.value:
                what = f"{layer.locale} gives the fact {quote(name)} the value that it has already"
                yield Hit(fact.place, what, "Remove the override, or write the local value.")

"""A link leads readers of one language elsewhere than readers of the source, or is missing.

Fires:   a link to `#complaints` in the English page, and none in the Dutch one
Passes:  the same links in both, in any order, their words translated

Compared are the links of the finished pages, text by text: what link-changed says of a catalogue, this check says of
what is published.
"""

from collections.abc import Iterator

from polycharter.checks._parity import differences
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import EditionReview
from polycharter.text.quote import listed, quote

CHECK = Check("parity-link", Severity.ERROR, Certainty.CERTAIN, "parity")


def find_in_edition(review: EditionReview) -> Iterator[Hit]:
    """One hit for each text whose links differ, in each language."""
    for difference in differences(review, "links"):
        lacks = listed(quote(item.what) for item in difference.lacks)
        has = listed(quote(item.what) for item in difference.has)
        said = " and ".join(filter(None, (lacks and f"has no link to {lacks}", has and f"has one to {has}")))
        where = f"a text in the section {quote(difference.section)}" if difference.section else "the title"
        items = (*difference.lacks, *difference.has)
        keys = tuple(dict.fromkeys(item.key for item in items if item.key))
        what = f"{where} {said} in {difference.locale}"
        todo = "Write the translated words in [square brackets] and the source's target in (round ones)."
        yield Hit(difference.place, what, todo, keys, locale=difference.locale)

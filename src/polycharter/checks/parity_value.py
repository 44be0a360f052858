"""A text gives a reader of one language a value that readers of the source don't get, or keeps one back.

Fires:   “within 5 working days” in English, and in Dutch a sentence without the value
Passes:  the same values in both, in any order

Compared are the values that stand in the finished pages, text by text, whoever put them there.
"""

from collections.abc import Iterator

from polycharter.checks._parity import differences
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import EditionReview
from polycharter.text.quote import listed, quote, shortened

CHECK = Check("parity-value", Severity.ERROR, Certainty.CERTAIN, "parity")


def find_in_edition(review: EditionReview) -> Iterator[Hit]:
    """One hit for each text whose values differ, in each language."""
    for difference in differences(review, "values"):
        lacks = listed(f"{{{item.what.partition('=')[0]}}}" for item in difference.lacks)
        has = listed(f"{{{item.what.partition('=')[0]}}}" for item in difference.has)
        said = " and ".join(filter(None, (lacks and f"lacks {lacks}", has and f"has {has}")))
        where = f"a text in the section {quote(difference.section)}" if difference.section else "the title"
        items = (*difference.lacks, *difference.has)
        keys = tuple(dict.fromkeys(item.key for item in items if item.key))
        about = f" (“{shortened(keys[0][1], 40)}”)" if keys else ""
        what = f"{where}{about} {said} in {difference.locale}"
        yield Hit(difference.place, what, "Write the same {names} as in the source.", keys, locale=difference.locale)

"""A language lacks a section, a heading or a block that the source has, or has one of its own.

Fires:   an edition with the sections `scope` and `rights` in English, and with `scope` alone in Dutch
Passes:  the same sections in both, and in Dutch one more that stands in `locales/nl/addenda`

Whoever reads a charter in another language must find everything that the others find, at the same place. What a
language adds in its addenda is allowed, and named in the proof table (`polycharter check --parity`).
"""

from collections.abc import Iterator

from polycharter.checks._parity import differences
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.place import Place
from polycharter.model.review import EditionReview
from polycharter.text.quote import listed, quote

CHECK = Check("parity-section", Severity.ERROR, Certainty.CERTAIN, "parity")


def find_in_edition(review: EditionReview) -> Iterator[Hit]:
    """One hit for each section that differs, in each language."""
    todo = "Build again from the charter; if it stays, report it as a mistake of polycharter."
    told: set[tuple[str, str]] = set()
    for difference in differences(review, "sections"):
        told.add((difference.locale, difference.section))
        does = "lacks" if difference.lacks else "has, and the source has not,"
        what = f"the {review.edition} edition in {difference.locale} {does} the section {quote(difference.section)}"
        yield Hit(difference.place, what, todo, locale=difference.locale)
    blocks: dict[tuple[str, str], list[str]] = {}
    places: dict[tuple[str, str], Place] = {}
    for difference in differences(review, "blocks"):
        where = difference.locale, difference.section
        if where not in told:
            places.setdefault(where, difference.place)
            items = difference.lacks or difference.has
            blocks.setdefault(where, []).append(f"{items[0].what} (block {difference.at})")
    for (locale, section), those in blocks.items():
        what = f"the section {quote(section)} has other blocks in {locale} than in the source: {listed(those, 3)}"
        yield Hit(places[locale, section], what, todo, locale=locale)

"""A translation equals its source, so it was copied and not translated.

Fires:   "We answer every letter."  ->  "We answer every letter."
Passes:  "Service"                  ->  "Service"

One to three words may well be the same in two languages, and so may names: text that is mostly words with a capital
or a digit is left alone. Where a whole section was left, wrong-language reports it.
"""

from collections.abc import Iterator

from polycharter.checks._foreign import foreign
from polycharter.checks._judge import language_of
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.copied import needs_translation
from polycharter.text.extracted import section_of
from polycharter.text.quote import quote

CHECK = Check("left-in-source", Severity.ERROR, Certainty.LIKELY, "language")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each copy of four words or more."""
    if review.locale.partition("-")[0] == review.source.partition("-")[0]:
        return
    copies = [
        (section_of(wanted.extracted_comments), entry)
        for wanted, entry in review.pairs()
        if _sources(wanted.id, wanted.plural) & {*entry.targets} and any(map(needs_translation, entry.targets))
    ]
    if copies:
        source = language_of(review.source)
        reported = {those.section for those in foreign(review) if those.many and those.language == source}
        for section, entry in copies:
            if section not in reported:
                what = f"the translation is the source itself: {quote(entry.targets[0])}"
                yield Hit(review.place(entry), what, "Translate it.", (entry.key,))


def _sources(*texts: str | None) -> set[str]:
    return {text for text in texts if text}

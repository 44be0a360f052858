"""A translation equals its source, so it was copied and not translated.

Fires:   "We answer every letter."  ->  "We answer every letter."
Passes:  "Service"                  ->  "Service"

One to three words may well be the same in two languages, and so may names: text that is mostly words with a capital
or a digit is left alone, and so is one that is in the catalogue's own language (an office that the source calls by its
name). A short text that could be either of two near languages, such as Spanish and Catalan, passes too. Where a whole
section was left, wrong-language reports it.
"""

from collections.abc import Iterator

from polycharter.checks._foreign import foreign
from polycharter.checks._judge import are_near, fits_less, language_of
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.copied import needs_translation
from polycharter.text.extracted import section_of
from polycharter.text.inline import letters
from polycharter.text.quote import form_name, quote

CHECK = Check("left-in-source", Severity.ERROR, Certainty.LIKELY, "language")

_FAR, _NEAR = -8.0, 1.0
"""By how much a copy must speak for the source's language: English that could be Dutch is English all the same."""

_SHORT = 40
"""Letters under which a text can be right in two near languages."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each copy of four words or more."""
    if review.locale.partition("-")[0] == review.source.partition("-")[0]:
        return
    copies = [
        (section_of(wanted.extracted_comments), entry, copied)
        for wanted, entry in review.pairs()
        for copied in _copied(wanted, entry, review)
    ]
    if copies:
        source = language_of(review.source)
        reported = {those.section for those in foreign(review) if those.many and those.language == source}
        for section, entry, form in copies:
            if section not in reported:
                text = entry.targets[form]
                what = f"the translation is the source itself: {quote(text)}{form_name(form, entry.targets)}"
                yield Hit(review.place(entry), what, "Translate it.", (entry.key,), form=form)


def _copied(wanted: Entry, entry: Entry, review: Review) -> Iterator[int]:
    """The first plural form that is a copy, none where none is."""
    for form, text in enumerate(entry.targets):
        if text in (wanted.id, wanted.plural) and needs_translation(text) and _is_theirs(text, review):
            yield form
            return


def _is_theirs(text: str, review: Review) -> bool:
    """Whether a text is in the source's language, not in the catalogue's or in both."""
    read = letters(text)
    short = sum(map(str.isalpha, read)) < _SHORT
    near = are_near(review.locale, review.source)
    return (near and not short) or fits_less(read, review.locale, review.source, _NEAR if near else _FAR)

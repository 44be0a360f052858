"""A message that counts has more or fewer plural forms than the language.

Fires:   "{n} day" | "{n} days"  ->  "{n} dag"
Passes:  "{n} day" | "{n} days"  ->  "{n} dag" | "{n} dagen"

The number of forms is the one in the file's own Plural-Forms field. Where that is not the language's, nothing is
counted: plural-forms-wrong reports the field, which has to be corrected first.
"""

from collections.abc import Iterator

from polycharter.checks._sides import plural_header
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.plural import parse_plural_forms
from polycharter.text.quote import counted, quote

CHECK = Check("plural-count", Severity.ERROR, Certainty.CERTAIN, "header")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each finished entry with a wrong number of forms."""
    header = plural_header(review)
    forms = parse_plural_forms(header).nplurals if header else None
    if review.plural_forms and parse_plural_forms(review.plural_forms).nplurals != forms:
        forms = None
    for wanted, entry in review.pairs():
        if (wanted.plural is None) != (entry.plural is None):
            kind = (
                "has no plural forms here" if entry.plural is None else "has plural forms here, but not in the charter"
            )
            yield Hit(review.place(entry), f"{quote(wanted.id)} {kind}", "Run polycharter update.", (entry.key,))
        elif wanted.plural is not None and forms is not None and len(entry.targets) != forms:
            what = f"{quote(wanted.id)} has {counted(len(entry.targets), 'plural form')}, the language has {forms}"
            last = f" {'and' if forms == 2 else 'to'} msgstr[{forms - 1}]" if forms > 1 else ""
            todo = f"Write {counted(forms, 'form')}: msgstr[0]{last}."
            yield Hit(review.place(entry), what, todo, (entry.key,))

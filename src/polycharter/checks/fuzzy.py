"""A translation is marked fuzzy: the source has changed, or somebody was not sure. It is never published.

Fires:   "We answer within {days}."  ->  "Wij antwoorden binnen drie dagen." [fuzzy]
Passes:  "We answer within {days}."  ->  "Wij antwoorden binnen {days}."

After an update the lines that begin with `#|` hold the source as it was when the translation was made.
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import is_blank, quote

CHECK = Check("fuzzy", Severity.ERROR, Certainty.CERTAIN, "completeness")

_UNMARK = "then remove the word fuzzy (in Poedit: “Needs work”)."


def find(review: Review) -> Iterator[Hit]:
    """One hit for each fuzzy entry that the charter still holds and that has a text."""
    live = review.catalogue.live()
    for wanted in review.template.entries:
        entry = live.get(wanted.key)
        if entry is None or not entry.fuzzy or is_blank("".join(entry.targets)):
            continue
        if entry.previous_id is not None and entry.previous_id != entry.id:
            what = f"the source of this translation has changed, it was {quote(entry.previous_id)}"
            todo = f"Compare the old source (in the lines that begin with #|) with the new one, correct, {_UNMARK}"
        else:
            what = f"the translation of {quote(wanted.id)} is marked fuzzy"
            todo = f"Compare it with the source, correct it, {_UNMARK}"
        yield Hit(review.place(entry), what, todo, (entry.key,))

"""The file still offers translations of messages that the charter no longer holds.

Fires:   an entry in use whose text is not in the template
Passes:  the same entry marked obsolete, with `#~` before each of its lines

Nothing is wrong with what is published. An update puts such entries aside, from where they come back with the text.
"""

from collections.abc import Iterator

from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import counted, quote

CHECK = Check("catalogue-stale", Severity.NOTE, Certainty.CERTAIN, "completeness")


def find(review: Review) -> Iterator[Hit]:
    """One hit for the whole file, at the first such entry."""
    wanted = {entry.key for entry in review.template.entries}
    stale = [entry for key, entry in review.catalogue.live().items() if key not in wanted]
    if stale:
        first = quote(stale[0].id)
        what = f"{counted(len(stale), 'translation')} in this file belong to no message of the charter, first {first}"
        if len(stale) == 1:
            what = f"{first} is no longer in the charter"
        yield Hit(
            review.place(stale[0]), what, "Run polycharter update; it keeps the translations aside.", (stale[0].key,)
        )

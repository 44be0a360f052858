"""The translation does not end as its source does: a full stop, question mark or colon is missing or was added.

Fires:   "We answer every letter."  ->  "Wij beantwoorden elke brief"
Passes:  "We answer every letter."  ->  "Wij beantwoorden elke brief!"
Passes:  "Returns"                  ->  "Retouren"

A full stop and an exclamation mark end a sentence alike. Brackets and quotation marks around them don't matter;
languages that write without full stops (Thai, Lao, Khmer, Burmese) are left alone, and so are abbreviations.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.reading import reading
from polycharter.text.sentences import ending

CHECK = Check("end-punctuation", Severity.WARNING, Certainty.LIKELY, "typography")

_LAST = re.compile(r"\w+(?=[\W_]*$)")
_ABBREVIATION = re.compile(r"\b\w{1,3}\.\w{1,3}\.$|\b(?:etc|enz|osv|incl|excl|nr|núm|tel)\.$", re.IGNORECASE)


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that ends otherwise."""
    if review.locale.partition("-")[0] in ("th", "lo", "km", "my"):
        return
    for side in sides(review):
        source, target = ending(reading(side.source)), ending(reading(side.target))
        if source == target or (target == "." and _ABBREVIATION.search(side.target)):
            continue
        if not target:
            what, todo = f"the source ends with “{source}”, the translation does not", f"End with “{source}”."
        elif not source:
            what, todo = f"the translation ends with “{target}”, its source does not", "Take it away."
        else:
            what = f"the translation ends with “{target}”, its source with “{source}”"
            todo = f"End with “{source}”."
        yield hit(review, side, what, todo, *_end(reading(side.target), bool(target)))


def _end(read: str, marked: bool) -> tuple[str, str, int]:
    """The mark at the end of a text as it is read, else its last word; the text again and the offset."""
    if marked:
        at = next(at for at in range(len(read) - 1, -1, -1) if ending(read[at]))
        return read[at], read, at
    found = _LAST.search(read)
    return (found[0], read, found.start()) if found else ("", read, 0)

"""A space stands before a full stop, comma or the like, or none behind a comma.

Fires:   "Ask us!"                ->  "Vraag het ons !"
Fires:   "You choose, we pay."    ->  "U kiest,wij betalen."
Passes:  "Ask us!"                ->  "Vraag het ons!"

French sets a space before : ; ! ? and is left alone there.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote
from polycharter.text.reading import SLOT, without_addresses

CHECK = Check("punctuation-spacing", Severity.WARNING, Certainty.CERTAIN, "typography")

_BEFORE = re.compile(rf"(?<=[\w{SLOT}])\s+[,.;:!?](?=[\s”»)]|$)")
_BEFORE_FRENCH = re.compile(rf"(?<=[\w{SLOT}])\s+[,.](?=[\s”»)]|$)")
_NONE_BEHIND = re.compile(r"(?<=[^\W\d_]{2})[,;!?][^\W\d_]{2,}|(?<=[^\W\d_]{2})[.:](?=[^\W\d_a-z])[^\W\d_]{2,}")
_OPENED = re.compile(r"[(\[]\s+\w|\w\s+[)\]]")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, at its first such place, where its source has none."""
    french = review.locale.partition("-")[0] in ("fr", "br")
    before = _BEFORE_FRENCH if french else _BEFORE
    for side in sides(review):
        target = without_addresses(side.target)
        found = before.search(target)
        if found and not before.search(without_addresses(side.source)):
            mark = found[0].strip()
            what, todo = f"a space stands before “{mark}”", f"Write “{mark}” directly behind the word."
        elif (found := _NONE_BEHIND.search(target)) and not _NONE_BEHIND.search(without_addresses(side.source)):
            what, todo = f"no space stands behind the mark in {quote(found[0], 40)}", "Write a space behind it."
        elif (found := _OPENED.search(target)) and not _OPENED.search(without_addresses(side.source)):
            what, todo = "a space stands inside the brackets", "Take it away."
        else:
            continue
        yield hit(review, side, what, todo, found[0], target, found.start())

"""The translation has HTML tags or entities; readers would see them as they are written.

Fires:   "Answered **at once**."  ->  "<b>Meteen</b> beantwoord, **nu**."
Passes:  "Answered **at once**."  ->  "**Meteen** beantwoord."

Text is marked up as in the source, with * and brackets. What the source itself has may stay.
"""

import re
from collections import Counter
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, quote

CHECK = Check("raw-html", Severity.ERROR, Certainty.CERTAIN, "markup")

_HTML = re.compile(
    r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:[\s/][^<>]{0,200})?>|<!--|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});"
)
_CODE = re.compile(r"`[^`]*`")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with tags or entities that its source lacks."""
    for side in sides(review):
        if "<" not in side.target and "&" not in side.target:
            continue
        added = Counter(_html(side.target)) - Counter(_html(side.source))
        if added:
            what = f"the translation has HTML that is not in the source: {listed(map(quote, added), 3)}"
            todo = "Take it away; write * around italics, ** around bold words, and characters as they are."
            first = next(iter(added))
            yield hit(review, side, what, todo, first, side.target, side.target.rfind(first))


def _html(text: str) -> list[str]:
    return _HTML.findall(_CODE.sub("", text))

"""The translation has HTML tags or entities; readers would see them as they are written.

Fires:   "Answered **at once**."  ->  "<b>Meteen</b> beantwoord, **nu**."
Passes:  "Answered **at once**."  ->  "**Meteen** beantwoord."

Text is marked up as in the source, with * and brackets. What the source itself has may stay, and so may words to fill
in (`<number>`): only the names of elements, and entities that there are, are HTML. Other checks read an entity as the
character that it stands for, and no tags.
"""

import re
from collections import Counter
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.html import html_in
from polycharter.text.quote import listed, quote

CHECK = Check("raw-html", Severity.ERROR, Certainty.CERTAIN, "markup")

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
    return html_in(_CODE.sub("", text))

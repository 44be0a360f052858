"""The text has a control character, or the character that stands for one that was lost.

Fires:   `Vraag` and `het` with U+0007 between them
Passes:  `Vraag het`

Meant are U+0000 to U+001F other than newline and tab, U+007F to U+009F, U+FFFD and what is no character.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed

CHECK = Check("control-character", Severity.ERROR, Certainty.CERTAIN, "typography")

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ud800-\udfff]")
_TODO = "Type the words around it anew."


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with such a character."""
    for side in sides(review):
        found = dict.fromkeys(_CONTROL.findall(side.target))
        if found:
            what = f"the text has {listed(f'U+{ord(each):04X}' for each in found)}, which no reader can see"
            first = next(iter(found))
            yield hit(review, side, what, _TODO, first, side.target, side.target.find(first))

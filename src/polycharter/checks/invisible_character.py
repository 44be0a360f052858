"""The text has an invisible character that turns the direction of the text, joins or cuts words or breaks lines.

Fires:   `Vraag het` with U+200B ZERO WIDTH SPACE behind `Vraag`
Passes:  `Vraag het`

Meant are bidirectional controls, zero-width characters, tags and the separators of lines and paragraphs U+2028 and
U+2029. Where the language's letters need a zero-width joiner
or a direction mark (Arabic, Hebrew, the scripts of India), these are allowed; so is what the source has.
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed

CHECK = Check("invisible-character", Severity.ERROR, Certainty.LIKELY, "typography")

_INVISIBLE = re.compile(
    "[\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS = "\u061c\u200b\u200c\u200d\u200e\u200f"
_NEEDS_JOINERS = re.compile("[\u0590-\u08ff\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with such a character."""
    for side in sides(review):
        found = dict.fromkeys(_INVISIBLE.findall(side.target))
        if not found:
            continue
        allowed = {*side.source, *(_JOINERS if _NEEDS_JOINERS.search(side.target) else ())}
        wrong = [each for each in found if each not in allowed]
        if wrong:
            what = f"the text has the invisible {'character' if len(wrong) == 1 else 'characters'} "
            what += listed(f"U+{ord(each):04X}" for each in wrong)
            todo = "Take it away: delete the two letters around it and type them anew."
            yield hit(review, side, what, todo, wrong[0], side.target, side.target.find(wrong[0]))

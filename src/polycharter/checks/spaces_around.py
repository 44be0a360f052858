"""The translation begins or ends with a space that its source does not have, or lacks one that it has.

Fires:   "Ask us."  ->  "Vraag het ons. "
Passes:  "Ask us."  ->  "Vraag het ons."

Newlines at the ends are newline-changed's.
"""

from collections.abc import Iterator

from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review

CHECK = Check("spaces-around", Severity.WARNING, Certainty.CERTAIN, "typography")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose ends differ."""
    for side in sides(review):
        source, target = _ends(side.source), _ends(side.target)
        ends = [end for end, one, other in zip(("begins", "ends"), source, target, strict=True) if one != other]
        if ends:
            more = (target[0] and not source[0]) or (target[1] and not source[1])
            what = f"the translation {' and '.join(ends)} with{'' if more else 'out'} a space, unlike its source"
            todo = "Take the space away." if more else "Put the space back."
            yield Hit(review.place(side.entry), f"{what}{side.form}", todo, (side.entry.key,))


def _ends(text: str) -> tuple[bool, bool]:
    text = text.strip("\n")
    return text[:1].isspace(), text[-1:].isspace()

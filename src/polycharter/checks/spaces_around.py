"""The translation begins or ends with a space that its source does not have, or lacks one that it has.

Fires:   "Ask us."  ->  "Vraag het ons. "
Passes:  "Ask us."  ->  "Vraag het ons."

Newlines at the ends are newline-changed's.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit
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
            yield hit(review, side, what, todo, *_extra(side.target, source, target))


def _ends(text: str) -> tuple[bool, bool]:
    text = text.strip("\n")
    return text[:1].isspace(), text[-1:].isspace()


def _extra(text: str, source: tuple[bool, bool], target: tuple[bool, bool]) -> tuple[str, str, int]:
    """The space that the source does not have, the text again and the offset; nothing where one is missing."""
    inner = text.strip("\n")
    start = text.find(inner)
    if target[0] and not source[0]:
        return inner[:1], text, start
    return (inner[-1:], text, start + len(inner) - 1) if target[1] and not source[1] else ("", text, 0)

"""The translation has a placeholder that the source does not have, so nothing can be put in its place.

Fires:   "We answer within {days}."  ->  "Wij antwoorden binnen {dagen}."
Passes:  "We answer within {days}."  ->  "Wij antwoorden binnen {days}."

A name that stands there more often than in the source is reported too.
"""

from collections import Counter
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.placeholders import names
from polycharter.text.quote import listed

CHECK = Check("placeholder-extra", Severity.ERROR, Certainty.CERTAIN, "markup")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with placeholders that the source lacks; in a plural, its singular and plural count."""
    for side in sides(review):
        allowed = Counter(names(side.source))
        if side.wanted.plural is not None:
            allowed |= Counter(names(side.wanted.id)) | Counter(names(side.wanted.plural))
        extra = Counter(names(side.target)) - allowed
        if not extra:
            continue
        first = f"{{{next(iter(extra))}}}"
        known = [name for name in extra if name in allowed]
        if len(known) == len(extra):
            what = f"{listed(f'{{{name}}}' for name in known)} stands there more often than in the source"
            todo = "Keep each placeholder as often as the source has it."
        else:
            unknown = [f"{{{name}}}" for name in extra if name not in allowed]
            first, wrong = unknown[0], listed(unknown)
            has = listed(f"{{{name}}}" for name in allowed) or "none"
            what = f"the source has no placeholder {wrong}"
            todo = f"Write the names as in the source, which has {has}; they are never translated."
        yield hit(review, side, what, todo, first, side.target, side.target.rfind(first))

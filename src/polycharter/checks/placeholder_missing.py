"""A placeholder of the source is missing from the translation, so a value would not be said.

Fires:   "We answer within {days}."       ->  "Wij antwoorden binnen vijf dagen."
Passes:  "We answer within {days}."       ->  "Binnen {days} antwoorden wij."
Passes:  "{n} day" | "{n} days"           ->  "een dag" | "{n} dagen"

Word order is free, so only how often each name stands there is compared. A plural form that is used for one number
only may leave `{n}` out.
"""

from collections import Counter
from collections.abc import Iterator

from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.placeholders import malformed, names
from polycharter.text.quote import listed

CHECK = Check("placeholder-missing", Severity.ERROR, Certainty.CERTAIN, "markup")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that lacks placeholders; misspelt braces are left to placeholder-malformed."""
    for side in sides(review):
        missing = Counter(names(side.source)) - Counter(names(side.target))
        if not missing:
            continue
        if side.single:
            missing.pop("n", None)
        broken = " ".join(piece.written for piece in malformed(side.target))
        absent = [f"{{{name}}}" for name in missing if name not in broken]
        if absent:
            named = listed(absent)
            what = f"{named} {'is' if len(absent) == 1 else 'are'} missing from the translation{side.form}"
            todo = f"Put {named} where the value belongs in the sentence, letter by letter as in the source."
            yield Hit(review.place(side.entry), what, todo, (side.entry.key,))

"""The translation hurries more or less than the source: “promptly” became “immediately”, “at once” became “soon”.

Fires:   "We repair it promptly."     ->  "Wij repareren het onmiddellijk."
Fires:   "We call you immediately."   ->  "Wij bellen u snel."
Passes:  "We repair it promptly."     ->  "Wij repareren het snel."

“Immediately” promises more than “promptly”, so neither may stand for the other, and neither may be added.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._promises import known_pairs, unknown_words
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.limits import Limit, Limits
from polycharter.text.quote import quote

CHECK = Check("urgency-changed", Severity.WARNING, Certainty.LIKELY, "promises")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that hurries otherwise than its source."""
    for source, target, pair in known_pairs(review):
        ours, theirs, said = _first(source, "now"), _first(target, "now"), ""
        if ours and not _any(target, "now"):
            what = f"{quote(ours.said)} of the source is missing"
            todo = "Say it as urgently as the source does."
        elif theirs and not _any(source, "now"):
            said = theirs.said
            soon = _first(source, "soon")
            what = f"the source says {quote(soon.said)}, the translation {quote(said)}" if soon else ""
            what = what or f"the source does not say {quote(said)}"
            todo = "Say it no more urgently than the source does: this promises more."
        elif (soon := _first(source, "prompt")) and not _any(target, "soon") and not _any(target, "now"):
            what = f"{quote(soon.said)} of the source is missing"
            todo = "Say it as urgently as the source does."
        else:
            continue
        yield hit(review, pair.side, what, todo, said)


def _first(side: Limits, kind: str) -> Limit | None:
    return next((each for each in side.found if each.kind == kind and each.strong), None)


def _any(side: Limits, kind: str) -> bool:
    return any(each.kind == kind for each in side.found)


def unchecked(review: Review) -> str:
    """Words of haste of languages that have no file."""
    return unknown_words(review)

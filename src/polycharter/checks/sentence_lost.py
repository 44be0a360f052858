"""A sentence or clause of the source is missing from the translation.

Fires:   "Ask us. We answer every question of yours."  ->  "Wij beantwoorden al uw vragen."
Passes:  "Ask us. We answer every question of yours."  ->  "Vraag het ons; wij beantwoorden al uw vragen."

A translation with fewer sentences and clauses (ended by full stops, semicolons, colons, dashes) is reported where it is
shorter too than the catalogue's translations usually are: two sentences may well be joined by “and”.
"""

import math
from collections.abc import Iterator

from polycharter.checks._likeness import shape, stretch, usual_stretch
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import counted
from polycharter.text.sentences import clauses, sentences

CHECK = Check("sentence-lost", Severity.WARNING, Certainty.LIKELY, "completeness")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with fewer sentences or clauses."""
    middle, _ = usual_stretch((shape(wanted.id), shape(entry.targets[0])) for wanted, entry in review.pairs())
    for side in sides(review):
        source, target = clauses(side.source), clauses(side.target)
        if len(target) >= len(source):
            continue
        lengths = [len(clause) for clause in source]
        shortest = min(lengths) / sum(lengths)
        if stretch(shape(side.source), shape(side.target)) - middle < math.log(1 - shortest / 2):
            kind, of, here = "sentence", len(sentences(side.source)), len(sentences(side.target))
            if here >= of:
                kind, of, here = "clause", len(source), len(target)
            what = f"the source has {counted(of, kind)}, the translation {here}{side.form}"
            todo = "Compare the two from the beginning, and translate what is missing."
            yield Hit(review.place(side.entry), what, todo, (side.entry.key,))

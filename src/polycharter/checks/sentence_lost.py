"""A sentence or clause of the source is missing from the translation.

Fires:   "Ask us. We answer every question of yours."  ->  "Wij beantwoorden al uw vragen."
Passes:  "Ask us. We answer every question of yours."  ->  "Vraag het ons; wij beantwoorden al uw vragen."

A translation with fewer sentences and clauses (ended by full stops, semicolons, colons, dashes) is reported where it is
shorter too than the catalogue's translations usually are: two sentences may well be joined by “and”, and a few words
before a colon become a part of what is behind it. Full stops of abbreviations (“Ms.”, “no. 3”, “p.m.”) end nothing.
"""

import math
from collections.abc import Iterator, Sequence

from polycharter.checks._likeness import shape, usual_stretch
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import counted, is_blank
from polycharter.text.sentences import clauses, sentences, unsure_ends

CHECK = Check("sentence-lost", Severity.WARNING, Certainty.LIKELY, "completeness")

_MISSING, _IF_JOINED, _IF_LEAD_IN = 0.5, 0.75, 1.0
"""How much of the shortest clause of the source has to be missing; more where it may be there with less around it."""

_LEAD_IN = 4
"""Words before a colon that may become a part of the sentence behind it: “Please note: …”."""

_GREETING = 2


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with fewer sentences or clauses."""
    pairs = ((shape(wanted.id), shape(entry.targets[0])) for wanted, entry in review.pairs())
    middle, _ = usual_stretch(pairs, review.locale, review.source)
    for side in sides(review):
        source, target = _in_words(side.source), _in_words(side.target)
        if len(target) >= len(source) or is_blank(side.target):
            continue
        joined = side.target.count(",") > side.source.count(",")
        if len(target) >= len(source) - unsure_ends(side.source) - (joined and _greets(source[0])):
            continue
        lengths = [len(clause) for clause in source]
        missing = _part(source, joined) * min(lengths) / sum(lengths)
        if math.log(_said(side.target) / _said(side.source)) - middle < math.log(1 - missing):
            kind, of, here = "sentence", len(sentences(side.source)), len(sentences(side.target))
            if here >= of:
                kind, of, here = "clause", len(source), len(target)
            what = f"the source has {counted(of, kind)}, the translation {here}{side.form}"
            todo = "Compare the two from the beginning, and translate what is missing."
            yield Hit(review.place(side.entry), what, todo, (side.entry.key,))


def _in_words(text: str) -> list[str]:
    """The clauses of a text; a number in brackets behind its last full stop is none."""
    return [clause for clause in clauses(text) if any(map(str.isalpha, clause))]


def _part(source: Sequence[str], joined: bool) -> float:
    """How much of a clause has to be missing; “Please note: …” may become “Let erop dat …”, a full stop a comma."""
    if any(clause.endswith(":") and len(clause.split()) <= _LEAD_IN for clause in source[:-1]):
        return _IF_LEAD_IN
    return _IF_JOINED if joined else _MISSING


def _greets(clause: str) -> bool:
    """Whether it is a “Hello!” or “Thank you!”, which a comma may join to what follows."""
    return clause.endswith("!") and len(clause.split()) <= _GREETING


def _said(text: str) -> int:
    """How long a text is, in letters and digits, at least 1."""
    return max(1, sum(map(str.isalnum, letters(text))))

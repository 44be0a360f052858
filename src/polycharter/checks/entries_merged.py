"""A translation holds the translation of its neighbour too, as where two items of a list were made one.

Fires:   `Vraag het ons, schrijf ons.` and `Schrijf ons.` for “Ask us.” and “Write to us.”
Passes:  `Vraag het ons.` and `Schrijf ons.`

Reported where the source does not hold its neighbour's source, and the translation is longer than usual by it. The
neighbour is a sentence or has four words and more: a heading may well stand in the text below it.
"""

import math
from collections.abc import Iterator
from itertools import pairwise

from polycharter.checks._likeness import shape, stretch, usual_stretch
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import words
from polycharter.text.quote import quote
from polycharter.text.reading import reading
from polycharter.text.written import written

CHECK = Check("entries-merged", Severity.WARNING, Certainty.LIKELY, "completeness")

_LEAST = 8
"""Letters of the neighbour's translation."""

_WORDS = 4

_AROUND = " \n\u00a0.,;:!?…。"


def find(review: Review) -> Iterator[Hit]:
    """One hit for each translation that holds the one before it or behind it."""
    entries = sorted((entry for _, entry in review.pairs() if entry.plural is None), key=lambda entry: entry.line)
    middle, _ = usual_stretch((shape(entry.id), shape(entry.targets[0])) for entry in entries)
    for one, other in pairwise(entries):
        for entry, neighbour in ((one, other), (other, one)):
            if _holds(entry.targets[0], neighbour.targets[0]) and not _holds(entry.id, neighbour.id):
                whole, part = shape(entry.targets[0]).length, shape(neighbour.targets[0]).length
                added = math.log(whole / max(1, whole - part)) / 2
                if (
                    part >= _LEAST
                    and _says_something(neighbour.id)
                    and stretch(shape(entry.id), shape(entry.targets[0])) - middle > added
                ):
                    yield _hit(review, entry, neighbour)


def _hit(review: Review, entry: Entry, neighbour: Entry) -> Hit:
    what = f"the translation of {quote(neighbour.id, 40)} (line {neighbour.target_line}) is in this one too"
    said, at = written(entry.targets[0], reading(neighbour.targets[0]).strip(_AROUND))
    return Hit(review.place(entry), what, "Take it out; every message has its own.", (entry.key,), said, at)


def _says_something(source: str) -> bool:
    return bool(shape(source).end) or words(source) >= _WORDS


def _holds(text: str, part: str) -> bool:
    """Whether a text has another one in it, not looking at capitals and at the mark at the end."""
    inner = reading(part).strip(_AROUND).lower()
    return bool(inner) and len(inner) < len(text) and inner in reading(text).lower()

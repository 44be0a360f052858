"""Translations belong to the neighbouring message, as after a row was lost in a spreadsheet.

Fires:   "Name", "Address:", "Ask {phone}."  ->  each has the translation of the one before it
Passes:  one translation that was put in the wrong place

Compared are placeholders, markup, numbers, length and the mark at the end: where over a run of three and more entries
they fit the source of the neighbour much better than their own, the run is reported.
"""

from collections.abc import Iterator, Sequence

from polycharter.checks._likeness import misfit, shape, usual_stretch
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import quote

CHECK = Check("entries-shifted", Severity.ERROR, Certainty.LIKELY, "language")

_LEAST = 3
_ENOUGH = 3.0
"""So much better the run must fit, all of its entries together (see `misfit`)."""

_EACH = 0.25
"""So much better every entry has to fit, or it speaks against the run."""


def find(review: Review) -> Iterator[Hit]:
    """One hit for each run."""
    entries = sorted((entry for _, entry in review.pairs() if entry.plural is None), key=lambda entry: entry.line)
    shapes = [(shape(entry.id), shape(entry.targets[0])) for entry in entries]
    middle, _ = usual_stretch(shapes)
    own = [misfit(source, target, middle) for source, target in shapes]
    found = [
        (gain, step, start, end)
        for step in (1, -1)
        for gain, start, end in _runs(
            [
                own[at] - misfit(shapes[at + step][0], target, middle) if 0 <= at + step < len(shapes) else -1.0
                for at, (_, target) in enumerate(shapes)
            ]
        )
    ]
    taken: set[int] = set()
    for _, step, start, end in sorted(found, reverse=True):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield _hit(review, entries[start:end], step)


def _hit(review: Review, those: Sequence[Entry], step: int) -> Hit:
    neighbour, way = ("next", "down") if step > 0 else ("previous", "up")
    what = f"{len(those):,} translations seem to belong to the {neighbour} message each"
    what += f", from {quote(those[0].id, 40)} to {quote(those[-1].id, 40)}"
    what += f" (lines {those[0].target_line} to {those[-1].target_line})"
    todo = f"Compare them with their sources and move each one {way} by one."
    return Hit(review.place(those[0]), what, todo, tuple(entry.key for entry in those))


def _runs(gains: Sequence[float]) -> Iterator[tuple[float, int, int]]:
    """The stretches (gain, first, behind the last) whose gains add up to enough."""
    start = best_end = 0
    total = best = 0.0
    for at, gain in enumerate((*gains, -1e9)):
        if total <= 0:
            start, total, best = at, 0.0, 0.0
        total += gain - _EACH
        if total > best:
            best, best_end = total, at + 1
        elif total < best - 6 or total <= 0:
            if best >= _ENOUGH and best_end - start >= _LEAST:
                yield best, start, best_end
            total = 0.0

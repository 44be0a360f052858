"""The checks on catalogues: one catalogue after the other or, where there is much to read, several at once.

What a build remembers is not found out again: a catalogue that is as it was, beside a charter and a glossary that are
as they were, has the findings that it had. Only the checks that compare the languages with one another run each time.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import repeat

from polycharter.checks import check_alone, check_catalogue, not_checked
from polycharter.model.check import CheckSettings
from polycharter.model.finding import Finding, NotChecked
from polycharter.model.review import Review
from polycharter.pipeline.workers import processors

MANY = 4_000
"""Messages from which on it is worth starting more than one process, which takes about as long as checking 500."""

Alone = tuple[Finding, ...]
"""What is found in one catalogue without looking at those of other locales, allowed or not."""

Recall = Callable[[str], Alone | None]
"""Tells what is remembered of the catalogue at a path, None where that is nothing or no longer true."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the checks come to in one catalogue: what they find, what they leave out, and what is to be remembered."""

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    alone: Alone


def nothing(_path: str) -> Alone | None:
    """Nothing is remembered of any catalogue."""
    return None


def inspect(
    reviews: Iterable[Review], settings: CheckSettings, recall: Recall = nothing, many: int = MANY
) -> Sequence[Inspected]:
    """What the checks come to in each catalogue, in the order of the reviews; the same with one process or several.

    From `many` messages on that are not remembered, as many processes are started as there are processors.
    """
    each = tuple(reviews)
    known = [recall(review.catalogue.path) for review in each]
    new = [review for review, alone in zip(each, known, strict=True) if alone is None]
    workers = min(len(new), processors())
    if workers > 1 and sum(len(review.catalogue.entries) for review in new) >= many:
        try:
            return _in_processes(each, settings, known, workers)
        except (OSError, BrokenProcessPool):  # no semaphores here, or no memory for two: it takes longer alone
            pass
    return list(map(_inspect, each, repeat(settings), known))


def _in_processes(
    reviews: Sequence[Review], settings: CheckSettings, known: Sequence[Alone | None], workers: int
) -> Sequence[Inspected]:
    """Processes are started, not forked: typst has threads of its own, which do not survive a fork."""
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_inspect, reviews, repeat(settings), known))


def _inspect(review: Review, settings: CheckSettings, known: Alone | None) -> Inspected:
    alone = check_alone(review, settings) if known is None else known
    return Inspected(tuple(check_catalogue(review, settings, alone)), tuple(not_checked(review, settings)), alone)

"""The checks on catalogues: one catalogue after the other or, where there is much to read, several at once.

What a build remembers is not found out again: a catalogue that is as it was, beside a charter and a glossary that are
as they were, has the findings that it had. Only the checks that compare the languages with one another run each time.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
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
    reviews: Iterable[Review],
    settings: CheckSettings,
    recall: Recall = nothing,
    many: int = MANY,
    workers: int | None = None,
) -> Sequence[Inspected]:
    """What the checks come to in each catalogue, in the order of the reviews; the same with one process or several.

    From `many` messages on that are not remembered, so many `workers` are started, None for one a processor.
    """
    each = tuple(reviews)
    known = [recall(review.catalogue.path) for review in each]
    new = [replace(review, siblings={}) for review, alone in zip(each, known, strict=True) if alone is None]
    found = iter(_alone(new, settings, many, workers or processors()))
    return [
        _inspected(review, settings, next(found) if alone is None else alone)
        for review, alone in zip(each, known, strict=True)
    ]


def _alone(reviews: Sequence[Review], settings: CheckSettings, many: int, most: int) -> Sequence[Alone]:
    """What is found in each catalogue by itself; only this is shared out, since a catalogue is all that it needs."""
    workers = min(len(reviews), most)
    if workers > 1 and sum(len(review.catalogue.entries) for review in reviews) >= many:
        # Processes are started, not forked: typst has threads of its own, which do not survive a fork.
        start = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(workers, mp_context=start, initializer=_leave_interrupts) as pool:
                return list(pool.map(check_alone, reviews, repeat(settings)))
        except (OSError, NotImplementedError, BrokenProcessPool):  # no semaphores, or no memory for two: alone, then
            pass
    return list(map(check_alone, reviews, repeat(settings)))


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one, which ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _inspected(review: Review, settings: CheckSettings, alone: Alone) -> Inspected:
    return Inspected(tuple(check_catalogue(review, settings, alone)), tuple(not_checked(review, settings)), alone)

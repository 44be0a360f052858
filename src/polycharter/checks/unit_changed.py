"""A number has another unit than in the source: working days became days, hours became days, euros became dollars.

Fires:   "Within 5 working days."        ->  "Binnen 5 dagen."
Fires:   "We measure it every month."    ->  "Wij meten het elk jaar."
Passes:  "Within two weeks, 5 % of it."  ->  "Binnen 14 dagen, 5 procent daarvan."

Spans that are equally long are the same: 2 weeks and 14 days, 12 months and a year, half an hour and 30 minutes; so
are twice a year and every six months, 30 kilometres and three Swedish mil, €0.80 and 80 cents.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit_at
from polycharter.checks._promises import compared, pairs, unknown_words
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.numbers import quantities
from polycharter.text.quantity import PER, Quantity
from polycharter.text.quote import quote

CHECK = Check("unit-changed", Severity.ERROR, Certainty.LIKELY, "promises")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with a unit that differs."""
    if unknown_words(review):
        return
    for pair in pairs(review):
        result = compared(pair.source, pair.target, review.source, review.locale)
        found = [*result.units, *result.spans]
        if found:
            one, other = found[0]
            what = f"the source says {quote(one.said)}, the translation {quote(other.said)}"
        elif day := _lost_working(quantities(pair.source, review.source), quantities(pair.target, review.locale)):
            other, what = day, "the source says “working day”, the translation only “day”"
        else:
            continue
        todo = "Keep the unit of the source; a working day is not a calendar day."
        if "working" not in what and not any(one.unit == "working-day" for one, _ in found):
            todo = "Keep the unit of the source."
        yield hit_at(review, pair, what, todo, other)


def _lost_working(source: tuple[Quantity, ...], target: tuple[Quantity, ...]) -> Quantity | None:
    """A day of the translation that stands where the source has a working day."""
    ours, theirs = ([each.unit.removeprefix(PER) for each in side] for side in (source, target))
    fewer = theirs.count("working-day") < ours.count("working-day")
    if not fewer or theirs.count("day") <= ours.count("day"):
        return None
    return next(each for each in target if each.unit.removeprefix(PER) == "day")


def unchecked(review: Review) -> str:
    """Units of languages that have no file."""
    return unknown_words(review)

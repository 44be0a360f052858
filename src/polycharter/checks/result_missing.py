"""A commitment has been in force for a whole measuring period, and there is no result.

Fires:   `effective_from = 2026-01-01`, `period = "quarter"`, no `result`, on 2 May 2026
Passes:  the same on 30 April 2026: the first quarter has ended, and a month is left to publish its result

Readers see “not measured yet”. After the first period that is a promise not kept: to measure.
"""

import datetime
from collections.abc import Iterator

from polycharter.checks._records import field, place, records
from polycharter.model.block import Record
from polycharter.model.check import Check
from polycharter.model.content import Content, Literal, Word
from polycharter.model.days import months_later
from polycharter.model.facts import Date
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import CharterReview
from polycharter.model.walk import parts
from polycharter.text.quote import quote

CHECK = Check("result-missing", Severity.WARNING, Certainty.LIKELY, "data")

_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_TO_PUBLISH = 1
"""Months for counting and publishing after a period has ended."""


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each commitment whose first result is late."""
    for record in records(review.charter, "commitments"):
        begin, months = _begin(record), _MONTHS.get(_word(record, "period"), 0)
        over = record.shown_until is not None and record.shown_until < review.today
        if begin is None or not months or over or field(record, "result"):
            continue
        due = months_later(begin, months + _TO_PUBLISH)
        if due < review.today:
            ended = months_later(begin, months).isoformat()
            what = f"the commitment {quote(record.id)} has no result; its first measuring period ended before {ended}"
            yield Hit(place(record), what, "Write it in percent, as in “result = 92”.")


def _word(record: Record[Content], name: str) -> str:
    found = field(record, name)
    return found.value.name if found and isinstance(found.value, Word) else ""


def _begin(record: Record[Content]) -> datetime.date | None:
    """The first day on which the commitment counts: the earlier of its dates."""
    found = field(record, "in_force")
    contents = parts(found.value) if found else ()
    dates = (part.value.value for part in contents if isinstance(part, Literal) and isinstance(part.value, Date))
    return min(dates, default=None)

"""The summary says something that the whole charter does not say any more.

Fires:   the summary promises an answer within {reply_fax}, and no text of the public edition has {reply_fax}
Passes:  the public edition has {reply_fax} too

A promise that was taken out of the charter, or a commitment that has ended, is easily forgotten in the summary.
"""

from collections import Counter
from collections.abc import Iterator

from polycharter.checks._records import records
from polycharter.model.charter import Charter
from polycharter.model.check import Check
from polycharter.model.content import Content, FactUse
from polycharter.model.edition import Edition
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.message import Message
from polycharter.model.place import Place
from polycharter.model.review import CharterReview
from polycharter.model.walk import parts, read_by
from polycharter.text.placeholders import names

CHECK = Check("summary-outdated", Severity.ERROR, Certainty.CERTAIN, "data")


def find_in_charter(review: CharterReview) -> Iterator[Hit]:
    """One hit for each value of the summary that the public edition does not have."""
    charter = review.charter
    held = Counter((charter.effective_from, charter.valid_until))
    summary: dict[str, Place] = {}
    for content, editions in read_by(charter):
        for name, place in _used(content, charter):
            if Edition.SUMMARY in editions:
                summary.setdefault(name, place)
            if Edition.PUBLIC in editions:
                held[name] += 1
    held.subtract(_ended(review))
    for name, place in summary.items():
        if held[name] <= 0:
            what = f"the summary says {{{name}}}, and the public edition does not say it (any more)"
            yield Hit(place, what, "Take it out of the summary, or say it in the charter, too.")


def _used(content: Content, charter: Charter) -> Iterator[tuple[str, Place]]:
    if isinstance(content, Message):
        yield from ((name, content.place) for name in names(content.text))
    elif isinstance(content, FactUse) and content.name in charter.facts:
        yield content.name, charter.facts[content.name].place


def _ended(review: CharterReview) -> Iterator[str]:
    """What the public reads in commitments that are not shown any more: the names of facts, repeated ones repeated."""
    for record in records(review.charter, "commitments"):
        if record.shown_until is not None and record.shown_until < review.today:
            public = (field.value for field in record.fields if Edition.PUBLIC in field.editions)
            for content in (record.title, *public):
                for part in parts(content):
                    yield from (name for name, _ in _used(part, review.charter))

"""What one edition holds in its source language and not in another, or the other way round."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polycharter.model.place import Place
from polycharter.model.review import EditionReview
from polycharter.model.walk import messages
from polycharter.text.outline import Item, Outline, outline
from polycharter.text.quote import shortened


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a language differs from the source: the items that it lacks, and those that it has instead.

    All of them stand in the same place, `section` and `at`; `place` is that of the source in the charter.
    """

    locale: str
    section: str
    at: str
    lacks: tuple[Item, ...]
    has: tuple[Item, ...]
    place: Place


def differences(review: EditionReview, row: str) -> Iterator[Difference]:
    """The differences in one row of the outline, language by language, in the order of reading."""
    if len(review.documents) < 2:
        return
    source, *others = _outlines(review)
    expected = Counter(source.rows[row])
    places: dict[object, Place] = {}
    for other in others:
        found = Counter(other.rows[row])
        if found == expected:
            continue
        places = places or {message.key: message.place for message in messages(review.charter)}
        lacks, has = expected - found, found - expected
        for section, at in dict.fromkeys((item.section, item.at) for item in (*lacks, *has)):
            missing, added = (_there(items, section, at) for items in (lacks, has))
            known = (places[item.key] for item in (*missing, *added) if item.key in places)
            place = next(known, None) or _section_place(review, section)
            yield Difference(other.locale, section, at, missing, added, place)


@lru_cache(maxsize=2)
def _outlines(review: EditionReview) -> tuple[Outline, ...]:
    return tuple(outline(review.charter, document) for document in review.documents)


def said(about: str, difference: Difference) -> str:
    """A sentence: what `about` is in the language and in the source, or that one of them does not have it."""
    lacks, has = difference.lacks, difference.has
    if lacks and has:
        return f"{about} is {shortened(has[0].what)} in {difference.locale}, {shortened(lacks[0].what)} in the source"
    return f"{about} is there in {'the source' if lacks else difference.locale} and not in " + (
        difference.locale if lacks else "the source"
    )


def told_once(found: Iterator[Difference]) -> Iterator[Difference]:
    """The differences of records: where a whole record is missing on one side, not those of its fields too."""
    whole: set[tuple[str, str]] = set()
    for difference in found:
        record = ".".join(difference.at.split(".", 2)[:2])
        if record == difference.at and not (difference.lacks and difference.has):
            whole.add((difference.locale, record))
            yield difference
        elif (difference.locale, record) not in whole:
            yield difference


def _there(items: Counter[Item], section: str, at: str) -> tuple[Item, ...]:
    return tuple(item for item in items.elements() if (item.section, item.at) == (section, at))


def _section_place(review: EditionReview, id: str) -> Place:
    return next((section.place for section in review.charter.sections if section.id == id), Place("charter.toml"))

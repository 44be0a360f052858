"""Whether all languages carry the same charter, edition by edition."""

from collections.abc import Sequence

from polycharter.model.review import EditionReview
from polycharter.text.outline import ROWS, Outline, outline


def holds(reviews: Sequence[EditionReview], locales: Sequence[str] = ()) -> bool:
    """Whether every edition is there in all languages, carries the same in each, and is translated to the last text.

    `locales` are those that have to be there; all that the charter names where none is given.
    """
    return not any(absent(review, locales) for review in reviews) and all(
        not each.untranslated and not any(differs(source, each, row) for row in ROWS)
        for source, *others in (outlines(review) for review in reviews if review.documents)
        for each in others
    )


def absent(review: EditionReview, locales: Sequence[str] = ()) -> list[str]:
    """The languages in which the edition is not complete, so that there is nothing to compare."""
    there = {document.locale for document in review.documents}
    return [locale for locale in locales or review.charter.locales if locale not in there]


def outlines(review: EditionReview) -> list[Outline]:
    """What the edition holds in each language, the source language first."""
    return [outline(review.charter, document) for document in review.documents]


def differs(source: Outline, other: Outline, row: str) -> bool:
    """Whether two outlines have something else in one of `ROWS`."""
    return source.digest(row) != other.digest(row)

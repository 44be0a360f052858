"""The proof that all languages carry the same charter, as a table for people and as JSON for filing.

Each edition has one row for each thing that is compared, with its number in each language. A tick says that the list
behind the number is the same as in the source language, item by item. The SHA-256 is that of the list, a line for each
item: whoever has the same charter gets the same digest, so two people can compare.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from polycharter.model.review import EditionReview
from polycharter.text.outline import ROWS, Outline
from polycharter.text.parity import absent, differs, holds, outlines
from polycharter.text.quote import visible

_SAME, _OTHER = "✓", "✗"


def table(reviews: Sequence[EditionReview], locales: Sequence[str] = ()) -> str:
    """The table of every edition; it ends in a line that says whether the languages carry the same.

    `locales` are those that have to be there; all that the charter names where none is given.
    """
    return "\n".join(_lines(reviews, locales)) + "\n"


def as_json(reviews: Sequence[EditionReview], locales: Sequence[str] = ()) -> str:
    """The same as JSON: for each edition its rows, and for each row count, digest and `same` by language."""
    editions = [_edition(review, locales) for review in reviews if review.documents]
    data = {"parity": holds(reviews, locales), "editions": editions}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _lines(reviews: Sequence[EditionReview], locales: Sequence[str]) -> Iterator[str]:
    first = next((review.charter for review in reviews), None)
    if first:
        yield visible(f"{first.organisation}: {first.title.text}, version {first.version}")
    for review in reviews:
        if review.documents:
            yield ""
            yield from _edition_lines(review, locales)
    yield ""
    if holds(reviews, locales):
        yield f"{'These' if locales else 'All'} languages carry the same charter."
    else:
        yield "The languages do not carry the same charter: see the rows marked ✗, and “polycharter check”."


def _edition_lines(review: EditionReview, locales: Sequence[str]) -> Iterator[str]:
    source, *others = every = outlines(review)
    cells = [["", *(each.locale for each in every), "SHA-256 of the list"]]
    for row in ROWS:
        marks = (f"{each.count(row)} {_mark(source, each, row)}" for each in others)
        cells.append([row, f"{source.count(row)}  ", *marks, source.digest(row)])
    cells.append(["untranslated", *(f"{each.untranslated} {_tick(not each.untranslated)}" for each in every), ""])
    cells.append(["words", *(f"{each.words}  " for each in every), ""])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    yield f"Edition: {review.edition}"
    for line in cells:
        name, *counts, digest = line
        padded = (f"{count:>{width}}" for count, width in zip(counts, widths[1:-1], strict=True))
        yield "  ".join((f"{name:<{widths[0]}}", *padded, digest)).rstrip()
    if source.local():
        yield f"Each language may have its own: {', '.join(source.local())}"
    for each in others:
        for row in ROWS:
            if differs(source, each, row):
                yield f"{_OTHER} {row} in {each.locale}: {each.digest(row)}"
        if each.added:
            yield f"Sections that are only in {each.locale}: {', '.join(each.added)}"
    if missing := absent(review, locales):
        yield f"{_OTHER} not complete, so not compared: {', '.join(missing)}"


def _mark(source: Outline, other: Outline, row: str) -> str:
    return _tick(not differs(source, other, row))


def _tick(good: bool) -> str:
    return _SAME if good else _OTHER


def _edition(review: EditionReview, locales: Sequence[str]) -> dict[str, Any]:
    every = outlines(review)
    source = every[0]
    return {
        "edition": review.edition,
        "source": source.locale,
        "rows": {
            row: {
                each.locale: {
                    "count": each.count(row),
                    "sha256": each.digest(row),
                    "same": not differs(source, each, row),
                }
                for each in every
            }
            for row in ROWS
        },
        "untranslated": {each.locale: each.untranslated for each in every},
        "local": list(source.local()),
        "words": {each.locale: each.words for each in every},
        "not_complete": absent(review, locales),
        "only_in": {each.locale: list(each.added) for each in every if each.added},
    }

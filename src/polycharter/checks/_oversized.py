"""Texts that are too long to be a message of a charter: only the checks that must not miss anything look at them."""

from collections.abc import Collection
from dataclasses import replace

from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.message import Key
from polycharter.model.review import Review

LONGEST = 10_000
"""Characters of a source or a translation; a page of a book has 3,000."""

ANY_LENGTH = frozenset({"completeness", "markup", "header", "allowances"})
"""The families of checks that look at texts of any length."""


def oversized_keys(review: Review) -> Collection[Key]:
    """The messages of the catalogue with a text over `LONGEST`."""
    return {entry.key for entry in review.catalogue.entries if not entry.obsolete and _is_oversized(entry)}


def without_oversized(review: Review) -> Review:
    """The review without these messages, in the other languages too; itself where there are none."""
    keys = {
        entry.key
        for catalogue in (review.catalogue, review.template, *review.siblings.values())
        for entry in catalogue.entries
        if _is_oversized(entry)
    }
    if not keys:
        return review
    siblings = {locale: _without(catalogue, keys) for locale, catalogue in review.siblings.items()}
    catalogue, template = _without(review.catalogue, keys), _without(review.template, keys)
    return replace(review, catalogue=catalogue, template=template, siblings=siblings)


def _without(catalogue: Catalogue, keys: Collection[Key]) -> Catalogue:
    return replace(catalogue, entries=tuple(entry for entry in catalogue.entries if entry.key not in keys))


def _is_oversized(entry: Entry) -> bool:
    return len(entry.id) > LONGEST or len(entry.plural or "") > LONGEST or any(len(t) > LONGEST for t in entry.targets)

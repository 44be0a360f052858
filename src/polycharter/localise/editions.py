"""Links to other editions: where an edition is not published in a language, its name stays and the link goes."""

import dataclasses
from collections.abc import Collection
from typing import Any, TypeVar

from polycharter.model.edition import Edition
from polycharter.model.inline import Link
from polycharter.model.localised import LocalisedDocument

T = TypeVar("T")


def without_editions(document: LocalisedDocument, missing: Collection[Edition]) -> LocalisedDocument:
    """The document without the links to the pages of the editions that are `missing`; their words stay."""
    if not missing:
        return document
    pages = {f"{edition}.html" for edition in missing}
    return dataclasses.replace(document, sections=_unlinked(document.sections, pages))


def _unlinked(value: T, pages: Collection[str]) -> T:
    """A tree of frozen values without the links; the very same value where nothing changes in it."""
    if isinstance(value, tuple):
        items: list[Any] = []
        for item in value:
            if isinstance(item, Link) and item.href.partition("#")[0] in pages:
                items += _unlinked(item.children, pages)
            else:
                items.append(_unlinked(item, pages))
        same = len(items) == len(value) and all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(items)  # type: ignore[return-value] # a tuple as before
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        changed = {name: new for name, old in fields.items() if (new := _unlinked(old, pages)) is not old}
        return dataclasses.replace(value, **changed) if changed else value
    return value

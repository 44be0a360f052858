"""Questions about a localised document that more than one output asks."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polycharter.model.block import Heading, Record, Records
from polycharter.model.localised import LocalisedDocument, LocalisedText, State
from polycharter.text.flatten import plain

_EDITION_PAGE = re.compile(r"(public|summary|staff)\.html(?=#|$)")


def texts(value: object) -> Iterator[LocalisedText]:
    """Every text in a tree of blocks, in the order of reading."""
    if isinstance(value, LocalisedText):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    else:
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from texts(getattr(value, name))


def has_fallback(document: LocalisedDocument) -> bool:
    """Whether the reader meets the source's words because a translation is missing; interface words do not count."""
    return any(text.state is State.FALLBACK for text in texts((document.title, document.sections)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record is called, and the id of the heading under which it is first shown."""

    title: LocalisedText
    anchor: str


def commitments(document: LocalisedDocument) -> Mapping[str, Shown]:
    """The commitments that the document shows, by their ids: stories refer to them."""
    found: dict[str, Shown] = {}
    anchor = ""
    for section in document.sections:
        for block in _flat((section.heading, *section.blocks)):
            if isinstance(block, Heading):
                anchor = block.id
            elif isinstance(block, Records) and block.kind == "commitments":
                for record in block.records:
                    found.setdefault(record.id, Shown(record.title, anchor))
    return found


def headings(document: LocalisedDocument) -> Mapping[str, LocalisedText]:
    """The text of every heading by its id."""
    return {
        block.id: block.text
        for section in document.sections
        for block in _flat((section.heading, *section.blocks))
        if isinstance(block, Heading)
    }


def anchors(document: LocalisedDocument) -> frozenset[str]:
    """The ids of all headings and records: what a link within the document can lead to."""
    records = (record for block in blocks(document) if isinstance(block, Records) for record in block.records)
    return frozenset((*headings(document), *(record.id for record in records)))


def blocks(document: LocalisedDocument) -> Iterator[Any]:
    """Every block of the document, those inside others too, in the order of reading."""
    for section in document.sections:
        yield from _flat((section.heading, *section.blocks))


def _flat(value: Any) -> Iterator[Any]:
    """The blocks in a tuple of blocks, and those inside them."""
    if isinstance(value, tuple):
        for item in value:
            yield from _flat(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Record, LocalisedText)):
        yield value
        yield from _flat(getattr(value, "blocks", ()))
        yield from _flat(getattr(value, "items", ()))


def same_words(one: LocalisedText, other: LocalisedText) -> bool:
    """Whether two texts read the same."""
    return plain(one.nodes).split() == plain(other.nodes).split()


def sibling(href: str, extension: str) -> str:
    """A link to another edition's page, turned to the same edition's file of this output; other links as they are.

    >>> sibling("public.html#complaints", "md"), sibling("https://example.org/public.html", "md")
    ('public.md#complaints', 'https://example.org/public.html')
    """
    return _EDITION_PAGE.sub(rf"\1.{extension}", href, count=1) if _EDITION_PAGE.match(href) else href

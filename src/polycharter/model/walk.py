"""Walks over the charter's tree: which messages, facts and interface words an edition holds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polycharter.model.block import (
    Block,
    Heading,
    Listing,
    LogSheet,
    Paragraph,
    Quote,
    Records,
    Scoped,
    Story,
    T,
    Table,
)
from polycharter.model.charter import Charter, Section
from polycharter.model.content import Content, FactUse, Several, Word
from polycharter.model.edition import Edition
from polycharter.model.message import Message

Placed = tuple[Content, tuple[Edition, ...]]
"""A content with the editions in which it is read."""


def contents(blocks: Iterable[Block[Content]], editions: tuple[Edition, ...]) -> Iterator[Placed]:
    """Everything that is read in these blocks, in the order of reading, with the editions that read it."""
    for block in blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text, editions
            case Listing(items=items):
                for item in items:
                    yield from contents(item, editions)
            case Quote(blocks=inner) | Story(blocks=inner):
                yield from contents(inner, editions)
            case Scoped(editions=only, blocks=inner):
                yield from contents(inner, tuple(edition for edition in editions if edition in only))
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    yield from ((cell, editions) for cell in row)
            case Records():
                yield from _records(block, editions)
            case LogSheet(caption=caption, columns=columns):
                yield from ((text, editions) for text in (caption, *columns))


def _records(block: Records[Content], editions: tuple[Edition, ...]) -> Iterator[Placed]:
    yield block.caption, editions
    yield block.none, editions
    for record in block.records:
        yield record.title, editions
        for field in record.fields:
            readers = tuple(edition for edition in editions if edition in field.editions)
            yield field.label, readers
            yield field.value, readers


def records_in(blocks: Iterable[Block[T]]) -> Iterator[Records[T]]:
    """The records in these blocks, however deep, in the order of reading."""
    for block in blocks:
        match block:
            case Records():
                yield block
            case Listing(items=items):
                for item in items:
                    yield from records_in(item)
            case Quote(blocks=inner) | Story(blocks=inner) | Scoped(blocks=inner):
                yield from records_in(inner)
            case _:
                pass


def parts(content: Content) -> Iterator[Content]:
    """A content and everything inside it."""
    yield content
    inner: Iterable[Content] = ()
    if isinstance(content, Several):
        inner = content.items
    elif isinstance(content, Word):
        inner = (argument for _, argument in content.arguments)
    for part in inner:
        yield from parts(part)


def read_by(charter: Charter) -> Iterator[Placed]:
    """Every single content of the prose and the records, taken apart, with the editions that read it."""
    yield charter.title, tuple(Edition)
    for section in charter.sections:
        for content, editions in contents((section.heading, *section.blocks), section.editions):
            if editions:
                yield from ((part, editions) for part in parts(content))


def messages(charter: Charter) -> Iterator[Message]:
    """Every message of the prose and the records in the order of reading, with its section and editions filled in.

    Units and terms are not among them: which edition needs one depends on the facts it uses.
    """
    yield replace(charter.title, section=charter.title.text, editions=tuple(Edition))
    yield from messages_in(charter.sections)


def messages_in(sections: Iterable[Section]) -> Iterator[Message]:
    """Every message of these sections, with its section and editions filled in."""
    for section in sections:
        assert isinstance(section.heading.text, Message)
        title = section.heading.text.text
        for content, editions in contents((section.heading, *section.blocks), section.editions):
            for part in parts(content):
                if isinstance(part, Message) and editions:
                    yield replace(part, section=title, editions=editions)


def fact_uses(charter: Charter) -> Iterator[tuple[str, tuple[Edition, ...]]]:
    """The facts that stand on their own in records, with the editions that read them; placeholders not among them."""
    for content, editions in read_by(charter):
        if isinstance(content, FactUse):
            yield content.name, editions

"""The records of the charter's data (commitments, contacts, the review …), wherever the prose places them."""

from collections.abc import Iterator

from polycharter.model.block import Field, Record
from polycharter.model.charter import Charter
from polycharter.model.content import Content
from polycharter.model.message import Message
from polycharter.model.place import Place
from polycharter.model.walk import parts, records_in


def records(charter: Charter, kind: str) -> Iterator[Record[Content]]:
    """Every record of a kind once, in the order of reading."""
    found: dict[str, Record[Content]] = {}
    for section in charter.sections:
        for block in records_in(section.blocks):
            if block.kind == kind:
                found.update({record.id: record for record in block.records if record.id not in found})
    yield from found.values()


def field(record: Record[Content], name: str) -> Field[Content] | None:
    """The field with that name; None where the record has none."""
    return next((field for field in record.fields if field.name == name), None)


def place(record: Record[Content]) -> Place:
    """Where the record stands in the charter's data: at its title, or at the first text that it has."""
    contents = (part for content in (record.title, *(each.value for each in record.fields)) for part in parts(content))
    return next((part.place for part in contents if isinstance(part, Message)), Place("charter.toml"))

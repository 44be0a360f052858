"""What a localised document holds, as lists that are the same in every language: its outline.

Everything that is written differently in each language is left out, so two outlines of one edition can be compared
item by item, and their digests as a whole. A value is given as the charter has it, before any formatting. What the
charter marks as local is only said to be local, in every language; what a language adds stands apart.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polycharter.model.block import Block, Heading, Listing, LogSheet, Paragraph, Quote, Records, Story, Table
from polycharter.model.charter import Charter
from polycharter.model.inline import Inline, Link, Value
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText, State
from polycharter.model.message import Key
from polycharter.model.walk import records_in
from polycharter.text.flatten import plain
from polycharter.text.inline import walk

ROWS = ("sections", "blocks", "commitments", "contacts", "records", "values", "links")
"""What is compared, in the order in which it is told."""

_RECORD_ROWS = ("commitments", "contacts", "records")

LOCAL = "local"
"""What stands for a value that a language may have of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is held: in which section, where in it, and what; `key` is the message that it stands in."""

    section: str
    at: str
    what: str
    key: Key | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.section} {self.at} {self.what}"


@dataclass(frozen=True, slots=True)
class Outline:
    """What one document holds. `rows` has the items of each of `ROWS`, in the order of reading.

    `added` are the ids of the sections that only this language has, `words` how many words a reader reads,
    `untranslated` how many texts are in the words of the source for want of a translation.
    """

    locale: str
    rows: Mapping[str, tuple[Item, ...]]
    added: tuple[str, ...]
    words: int
    untranslated: int

    def count(self, row: str) -> int:
        """How many there are of what a row is about; of records how many, not how many fields they have."""
        items = self.rows[row]
        return sum(item.at.count(".") == 1 for item in items) if row in _RECORD_ROWS else len(items)

    def local(self) -> tuple[str, ...]:
        """The names of the values that each language may have of its own, in alphabetical order."""
        ending = f"={LOCAL}"
        return tuple(
            sorted({item.what.removesuffix(ending) for item in self.rows["values"] if item.what.endswith(ending)})
        )

    def digest(self, row: str) -> str:
        """SHA-256 (hex) of the items of a row, a line each, in UTF-8."""
        return hashlib.sha256("".join(f"{item}\n" for item in self.rows[row]).encode()).hexdigest()


def outline(charter: Charter, document: LocalisedDocument) -> Outline:
    """The outline of one edition in one language."""
    rows: dict[str, list[Item]] = {row: [] for row in ROWS}
    texts = [document.title]
    added: list[str] = []
    for section in document.sections:
        own = section.state is State.LOCAL
        if own:
            added.append(section.id)
        else:
            rows["sections"].append(Item(section.id, "", section.heading.id))
        for part in _parts(section):
            texts.append(part.text)
            if not own:
                _add(rows, charter, section.id, part)
        if not own:
            rows["blocks"] += (Item(section.id, at, kind) for at, kind in _shape(section.blocks, ""))
            for records in records_in(section.blocks):
                _add_records(rows, charter, section.id, records)
    return Outline(
        document.locale,
        {row: tuple(items) for row, items in rows.items()},
        tuple(added),
        sum(_words(text) for text in texts),
        sum(text.state is State.FALLBACK for text in texts),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    at: str
    text: LocalisedText


def _add(rows: Mapping[str, list[Item]], charter: Charter, section: str, part: _Part) -> None:
    """Add the links and values of one text, sorted, because word order is free."""
    nodes = tuple(walk(part.text.nodes))
    links = (node.href for node in nodes if isinstance(node, Link))
    values = (_value(charter, node.name) for node in nodes if isinstance(node, Value) and node.name)
    for row, found in (("links", links), ("values", values)):
        rows[row] += (Item(section, part.at, what, part.text.key) for what in sorted(found))


def _value(charter: Charter, name: str) -> str:
    fact = charter.facts.get(name)
    return f"{name}={LOCAL if fact is None or fact.local else repr(fact.value)}"


def _add_records(
    rows: Mapping[str, list[Item]], charter: Charter, section: str, records: Records[LocalisedText]
) -> None:
    row = rows[records.kind if records.kind in rows else "records"]
    for record in records.records:
        row.append(Item(section, f"{records.kind}.{record.id}", " ".join(record.marks), record.title.key))
        for each in record.fields:
            local = any(_is_local(charter, node) for node in walk(each.value.nodes))
            said = LOCAL if local else json.dumps(each.raw, sort_keys=True, ensure_ascii=False)
            row.append(Item(section, f"{records.kind}.{record.id}.{each.name}", said, each.value.key))


def _is_local(charter: Charter, node: Inline) -> bool:
    return isinstance(node, Value) and node.name in charter.facts and charter.facts[node.name].local


def _words(text: LocalisedText) -> int:
    return sum(any(character.isalnum() for character in word) for word in plain(text.nodes).split())


def _parts(section: LocalisedSection) -> Iterator[_Part]:
    yield _Part("0", section.heading.text)
    yield from _in_blocks(section.blocks, "")


def _in_blocks(blocks: Sequence[Block[LocalisedText]], above: str) -> Iterator[_Part]:
    """Every text with its position: the numbers of the blocks it stands in, records by their ids."""
    for number, block in enumerate(blocks, 1):
        at = f"{above}{number}"
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield _Part(at, text)
            case Listing(items=items):
                for index, item in enumerate(items, 1):
                    yield from _in_blocks(item, f"{at}.{index}.")
            case Quote(blocks=inner) | Story(blocks=inner):
                yield from _in_blocks(inner, f"{at}.")
            case Table(header=header, rows=rows):
                for index, row in enumerate((header, *rows)):
                    yield from (_Part(f"{at}.{index}.{column}", cell) for column, cell in enumerate(row, 1))
            case Records():
                yield from _in_records(block, at)
            case LogSheet(caption=caption, columns=columns):
                yield from (_Part(f"{at}.{index}", text) for index, text in enumerate((caption, *columns)))
            case _:
                pass


def _in_records(block: Records[LocalisedText], at: str) -> Iterator[_Part]:
    yield _Part(at, block.caption)
    for record in block.records:
        yield _Part(f"{at}.{record.id}", record.title)
        for each in record.fields:
            yield _Part(f"{at}.{record.id}.{each.name}", each.label)
            yield _Part(f"{at}.{record.id}.{each.name}", each.value)
    if not block.records:
        yield _Part(at, block.none)


def _shape(blocks: Sequence[Block[LocalisedText]], above: str) -> Iterator[tuple[str, str]]:
    """The kind of each block and where it stands; of a heading its level and anchor, of a table its size."""
    for number, block in enumerate(blocks, 1):
        at = f"{above}{number}"
        match block:
            case Heading(level=level, id=id):
                yield at, f"heading {level} {id}".rstrip()
            case Listing(start=start, items=items):
                yield at, "list" if start is None else f"list from {start}"
                for index, item in enumerate(items, 1):
                    yield f"{at}.{index}", "list item"
                    yield from _shape(item, f"{at}.{index}.")
            case Quote(blocks=inner):
                yield at, "quotation"
                yield from _shape(inner, f"{at}.")
            case Story(commitment=commitment, blocks=inner):
                yield at, f"story of {commitment}"
                yield from _shape(inner, f"{at}.")
            case Table(header=header, rows=rows):
                yield at, f"table of {len(header)} columns and {len(rows)} rows"
            case Records(kind=kind):
                yield at, kind
            case LogSheet(columns=columns, rows=count):
                yield at, f"log sheet of {len(columns)} columns and {count} rows"
            case _:
                yield at, type(block).__name__.lower()

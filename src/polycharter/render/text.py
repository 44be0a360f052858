"""The charter in plain text, for e-mail and for reading aloud: 72 columns, tables and records as `Label: value`.

The template `text/charter.txt` gets strings that are wrapped already: `TextContext`.
"""

from collections.abc import Sequence
from pathlib import Path

from polycharter.model.block import (
    Block,
    Heading,
    Listing,
    LogSheet,
    Paragraph,
    Quote,
    Record,
    Records,
    Scoped,
    Story,
    Table,
)
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._contexts import TextContext
from polycharter.render._templates import Words, fill
from polycharter.render._text_inline import Speaker
from polycharter.render._tree import commitments, has_fallback, same_words
from polycharter.text.flatten import clean
from polycharter.text.wrap import KEPT_SPACE, width, wrap

FORMAT = "text"
LABEL = "Text"
EXTENSION = "txt"
MEDIA_TYPE = "text/plain; charset=utf-8"

COLUMNS = 72
_UNDERLINES = {1: "=", 2: "=", 3: "-", 4: "~"}
"""The line under a heading by its level, 1 for the title; deeper ones have dots."""
_NARROWEST = 24
"""Columns that are left to a text, however deep in lists it stands."""

Lines = list[str]


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The document as UTF-8, with Unix line ends."""
    page = _Page(document)
    words = {key: page.speaker.say(word) for key, word in document.words.items()}
    version = _said(words["version"], document.version)
    effective = _said(words["effective_from"], document.effective_from)
    supersedes = _said(words["supersedes"], document.supersedes) if document.supersedes else ""
    hashes = f"{document.source_hash[:8]} {document.catalogue_hash[:8]}"
    context: TextContext = {
        "locale": document.locale,
        "direction": document.direction,
        "edition": str(document.edition),
        "title": _block(page.titled(1, document.title)),
        "words": Words(words),
        "organisation": _block(wrap(clean(document.organisation), COLUMNS)),
        "edition_name": _block(wrap(words[f"edition_{document.edition}"], COLUMNS)),
        "version_lines": _block([version, effective]),
        "notice": _block(wrap(words["not_translated_yet"], COLUMNS)) if has_fallback(document) else "",
        "contents_title": _block(page.titled(2, document.words["contents"])),
        "contents": [
            _block(_hung("- ", wrap(page.speaker.say(section.heading.text), COLUMNS - 2)))
            for section in document.sections
        ],
        "body": _block(page.sections()),
        "footer_lines": _block([line for line in (version, effective, supersedes) if line])
        + f"\n{_said(words['built_from'], hashes)}",
    }
    text = fill(folders, "text/charter.txt", context, escape=False).replace(KEPT_SPACE, " ")
    return ("\n".join(line.rstrip(" ") for line in text.strip("\n").split("\n")) + "\n").encode()


def _said(word: str, value: str) -> str:
    return f"{word} {clean(value)}".replace("\n", " ")


class _Page:
    """Blocks to lines in the order of reading; remembers the last heading."""

    def __init__(self, document: LocalisedDocument) -> None:
        self.document = document
        self.speaker = Speaker(document)
        self.commitments = commitments(document)
        self.heading: LocalisedText = document.title

    def sections(self) -> Lines:
        """All sections, two empty lines before each but the first."""
        parts = [self.blocks((section.heading, *section.blocks), COLUMNS) for section in self.document.sections]
        return _joined(parts, gap=2)

    def blocks(self, blocks: Sequence[Block[LocalisedText]], columns: int) -> Lines:
        """The blocks, an empty line between them."""
        return _joined([self.block(block, max(columns, _NARROWEST)) for block in blocks])

    def block(self, block: Block[LocalisedText], columns: int) -> Lines:
        """One block in at most so many columns."""
        match block:
            case Heading(level, _, text):
                self.heading = text
                return self.titled(level + 1, text, columns)
            case Paragraph(text):
                return self.paragraph(text, columns)
            case Listing(start, items):
                return self.listing(start, items, columns)
            case Quote(blocks):
                return _hung("    ", self.blocks(blocks, columns - 4))
            case Scoped(_, blocks):
                return self.blocks(blocks, columns)
            case Table(header, rows):
                return self.table(header, rows, columns)
            case Story(commitment, blocks):
                return self.story(commitment, blocks, columns)
            case Records():
                return self.records(block, columns)
            case LogSheet(caption, heads, rows):
                return self.log_sheet(caption, heads, rows, columns)

    def paragraph(self, text: LocalisedText, columns: int) -> Lines:
        """The text, wrapped; no lines where it has no words."""
        said = self.speaker.say(text, breaks=True)
        return wrap(said, columns) if said else []

    def titled(self, level: int, text: LocalisedText, columns: int = COLUMNS) -> Lines:
        """A heading with its line under it."""
        lines = wrap(self.speaker.say(text), columns)
        return [*lines, _UNDERLINES.get(level, ".") * max(map(width, lines))]

    def listing(self, start: int | None, items: Sequence[Sequence[Block[LocalisedText]]], columns: int) -> Lines:
        """A list with hanging indents; empty lines between its items where one has more than a text and lists."""
        last = len(str((start or 0) + len(items) - 1))
        parts = []
        for number, item in enumerate(items, start or 0):
            sign = "- " if start is None else f"{number:>{last}}. "
            inner = _joined([self.block(block, max(columns - len(sign), _NARROWEST)) for block in item], gap=_gap(item))
            parts.append(_hung(sign, inner))
        return _joined(parts, gap=max(map(_gap, items), default=0))

    def table(self, header: Sequence[LocalisedText], rows: Sequence[Sequence[LocalisedText]], columns: int) -> Lines:
        """Every row as `Head: cell`, one a line; the first cell says which row it is, so the others stand under it."""
        parts = []
        for row in rows:
            first, *others = (
                self.labelled(head, cell, columns - 2 * bool(at))
                for at, (head, cell) in enumerate(zip(header, row, strict=False))
            )
            parts.append(first + [f"  {line}" for other in others for line in other])
        return _joined(parts)

    def labelled(self, label: LocalisedText, value: LocalisedText, columns: int) -> Lines:
        """`Label: value`, what does not fit on the line indented under it."""
        said = f"{self.speaker.say(label)}: {self.speaker.say(value, breaks=True)}".rstrip(" ")
        return _hung("", wrap(said, columns - 2), rest="  ")

    def story(self, commitment: str, blocks: Sequence[Block[LocalisedText]], columns: int) -> Lines:
        """A story, and the commitment it is about."""
        heading = self.heading
        parts = [self.blocks(blocks, columns)]
        if place := self.commitments.get(commitment):
            parts.append(self.labelled(self.document.words["about_commitment"], place.title, columns))
        self.heading = heading
        return _joined(parts)

    def records(self, block: Records[LocalisedText], columns: int) -> Lines:
        """The records under their caption, or the sentence that says there are none."""
        if not block.records:
            return self.paragraph(block.none, columns)
        if len(block.records) == 1 and same_words(block.records[0].title, block.caption):
            return self.captioned(block.caption, self.fields(block.records[0], columns), columns)
        records = _joined([self.record(record, columns) for record in block.records])
        return self.captioned(block.caption, records, columns)

    def record(self, record: Record[LocalisedText], columns: int) -> Lines:
        """What the record is called, and its fields under it; a contact for emergencies says so."""
        title = self.speaker.say(record.title)
        if "emergency" in record.marks:
            title += f" ({self.speaker.say(self.document.words['emergency'])})"
        return wrap(title, columns) + _hung("  ", self.fields(record, columns - 2))

    def fields(self, record: Record[LocalisedText], columns: int) -> Lines:
        """`Label: value` for every field that this edition reads."""
        shown = [field for field in record.fields if self.document.edition in field.editions]
        return [line for field in shown for line in self.labelled(field.label, field.value, columns)]

    def captioned(self, caption: LocalisedText, lines: Lines, columns: int) -> Lines:
        """The lines under a caption, unless the heading above says the same."""
        if same_words(caption, self.heading):
            return lines
        return [*wrap(f"{self.speaker.say(caption)}:", columns), "", *lines]

    def log_sheet(self, caption: LocalisedText, heads: Sequence[LocalisedText], rows: int, columns: int) -> Lines:
        """The names of the columns, and a line to write on for every row."""
        names = wrap(" | ".join(map(self.speaker.say, heads)), columns)
        return self.captioned(caption, _joined([names, *[["_" * columns]] * rows]), columns)


def _gap(item: Sequence[Block[LocalisedText]]) -> int:
    """The empty lines between the blocks of a list's item: none for a text with lists under it."""
    return 0 if all(isinstance(block, Listing if at else (Paragraph, Listing)) for at, block in enumerate(item)) else 1


def _joined(parts: Sequence[Lines], gap: int = 1) -> Lines:
    """The parts that have lines, with empty lines between them."""
    lines: Lines = []
    for part in filter(None, parts):
        lines += [*[""] * (gap if lines else 0), *part]
    return lines


def _hung(sign: str, lines: Lines, rest: str | None = None) -> Lines:
    """The lines behind a sign, all but the first indented as far, or by `rest`."""
    indent = " " * len(sign) if rest is None else rest
    return [f"{indent if at else sign}{line}" if line or not at else "" for at, line in enumerate(lines or [""])]


def _block(lines: Lines) -> str:
    return "\n".join(lines)

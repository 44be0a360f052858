"""The charter in Markdown: CommonMark with tables, headings with their ids as `{#id}`.

It is written to be read as it is, too: a record is a list of `Label: value`, not a row of a wide table. Words in
another language than the document's stand in `<span lang="…">`, the only raw HTML there is.

The template `markdown/charter.md` gets strings that are Markdown already: `MarkdownContext`.
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
from polycharter.model.inline import Foreign, Inline, Link, Strong, Text
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._contexts import MarkdownContext
from polycharter.render._markdown_inline import inline
from polycharter.render._templates import Words, fill
from polycharter.render._tree import commitments, has_fallback, same_words
from polycharter.text.flatten import plain
from polycharter.text.wrap import width

FORMAT = "markdown"
LABEL = "Markdown"
EXTENSION = "md"
MEDIA_TYPE = "text/markdown; charset=utf-8; variant=GFM"

_RULES = {"left": (":", "-"), "right": ("-", ":"), "center": (":", ":")}
_WIDEST_TABLE = 120
"""Columns of characters; a wider table is not padded, because its lines wrap anyway."""


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The document as UTF-8."""
    page = _Page(document)
    context: MarkdownContext = {
        "locale": document.locale,
        "direction": document.direction,
        "edition": str(document.edition),
        "title": page.line(document.title),
        "organisation": page.inline(Text(document.organisation), one_line=True),
        "version": page.inline(Text(document.version), one_line=True),
        "effective_from": page.inline(Text(document.effective_from), one_line=True),
        "supersedes": page.inline(Text(document.supersedes), one_line=True),
        "words": Words((key, page.line(word)) for key, word in document.words.items()),
        "contents": [page.linked(section.heading.id, section.heading.text) for section in document.sections],
        "others": [
            page.inline(Link(f"../{other.locale}/{document.edition}.{EXTENSION}", (Text(other.name),)), one_line=True)
            for other in document.alternates
            if not other.current
        ],
        "has_fallback": has_fallback(document),
        "source_hash": document.source_hash,
        "catalogue_hash": document.catalogue_hash,
        "body": "\n\n".join(page.blocks((section.heading, *section.blocks)) for section in document.sections),
    }
    return (fill(folders, "markdown/charter.md", context, escape=False).strip("\n") + "\n").encode()


class _Page:
    """Blocks to Markdown in the order of reading; remembers the last heading and the ids that were given away."""

    def __init__(self, document: LocalisedDocument) -> None:
        self.document = document
        self.commitments = commitments(document)
        self.heading: LocalisedText = document.title
        self.level = 1
        self.given: set[str] = set()

    def blocks(self, blocks: Sequence[Block[LocalisedText]]) -> str:
        """The blocks with an empty line between them; a list after a list takes another marker, or they were one."""
        parts = []
        before = ""  # the marker of the list that the part before ends with
        for block in blocks:
            marker = "*)" if before == "-." else "-."
            if part := self.block(block, marker):
                parts.append(part)
                before = marker if isinstance(block, Listing) else "-." if isinstance(block, Records) else ""
        return "\n\n".join(parts)

    def block(self, block: Block[LocalisedText], marker: str) -> str:
        """One block; `marker` is the bullet and what follows a number, should it be a list."""
        match block:
            case Heading(level, anchor, text):
                self.heading, self.level = text, min(level + 1, self.level + 1)
                return self.titled(self.level, anchor, text)
            case Paragraph(text):
                return self.paragraph(text)
            case Listing(start, items):
                return self.listing(start, items, marker)
            case Quote(blocks) | Scoped(_, blocks):
                inner = self.blocks(blocks)
                return _quoted(inner) if isinstance(block, Quote) else inner
            case Table(header, rows, aligns):
                return self.table((header, *rows), aligns)
            case Story(commitment, blocks):
                return self.story(commitment, blocks)
            case Records():
                return self.records(block)
            case LogSheet(caption, columns, rows):
                return self.captioned(caption, self.table((columns, *[()] * rows), ()))

    def nodes(self, text: LocalisedText) -> tuple[Inline, ...]:
        """The text's nodes, marked if they are in another language."""
        return text.nodes if text.locale == self.document.locale else (Foreign(text.locale, text.nodes),)

    def inline(self, *nodes: Inline, one_line: bool = False, cell: bool = False) -> str:
        """Markdown of the nodes, in this document."""
        return inline(nodes, self.document.direction, one_line=one_line, cell=cell)

    def line(self, text: LocalisedText) -> str:
        """The text in one line."""
        return self.inline(*self.nodes(text), one_line=True)

    def paragraph(self, text: LocalisedText) -> str:
        """The text with its breaks."""
        return self.inline(*self.nodes(text))

    def linked(self, anchor: str, text: LocalisedText) -> str:
        """The text as a link to where `anchor` is in this document."""
        return self.inline(Link(f"#{anchor}", self.nodes(text)), one_line=True)

    def titled(self, level: int, anchor: str, text: LocalisedText) -> str:
        """A heading; its id is written once in a document."""
        given = "" if anchor in self.given else f" {{#{anchor}}}"
        self.given.add(anchor)
        return f"{'#' * min(level, 6)} {self.line(text)}{given}"

    def listing(self, start: int | None, items: Sequence[Sequence[Block[LocalisedText]]], marker: str) -> str:
        """A list; without empty lines where every item has one line of text, and lists like that under it, at most."""
        tight = all(map(_is_tight, items))
        parts = []
        for number, item in enumerate(items, start or 0):
            sign = marker[0] if start is None else f"{number}{marker[1]}"
            inner = self.blocks(item)
            parts.append(_behind(f"{sign} ", inner.replace("\n\n", "\n") if tight else inner))
        return ("\n" if tight else "\n\n").join(parts)

    def table(self, rows: Sequence[Sequence[LocalisedText]], aligns: Sequence[str]) -> str:
        """A table; the first row is its head."""
        return table([[self.inline(*self.nodes(cell), cell=True) for cell in row] for row in rows], aligns)

    def story(self, commitment: str, blocks: Sequence[Block[LocalisedText]]) -> str:
        """A story, and the commitment it is about."""
        heading, level = self.heading, self.level
        parts = [self.blocks(blocks)]
        if place := self.commitments.get(commitment):
            about = self.nodes(self.document.words["about_commitment"])
            parts.append(self.inline(*about, Text(" "), Link(f"#{place.anchor}", self.nodes(place.title))))
        self.heading, self.level = heading, level
        return "\n\n".join(parts)

    def records(self, block: Records[LocalisedText]) -> str:
        """A list of the records under their caption, or the sentence that says there are none.

        Not headings: what the prose says after the records would belong to the last of them.
        """
        if not block.records:
            return self.paragraph(block.none)
        if len(block.records) == 1 and same_words(block.records[0].title, block.caption):
            return self.captioned(block.caption, self.fields(block.records[0]))
        return self.captioned(block.caption, "\n\n".join(map(self.record, block.records)))

    def record(self, record: Record[LocalisedText]) -> str:
        """What the record is called, with its fields under it; a contact for emergencies says so."""
        title: list[Inline] = [Strong(self.nodes(record.title))]
        if "emergency" in record.marks:
            title += [Text(" ("), *self.nodes(self.document.words["emergency"]), Text(")")]
        lines = filter(None, (self.inline(*title, one_line=True), self.fields(record)))
        return _behind("- ", "\n".join(lines))

    def fields(self, record: Record[LocalisedText]) -> str:
        """`Label: value`, one a line."""
        shown = [field for field in record.fields if self.document.edition in field.editions]
        lines = [self.inline(*self.nodes(field.label), Text(": "), *self.nodes(field.value)) for field in shown]
        return "\n".join(_behind("- ", line) for line in lines)

    def captioned(self, caption: LocalisedText, body: str) -> str:
        """What stands under a caption, unless the heading above says the same."""
        if same_words(caption, self.heading):
            return body
        return f"{self.inline(Strong(self.nodes(caption)), one_line=True)}\n\n{body}"


def table(rows: Sequence[Sequence[str]], aligns: Sequence[str]) -> str:
    """A table of cells that are Markdown already, its columns padded where the lines stay short enough to read.

    >>> print(table([["Service", "Price"], ["Delivery", "€ 4"]], ("", "right")))
    | Service  | Price |
    | -------- | ----: |
    | Delivery |   € 4 |
    """
    columns = len(rows[0])
    cells = [[*row, *[""] * columns][:columns] for row in rows]
    widths = [max(3, *map(width, column)) for column in zip(*cells, strict=True)]
    if sum(widths) + 3 * columns > _WIDEST_TABLE:
        widths = [3] * columns
    sides = [*aligns, *[""] * columns][:columns]
    rules = [_rule(side, size) for side, size in zip(sides, widths, strict=True)]
    return "\n".join(_row(row, widths, sides) for row in (cells[0], rules, *cells[1:]))


def _rule(side: str, size: int) -> str:
    left, right = _RULES.get(side, ("-", "-"))
    return left + "-" * (size - 2) + right


def _row(cells: Sequence[str], widths: Sequence[int], sides: Sequence[str]) -> str:
    padded = []
    for cell, size, side in zip(cells, widths, sides, strict=True):
        pad = " " * (size - width(cell))
        padded.append(pad + cell if side == "right" else cell + pad)
    return f"| {' | '.join(padded)} |"


def _behind(sign: str, text: str) -> str:
    """`text` behind a sign, its other lines indented as far."""
    return (sign + text.replace("\n", "\n" + " " * len(sign)).replace("\n" + " " * len(sign) + "\n", "\n\n")).rstrip(
        " "
    )


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))


def _is_tight(item: Sequence[Block[LocalisedText]]) -> bool:
    """Whether an item reads well, and is read right, without empty lines.

    A list that does not begin with 1 may not follow a line of text at once (CommonMark 0.31, section 5.3).
    """
    match item:
        case [Paragraph(text), *lists]:
            return bool(plain(text.nodes).strip()) and all(
                isinstance(block, Listing) and block.start in (None, 1) and all(map(_is_tight, block.items))
                for block in lists
            )
        case _:
            return False

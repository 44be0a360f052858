"""Blocks to paragraphs and tables, in the order of reading; the log sheet asks for a page of its own, lying down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from polycharter.model.block import (
    Block,
    Field,
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
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._docx_inline import Scribe
from polycharter.render._docx_xml import INDENT, Element, Form, Grid, el, paragraph, run, tab, table
from polycharter.render._tree import commitments, same_words
from polycharter.text.flatten import plain
from polycharter.text.wrap import width

UPRIGHT, WIDE = 8732, 15024
"""What a line has room for between the margins of a page, upright or lying down, in twentieths of a point."""
_WRITING = 6900
"""What the rows of a log sheet share on its page; one that has more rows than fit at `_PEN` goes on overleaf."""
_PEN = 567
LABEL = 22
"""Columns; a longer label stands on a line of its own, above its value."""
_KEPT = 1500
"""Characters; a record that is not longer stays on one page."""
_LETTER, _MARGIN = 115, 220
"""About how wide a letter of a table is, and both margins of a cell, in twentieths of a point."""
_GLANCE = {"limit": 125, "target": 105, "result": 85, "status": 150}
"""The short fields of a commitment that are read at a glance, and how wide each is in proportion."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Elements that stand on pages of one kind: upright, or `wide`."""

    content: tuple[Element, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class _Around:
    """What a block stands in: the style of its paragraphs, the depth of its list, whether it is a story."""

    style: str = "Normal"
    depth: int = 0
    story: bool = False

    @property
    def item(self) -> str:
        """The style of the paragraphs of a list's items."""
        return "ListParagraph" if self.style in ("Normal", "Lead") else self.style


class Composer:
    """Blocks to elements; remembers the last heading, the bookmarks that are set and the lists that are numbered."""

    def __init__(self, document: LocalisedDocument, scribe: Scribe) -> None:
        self.document = document
        self.scribe = scribe
        self.rtl = scribe.rtl
        self.commitments = commitments(document)
        self.heading = document.title
        self.level = 0
        self.bookmarks: set[str] = set()
        self.starts: list[int] = []
        """The first number of each numbered list, in the order of the document: `w:numId` 2, 3 …; 1 has bullets."""

    def sheets(self) -> list[Sheet]:
        """The sections of the document; a log sheet is a sheet of its own."""
        brief = self.document.edition is Edition.SUMMARY
        found: list[Sheet] = []
        upright: list[Element] = []
        for at, section in enumerate(self.document.sections):
            title = self.titled(section.heading, new_page=not at and not brief)
            if not isinstance(next(iter(section.blocks), None), LogSheet):  # else it stands above the sheet
                upright, title = upright + title, []
            for block in section.blocks:
                made = self.block(block, _Around("Lead" if brief else "Normal"))
                if isinstance(block, LogSheet):
                    found += [Sheet(tuple(upright)), Sheet((*title, *made), wide=True)]
                    upright, title = [], []
                else:
                    upright += made
        return [sheet for sheet in (*found, Sheet(tuple(upright))) if sheet.content]

    def blocks(self, blocks: Sequence[Block[LocalisedText]], around: _Around) -> list[Element]:
        """The elements of these blocks."""
        return [element for block in blocks for element in self.block(block, around)]

    def block(self, block: Block[LocalisedText], around: _Around) -> list[Element]:
        """The elements of one block."""
        match block:
            case Heading():
                return self.titled(block, story=around.story)
            case Paragraph(text):
                return [self.paragraph(text, Form(around.style, depth=around.depth))]
            case Listing(start, items):
                return list(self.listing(start, items, around))
            case Quote(blocks):
                return self.blocks(blocks, replace(around, style="Quote"))
            case Scoped(_, blocks):
                return self.blocks(blocks, around)
            case Table(header, rows, aligns):
                return self.table(header, rows, aligns, around.depth)
            case Story(commitment, blocks):
                return self.story(commitment, blocks)
            case Records():
                return self.records(block)
            case LogSheet(caption, columns, rows):
                return self.log_sheet(caption, columns, rows)

    def paragraph(self, text: LocalisedText, form: Form, *, links: bool = True) -> Element:
        """A text as a paragraph in its own direction."""
        return paragraph(replace(form, rtl=self.scribe.is_rtl(text.locale)), self.scribe.said(text, links=links))

    def titled(self, heading: Heading[LocalisedText], *, new_page: bool = False, story: bool = False) -> list[Element]:
        """A heading with its bookmark; no level is skipped on the way down."""
        self.heading = heading.text
        level = min(heading.level, self.level + 1)
        if story:
            form = Form("StoryTitle", outline=level)
        else:
            self.level = level
            form = Form(f"Heading{min(level, 6)}", outline=level if level > 6 else 0, new_page=new_page)
        return [self.marked(heading.id, self.paragraph(heading.text, form, links=False))]

    def marked(self, name: str, element: Element) -> Element:
        """The paragraph with a bookmark around its words, where the name is a good one and still free."""
        if name in self.scribe.anchors and name not in self.bookmarks:
            self.bookmarks.add(name)
            number = len(self.bookmarks)
            at = 1 if len(element) and element[0].tag.endswith("}pPr") else 0
            element.insert(at, el("bookmarkStart", id=number, name=name))
            element.append(el("bookmarkEnd", id=number))
        return element

    def listing(
        self, start: int | None, items: Sequence[Sequence[Block[LocalisedText]]], around: _Around
    ) -> Iterator[Element]:
        """A list; each numbered one counts on its own."""
        number = 1
        if start is not None:
            self.starts.append(start)
            number = len(self.starts) + 1
        inside = _Around(around.item, min(around.depth + 1, 9), around.story)
        for item in items:
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
            form = Form(inside.style, number=number, depth=inside.depth, rtl=self.rtl)
            yield self.paragraph(first.text, form) if first else paragraph(form, ())
            yield from self.blocks(rest, inside)

    def table(
        self,
        header: Sequence[LocalisedText],
        rows: Sequence[Sequence[LocalisedText]],
        aligns: Sequence[str],
        depth: int,
    ) -> list[Element]:
        """A table of the prose; the longer the longest text of a column the wider it is, but not in proportion."""
        columns = [[plain(cell.nodes) for cell in column] for column in zip(header, *rows, strict=True)]
        words = [max(width(word) for cell in column for word in (cell.split() or [""])) for column in columns]
        weights = [sqrt(max(4, *map(width, column))) for column in columns]
        grid = Grid(
            "CharterTable",
            _shares(weights, UPRIGHT - INDENT * depth, [_MARGIN + _LETTER * word for word in words]),
            plain(self.heading.nodes),
            rtl=self.rtl,
        )
        sides = [{"left": "", "right": "right", "center": "center"}.get(align, "") for align in aligns]
        cells = [[self.cell(text, "TableHead", side) for text, side in zip(header, sides, strict=True)]]
        cells += [[self.cell(text, "TableText", side) for text, side in zip(row, sides, strict=True)] for row in rows]
        return [table(grid, cells), _gap()]

    def cell(self, text: LocalisedText, style: str, align: str = "", *, keep: bool = False) -> Element:
        """A cell's paragraph; it stands on its column's side, whatever the direction of its words."""
        rtl = self.scribe.is_rtl(text.locale)
        if rtl is not self.rtl and align != "center":  # "left" and "right" are turned round in right-to-left paragraphs
            align = "right" if not align else ""
        return paragraph(
            Form(style, rtl=rtl, align=align, keep=keep), self.scribe.said(text, links=style != "TableHead")
        )

    def story(self, commitment: str, blocks: Sequence[Block[LocalisedText]]) -> list[Element]:
        """A story, and a link to the commitment it is about."""
        heading = self.heading
        made = self.blocks(blocks, _Around("Story", story=True))
        self.heading = heading
        if shown := self.commitments.get(commitment):
            label = self.scribe.said(self.document.words["about_commitment"], "Label", rtl=self.rtl)
            title = self.scribe.said(shown.title, "Hyperlink", links=False, rtl=self.rtl)
            link = self.scribe.anchored(commitment, title)
            made.append(paragraph(Form("Story", rtl=self.rtl), (*label, run(" "), *link)))
        return [*made, _gap()]

    def records(self, block: Records[LocalisedText]) -> list[Element]:
        """The records under their caption, or the sentence that says there are none."""
        if not block.records:
            return [self.paragraph(block.none, Form())]
        made: list[Element] = []
        if not same_words(block.caption, self.heading):
            made.append(self.paragraph(block.caption, Form("Caption")))
        for record in block.records:
            if len(block.records) > 1 or not same_words(record.title, block.caption):
                made += self.record_title(record)
            made += self.fields(record)
        return [*made, _gap()]

    def record_title(self, record: Record[LocalisedText]) -> list[Element]:
        """What a record is called, with its bookmark; a contact for emergencies says so first."""
        urgent = "emergency" in record.marks
        form = Form("UrgentTitle" if urgent else "RecordTitle", outline=self.level + 1)
        title = self.marked(record.id, self.paragraph(record.title, form, links=False))
        return [self.paragraph(self.document.words["emergency"], Form("Urgent")), title] if urgent else [title]

    def fields(self, record: Record[LocalisedText]) -> list[Element]:
        """The fields that this edition reads: what is read at a glance as a table, the others below it."""
        shown = [field for field in record.fields if self.document.edition in field.editions]
        glance = [field for name in _GLANCE for field in shown if field.name == name]
        length = sum(len(plain(text.nodes)) for field in shown for text in (field.label, field.value))
        keep = length <= _KEPT
        made: list[Element] = []
        if len(glance) > 1:
            columns = _shares([_GLANCE[field.name] for field in glance], UPRIGHT)
            grid = Grid("GlanceTable", columns, plain(record.title.nodes), rtl=self.rtl)
            rows = [
                [self.cell(field.label, "TableHead", keep=keep) for field in glance],
                [self.cell(field.value, "TableText", keep=keep) for field in glance],
            ]
            shown = [field for field in shown if field not in glance]
            made += [table(grid, rows), _gap(keep=keep and bool(shown))]
        return made + [self.labelled(field, keep=keep and field is not shown[-1]) for field in shown]

    def labelled(self, field: Field[LocalisedText], *, keep: bool) -> Element:
        """A label beside its value, or above it where it is long; `keep` keeps it on the page of what follows."""
        label, value = field.label, field.value
        beside = width(plain(label.nodes)) <= LABEL
        between = tab() if beside else run("\n")
        said = self.scribe.said(label, "Label", rtl=self.rtl)
        return paragraph(
            Form("Field", rtl=self.rtl, keep=keep), (*said, between, *self.scribe.said(value, rtl=self.rtl))
        )

    def log_sheet(self, caption: LocalisedText, columns: Sequence[LocalisedText], rows: int) -> list[Element]:
        """A form to write on: its rows high enough for a pen, and more of them overleaf where they do not fit."""
        # The longer its head, the more there is to write.
        shares = [max(7, min(18, width(plain(column.nodes)) + 1)) for column in columns]
        height = max(_PEN, _WRITING // max(rows, 1))
        grid = Grid("LogTable", _shares(shares, WIDE), plain(caption.nodes), rtl=self.rtl, row_height=height)
        empty = Form("TableText", rtl=self.rtl)
        cells = [[self.cell(column, "TableHead") for column in columns]]
        cells += [[paragraph(empty, ()) for _ in columns] for _ in range(rows)]
        return [self.paragraph(caption, Form("LogTitle"), links=False), table(grid, cells)]


def _gap(*, keep: bool = False) -> Element:
    """A narrow paragraph behind a table: two tables that touch would be one, and nothing may end in a table."""
    return paragraph(Form("Gap", keep=keep), ())


def _shares(weights: Sequence[float], whole: int, least: Sequence[int] = ()) -> list[int]:
    """The whole, shared by weight, without loss; each gets at least its `least`, where there is that much.

    >>> _shares([1, 1, 1], 100), _shares([1, 1], 100, [60, 20])
    ([34, 33, 33], [70, 30])
    """
    given = [*least] if least and sum(least) <= whole else [0] * len(weights)
    rest = whole - sum(given)
    shares = [one + int(rest * weight / sum(weights)) for one, weight in zip(given, weights, strict=True)]
    return [whole - sum(shares[1:]), *shares[1:]]

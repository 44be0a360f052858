"""The commitments and the log sheet of a localised document as a spreadsheet (Office Open XML), a sheet each.

Sheets, headings and texts are in the document's language, and a sheet of a right-to-left language runs that way. A
text that a spreadsheet would take for a formula stays a text, also after it was edited. No macro, formula or link.
"""

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any

from polycharter.model.block import Field, LogSheet, Record, Records
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._templates import direction_of
from polycharter.render._tree import blocks, has_fallback
from polycharter.render._zip import repacked
from polycharter.text.flatten import clean, plain
from polycharter.text.wrap import width

FORMAT = "xlsx"
LABEL = "XLSX"
EXTENSION = "xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What begins so may be taken for a formula: at import, or when somebody edits the cell."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_NAME, _CELL, _BANNER = 31, 32_767, 100
"""Characters: of a sheet's name, of a cell (Excel's limits), and of a line in the margin of a printed page."""
_ACCENT, _TINT, _HAIRLINE = "#1D5438", "#EEF3EE", "#A9BCAE"
_NARROW, _BROAD = 11, 46
"""Columns of a sheet are so many characters wide; longer texts are wrapped."""
_PAGE = 122
"""Characters that fit beside each other on such a page."""
_TEXT = 15.5
"""Points: the height of a line."""
_PEN = 28
"""Points: the height of a row that is written in by hand."""
_A4 = 9
_LINE: dict[str, Any] = {"bottom": 1, "bottom_color": _HAIRLINE, "valign": "top"}
_HEAD_LINE: dict[str, Any] = {"bottom": 2, "bottom_color": _ACCENT}


def applies(document: LocalisedDocument) -> bool:
    """Whether the document holds what goes into a spreadsheet: commitments, or a log sheet."""
    return bool(_commitments(document)) or any(isinstance(block, LogSheet) for block in blocks(document))


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:  # noqa: ARG001 - it has no templates
    """The file's bytes, the same whenever it is made."""
    return repacked(_Book(document).written())


def _commitments(document: LocalisedDocument) -> dict[str, Record[LocalisedText]]:
    """Every commitment that the document shows, once, by its id."""
    tables = (block for block in blocks(document) if isinstance(block, Records) and block.kind == "commitments")
    return {record.id: record for table in tables for record in table.records}


class _Book:
    """One workbook in the making."""

    def __init__(self, document: LocalisedDocument) -> None:
        import xlsxwriter  # here: finding the renderers should not load it

        self.document = document
        self.rtl = document.direction == "rtl"
        self.out = io.BytesIO()
        self.book: Any = xlsxwriter.Workbook(self.out, {"in_memory": True})
        self.names: set[str] = set()
        self.styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def written(self) -> bytes:
        """All sheets, in the order of reading."""
        document = self.document
        self.book.set_properties(
            {
                "title": _plain(document.title),
                "subject": _plain(document.words[f"edition_{document.edition}"]),
                "author": _line(document.organisation),
                "keywords": _line(f"{document.locale}; version {document.version}; replaces {document.supersedes}"),
                "comments": f"source sha256:{document.source_hash}; catalogue sha256:{document.catalogue_hash}",
                "created": datetime.datetime.fromisoformat(f"{document.effective_from_iso}T00:00:00"),
            }
        )
        if records := _commitments(document):
            self.commitments(tuple(records.values()))
        for block in blocks(document):
            if isinstance(block, LogSheet):
                self.log_sheet(block)
        self.book.close()
        return self.out.getvalue()

    def commitments(self, records: Sequence[Record[LocalisedText]]) -> None:
        """A row for each commitment, a column for each field that any of them has."""
        rows = [{field.name: field for field in self.fields(record)} for record in records]
        columns: dict[str, Field[LocalisedText]] = {}
        for row in rows:
            for name, field in row.items():
                columns.setdefault(name, field)
        sheet = self.sheet(self.document.words["commitments"])
        self.head(sheet, [self.document.words["commitment"], *(field.label for field in columns.values())])
        for at, (record, row) in enumerate(zip(records, rows, strict=True), 1):
            self.text(sheet, at, 0, record.title, bold=True)
            for column, name in enumerate(columns, 1):
                if name in row:
                    self.value(sheet, at, column, row[name])
                else:
                    sheet.write_blank(at, column, None, self.style(**_LINE))
        if has_fallback(self.document):
            self.text(sheet, len(records) + 2, 0, self.document.words["not_translated_yet"])
        sheet.repeat_columns(0)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(columns))
        heads = (self.document.words["commitment"], *(field.label for field in columns.values()))
        cells = [
            (_plain(record.title), *(_plain(row[name].value) if name in row else "" for name in columns))
            for record, row in zip(records, rows, strict=True)
        ]
        widths = [_width(_plain(head), column) for head, column in zip(heads, zip(*cells, strict=True), strict=True)]
        for column, wide in enumerate(widths):
            sheet.set_column(column, column, wide)
        for at, texts in enumerate(((*map(_plain, heads),), *cells)):
            sheet.set_row(at, _height(texts, widths))
        sheet.fit_to_pages(3, 0)

    def fields(self, record: Record[LocalisedText]) -> Iterator[Field[LocalisedText]]:
        """The fields that this edition reads."""
        return (field for field in record.fields if self.document.edition in field.editions)

    def log_sheet(self, block: LogSheet[LocalisedText]) -> None:
        """The heads of the columns, and ruled rows to fill in."""
        sheet = self.sheet(block.caption)
        self.head(sheet, block.columns)
        ruled = self.style(border=1, border_color=_HAIRLINE, text_wrap=True, valign="top")
        for row in range(1, block.rows + 1):
            sheet.set_row(row, _PEN)
            for column in range(len(block.columns)):
                sheet.write_blank(row, column, None, ruled)
        # The longer its head, the more there is to write.
        shares = [max(7, min(18, width(_plain(head)) + 1)) for head in block.columns]
        for column, share in enumerate(shares):
            sheet.set_column(column, column, _PAGE * share / sum(shares))
        sheet.fit_to_pages(1, 0)
        sheet.freeze_panes(1, 0)

    def sheet(self, caption: LocalisedText) -> Any:
        """A new sheet that is called like its caption, and prints well: on A4 lying down, its heads on every page."""
        document = self.document
        sheet = self.book.add_worksheet(self.name(_plain(caption)))
        if self.rtl:
            sheet.right_to_left()
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(0)
        version = f"{_plain(document.words['version'])} {_line(document.version)}"
        effective = f"{_plain(document.words['effective_from'])} {_line(document.effective_from)}"
        sheet.set_header(f"&L{_banner(_plain(document.title))}&R{_banner(_line(document.organisation))}")
        sheet.set_footer(f"&L{_banner(f'{version} · {effective}')}&R&P / &N")
        return sheet

    def name(self, caption: str) -> str:
        """`caption` as a sheet may be called, which no other is; a small letter and a capital are the same there."""
        base = _NOT_IN_NAMES.sub(" ", caption).strip(" '")
        base = _cut(base, _NAME).strip(" '") or "–"
        if base.casefold() == "history":  # Excel keeps this name for itself
            base = "History –"
        name, number = base, 1
        while name.casefold() in self.names:
            number += 1
            name = f"{_cut(base, _NAME - 1 - len(str(number)))} {number}"
        self.names.add(name.casefold())
        return name

    def head(self, sheet: Any, heads: Iterable[LocalisedText]) -> None:
        """The first row."""
        for column, head in enumerate(heads):
            self.text(sheet, 0, column, head, bold=True, font_color=_ACCENT, bg_color=_TINT, **_HEAD_LINE)

    def value(self, sheet: Any, row: int, column: int, field: Field[LocalisedText]) -> None:
        """A field's words; a measured share as a number, which can be sorted and charted."""
        share = str(field.raw["percent"]) if isinstance(field.raw, dict) and field.raw.keys() == {"percent"} else ""
        if field.name == "result" and re.fullmatch(r"[0-9]+(\.[0-9]+)?", share):
            places = len(share.partition(".")[2])
            form = self.style(num_format="0." + "0" * places + "%" if places else "0%", **_LINE)
            sheet.write_number(row, column, float(Decimal(share).scaleb(-2)), form)
        else:
            self.text(sheet, row, column, field.value)

    def text(self, sheet: Any, row: int, column: int, text: LocalisedText, **form: Any) -> None:
        """A text, which stays one whatever it looks like, in its own direction."""
        said = "\n".join(line.strip() for line in clean(plain(text.nodes, "\n")).split("\n")).strip()[:_CELL]
        rtl = self.rtl if text.locale == self.document.locale else direction_of(text.locale) == "rtl"
        quoted = {"quote_prefix": True} if _FORMULA.match(said) else {}
        shape = {"text_wrap": True, "reading_order": 2 if rtl else 1}
        sheet.write_string(row, column, said, self.style(**{**_LINE, **shape, **quoted, **form}))

    def style(self, **form: Any) -> Any:
        """A cell's format; the same one for the same wishes."""
        key = tuple(sorted(form.items()))
        if key not in self.styles:
            self.styles[key] = self.book.add_format(form)
        return self.styles[key]


def _plain(text: LocalisedText) -> str:
    return _line(plain(text.nodes))


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _banner(text: str) -> str:
    """Words in the margin of a printed page, where `&` begins a code."""
    return _cut(text.replace("&", "\0"), _BANNER - 2 * text.count("&")).replace("\0", "&&")


def _cut(text: str, length: int) -> str:
    """The beginning of a text, as Excel counts: in code units of UTF-16, no character split."""
    return text.encode("utf-16-le")[: 2 * max(length, 0)].decode("utf-16-le", "ignore")


def _width(head: str, cells: Iterable[str]) -> float:
    """How wide a column is, in characters: for its longest text, within bounds, and the longest word of its head."""
    longest = max((width(cell) for cell in cells), default=0)
    word = max((width(word) for word in head.split()), default=0)
    return min(_BROAD, max(_NARROW, word + 4, longest + 2))


def _height(texts: Iterable[str], widths: Iterable[float]) -> float:
    """How high a row is, in points, so that every text is seen in its column: not all programs find out themselves."""
    lines = (ceil(width(text) * 1.15 / wide) for text, wide in zip(texts, widths, strict=True))
    return _TEXT * max(1, *lines) + 2

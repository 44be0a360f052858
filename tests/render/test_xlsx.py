"""The spreadsheet: a sheet of commitments and a log sheet, in the reader's language, and nothing that computes."""

import datetime
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.sample import COMMITMENTS, SHIPPED, commitment, document, field, said, section, words
from tests.render.sample_hostile import hostile

from polycharter.model.block import Block, LogSheet, Records
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.pipeline.compile import uncompiled
from polycharter.pipeline.desk import open_desk
from polycharter.pipeline.localised import document as localised
from polycharter.pipeline.project import open_project
from polycharter.render.xlsx import applies, render


def opened(of: LocalisedDocument) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(of, [SHIPPED])))


def holding(*blocks: Block[LocalisedText]) -> LocalisedDocument:
    return replace(document(Edition.PUBLIC), sections=(section("one", "One", *blocks),))


def titled(*titles: str) -> LocalisedDocument:
    """A document with a commitment for each of these titles."""
    records = tuple(commitment(f"c{at}", title, "met", "Doel gehaald") for at, title in enumerate(titles))
    return holding(replace(COMMITMENTS, records=records))


def test_a_commitment_is_a_row_and_a_field_a_column() -> None:
    sheet = opened(document(Edition.PUBLIC)).worksheets[0]
    heads, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert heads[1:7] == ["Kanaal", "Grens", "Doel", "Laatste resultaat", "Stand", "Als het ons niet lukt"]
    assert [row[0] for row in rows[4:]] == [None, words()["not_translated_yet"].nodes[0].text]  # type: ignore[union-attr]
    assert not any(row[1] for row in rows[4:])
    missed = dict(zip(heads, rows[1], strict=True))
    assert missed["Grens"] == "hoogstens 5 werkdagen"
    assert missed["Stand"] == "Doel gemist"
    assert missed["Waarom het niet lukte"] == "In maart viel de telefooncentrale twee dagen uit."
    assert dict(zip(heads, rows[0], strict=True))["Waarom het niet lukte"] is None


@pytest.mark.parametrize(("share", "shown"), [("91.5", (0.915, "0.0%", "n")), ("92", (0.92, "0%", "n"))])
def test_a_result_is_a_number_that_is_shown_as_it_was_measured(share: str, shown: tuple[float, str, str]) -> None:
    result = field("result", "Laatste resultaat", f"{share}%", raw={"percent": share})
    record = replace(COMMITMENTS.records[0], fields=(result,))
    cell = opened(holding(replace(COMMITMENTS, records=(record,)))).worksheets[0]["B2"]
    assert (cell.value, cell.number_format, cell.data_type) == shown


def test_a_result_that_is_no_number_is_a_text() -> None:
    unmeasured = replace(COMMITMENTS.records[0], fields=(field("result", "Laatste resultaat", "nog niet"),))
    assert opened(holding(replace(COMMITMENTS, records=(unmeasured,)))).worksheets[0]["B2"].value == "nog niet"


def test_the_results_of_the_shipped_charter_are_numbers(shipped: Path) -> None:
    project = open_project(shipped)
    desk = open_desk(project, ())
    of = localised(project, desk, uncompiled(), "en", Edition.PUBLIC)
    sheet = opened(of).worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "Last result")
    results = [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]
    assert len([result for result in results if isinstance(result, float | int)]) > 10


def test_the_staff_edition_has_the_log_sheet_to_fill_in() -> None:
    book = opened(document(Edition.STAFF))
    assert len(book.worksheets) == 2
    sheet = book["Logblad"]
    assert [cell.value for cell in sheet[1]] == ["Datum", "Klant", "Afspraak", "Klaar"]
    assert sheet.max_row == 1 + 12
    assert all(cell.value is None and cell.border.bottom.style == "thin" for cell in sheet[13])


def test_the_head_stays_in_sight_and_is_on_every_printed_page() -> None:
    table, log = opened(document(Edition.STAFF)).worksheets
    assert (table.freeze_panes, log.freeze_panes) == ("B2", "A2")
    assert (table.print_title_rows, log.print_title_rows) == ("$1:$1", "$1:$1")
    assert table.print_title_cols == "$A:$A"
    assert {sheet.page_setup.orientation for sheet in (table, log)} == {"landscape"}
    assert table.oddFooter.left.text == "Versie 2.1 · Geldig vanaf 1 januari 2026"


def test_a_right_to_left_sheet_runs_that_way() -> None:
    for of, expected in ((replace(document(), locale="ar", direction="rtl"), True), (document(), False)):
        assert {bool(sheet.sheet_view.rightToLeft) for sheet in opened(of).worksheets} == {expected}
    arabic = replace(document(), locale="ar", direction="rtl")
    english = replace(said("English"), locale="en")
    cell = opened(replace(arabic, sections=(section("a", "أ", LogSheet(english, (english,), 1)),))).active["A1"]
    assert cell.alignment.readingOrder == 1


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+31 20", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "=HYPERLINK(\"https://evil.example\")", "=cmd|' /C calc'!A0"],  # noqa: E501
)  # fmt: skip
def test_what_looks_like_a_formula_is_a_text_and_stays_one(text: str) -> None:
    cell = opened(titled(text)).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.value == text.strip()
    assert cell.style is not None
    assert cell.quotePrefix
    assert not opened(titled("Safe")).worksheets[0]["A2"].quotePrefix


@pytest.mark.parametrize(
    "attack",
    ["=1", "</t><f>1</f>", "{=1}", "_x000D_", "a\x00\x08\ufffe\ud800", "&P&D", "&" * 300, "😀" * 300, "x" * 40_000],
)
def test_no_text_becomes_anything_else(attack: str) -> None:
    data = render(hostile(attack), [SHIPPED])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sheets = [archive.read(name) for name in names if name.startswith("xl/worksheets/")]
        relations = b"".join(archive.read(name) for name in names if name.endswith(".rels"))
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    assert b"External" not in relations
    assert not [name for name in names if "vba" in name or "externalLink" in name]
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("caption", ["History", "a/b:c", "[x]*?", "'quoted'", "", "x" * 60, "=1", "😀" * 31])
def test_sheets_are_called_what_excel_allows(caption: str) -> None:
    sheet = LogSheet(said(caption), (said("Head"),), 1)
    book = opened(holding(sheet, sheet))
    assert len({name.casefold() for name in book.sheetnames}) == 2
    for name in book.sheetnames:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
        assert name.casefold() != "history"


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40))
def test_any_text_makes_a_file_that_opens(attack: str) -> None:
    assert opened(hostile(attack)).worksheets


def test_what_only_staff_reads_is_in_no_other_file() -> None:
    secret = replace(field("why", "Waarom", "Geheim"), editions=(Edition.STAFF,))
    record = replace(COMMITMENTS.records[0], fields=(*COMMITMENTS.records[0].fields, secret))
    for edition, is_there in ((Edition.PUBLIC, False), (Edition.STAFF, True)):
        of = replace(holding(replace(COMMITMENTS, records=(record,))), edition=edition)
        values = [cell.value for row in opened(of).worksheets[0].iter_rows() for cell in row]
        assert ("Geheim" in values) is ("Waarom" in values) is is_there


def test_only_an_edition_that_has_the_data_has_the_spreadsheet() -> None:
    assert applies(document(Edition.PUBLIC))
    assert applies(document(Edition.STAFF))
    assert not applies(document(Edition.SUMMARY))
    assert not applies(holding(replace(COMMITMENTS, records=())))
    assert applies(holding(LogSheet(said("Log"), (said("Head"),), 1)))


def test_a_commitment_that_is_shown_twice_is_one_row() -> None:
    some: Records[LocalisedText] = replace(COMMITMENTS, records=COMMITMENTS.records[:2])
    assert opened(holding(some, COMMITMENTS)).worksheets[0].max_row == 1 + len(COMMITMENTS.records)


def test_the_bytes_are_the_same_every_time_and_the_properties_say_what_it_is() -> None:
    assert render(document(), [SHIPPED]) == render(document(), [SHIPPED])
    properties = opened(document()).properties
    assert properties.title == "Handvest voor onze klanten"
    assert properties.creator == "Groene Hoek"
    assert properties.created == properties.modified == datetime.datetime(2026, 1, 1)  # noqa: DTZ001
    assert "a3" * 32 in properties.description

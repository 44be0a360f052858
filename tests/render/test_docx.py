"""The Word file: real styles and structure, the source's links alone, the same bytes always."""

import datetime
import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.render.docx_reader import (
    W,
    attribute,
    names,
    outside,
    paragraphs,
    part,
    style,
    tree,
    words,
)
from tests.render.sample import COMMITMENTS, SHIPPED, WORKING_DAYS, document, field, said, section
from tests.render.sample_arabic import right_to_left
from tests.render.sample_hostile import hostile

from polycharter.model.block import Block, Heading, Listing, LogSheet, Paragraph, Table
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.inline import Emphasis, Foreign, Link, Strong, Text
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._tree import texts
from polycharter.render.docx import render
from polycharter.text.flatten import plain


def file(of: LocalisedDocument) -> bytes:
    return render(of, [SHIPPED])


def holding(*blocks: Block[LocalisedText]) -> LocalisedDocument:
    """The public document with these blocks alone."""
    return replace(document(Edition.PUBLIC), sections=(section("one", "One", *blocks),))


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


@pytest.mark.parametrize("of", [document(), right_to_left()])
def test_every_text_is_in_the_file(of: LocalisedDocument) -> None:
    written = " ".join(words(tree(file(of))).replace("\u00a0", " ").split())
    bare = "".join(character for character in written if character not in "\u2066\u2068\u2069")
    for text in texts((of.title, of.sections)):
        said_plainly = " ".join(plain(text.nodes).split())
        # A sentence that stands in for missing records is not said where there are some, nor a repeated caption.
        if said_plainly.startswith(("Er zijn nu geen", "Er is geen")) or said_plainly == "لا يوجد":
            continue
        assert said_plainly in bare


def test_titles_are_headings_of_their_level_and_python_docx_reads_them() -> None:
    read = opened(file(document(Edition.PUBLIC)))
    found = [(one.style.name, one.text) for one in read.paragraphs if one.style.name.lower().startswith("heading")]
    assert found == [
        ("Heading 1", "Inleiding"),
        ("Heading 2", "Wat u meeneemt"),
        ("Heading 1", "Wat u van ons mag verwachten"),
        ("Heading 1", "Contact"),
        ("Heading 1", "Onderbrekingen"),
        ("Heading 1", "Alleen in Nederland"),
        ("Heading 1", "Herziening"),
    ]
    assert [one.text for one in read.paragraphs if one.style.name == "Title"] == ["Handvest voor onze klanten"]


def test_no_level_of_headings_is_skipped() -> None:
    root = tree(file(holding(Heading(5, "deep", said("Deep")))))
    assert [style(one) for one in paragraphs(root) if style(one).startswith("Heading")] == ["Heading1", "Heading2"]


def test_the_properties_say_what_it_is_and_when_it_holds() -> None:
    properties = opened(file(document(Edition.STAFF))).core_properties
    assert properties.title == "Handvest voor onze klanten"
    assert properties.author == "Groene Hoek"
    assert properties.language == "nl"
    assert properties.version == "2.1"
    assert properties.subject == "Handboek voor medewerkers"
    assert properties.created == properties.modified == datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    assert properties.identifier == "source sha256:" + "a3" * 32


def test_the_bytes_are_the_same_every_time_and_hold_no_time() -> None:
    data = file(document())
    assert file(document()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_every_style_that_is_used_is_defined() -> None:
    for of in (document(), document(Edition.SUMMARY), right_to_left(), hostile("x")):
        data = file(of)
        styles = tree(data, "word/styles.xml")
        defined = {attribute(one, "styleId") for one in styles.iter(W + "style")}
        referred = {attribute(one) for kind in ("basedOn", "next") for one in styles.iter(W + kind)}
        for name in names(data):
            if name.startswith(("word/document", "word/header", "word/footer")):
                kinds = ("pStyle", "rStyle", "tblStyle")
                referred |= {attribute(one) for kind in kinds for one in tree(data, name).iter(W + kind)}
        assert referred <= defined


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens bidi "
    "spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u rtl lang",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "trPr": "cantSplit trHeight tblHeader",
    "sectPr": "headerReference footerReference type pgSz pgMar titlePg bidi",
    "settings": "zoom defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tcPr tblStylePr",
}
"""The order of elements in the schema (ISO/IEC 29500-1, annex A), of those that we write. Word is strict about it."""


@pytest.mark.parametrize("of", [document(), replace(document(), locale="ar", direction="rtl")])
def test_elements_stand_in_the_order_of_the_schema(of: LocalisedDocument) -> None:
    data = file(of)
    seen = set()
    for name in names(data):
        if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
            for element in tree(data, name).iter():
                kind = element.tag.removeprefix(W)
                if kind in ORDER:
                    seen.add(kind)
                    order = [ORDER[kind].split().index(child.tag.removeprefix(W)) for child in element]
                    assert order == sorted(order), (name, kind)
    assert seen == set(ORDER)


def test_bold_and_italic_are_written_for_complex_scripts_too() -> None:
    strong, soft = Strong((Text("نعم"),)), Emphasis((Text("نعم"),))
    for name in ("word/document.xml", "word/styles.xml"):
        root = tree(file(holding(Paragraph(said(strong, soft)))), name)
        for latin, complex_script in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
            for properties in root.iter(W + "rPr"):
                assert (properties.find(W + latin) is None) == (properties.find(W + complex_script) is None)
    assert root.find(f".//{W}bCs") is not None


def test_the_language_of_the_document_and_of_every_other_text_is_said() -> None:
    english = Foreign("en", (Text("nearly"),))
    data = file(holding(Paragraph(said("bijna: ", english)), Paragraph(said("All English", locale="en-GB"))))
    defaults = tree(data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert {attribute(defaults, name) for name in ("val", "bidi", "eastAsia")} == {"nl"}
    langs = {words(run): attribute(run.find(f".//{W}lang")) for run in tree(data).iter(W + "r") if run.find(f".//{W}lang") is not None}  # fmt: skip  # noqa: E501
    assert langs["nearly"] == "en"
    assert langs["All English"] == "en-GB"
    assert "bijna: " not in langs


def test_right_to_left_runs_that_way_and_numbers_in_their_own() -> None:
    data = file(right_to_left())
    root = tree(data)
    assert root.find(f".//{W}sectPr/{W}bidi") is not None
    (prose, english) = paragraphs(root, "Normal")[:2]
    assert prose.find(f"{W}pPr/{W}bidi") is not None
    assert english.find(f"{W}pPr/{W}bidi") is None
    for run in prose.iter(W + "r"):
        is_arabic = any("\u0600" <= character <= "\u06ff" for character in words(run))
        is_number = any(character.isascii() and character.isalnum() for character in words(run))
        if is_arabic or is_number:
            assert (run.find(f"{W}rPr/{W}rtl") is not None) is is_arabic
    assert "\u2066020\u00a0555\u00a001\u00a023\u2069" in words(prose)
    table = Table((said("أ", locale="ar"),), ((said("ب", locale="ar"),),), ("",))
    mirrored = tree(file(replace(right_to_left(), sections=(section("one", "واحد", table),))))
    assert mirrored.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert all(one.find(f"{W}pPr/{W}bidi") is not None for one in mirrored.findall(f".//{W}tc/{W}p"))
    assert tree(file(document())).find(f".//{W}bidiVisual") is None


def test_a_border_beside_a_text_stands_where_its_lines_begin() -> None:
    def sides(of: LocalisedDocument, name: str) -> list[str]:
        styles = tree(file(of), "word/styles.xml").iter(W + "style")
        (found,) = (one for one in styles if attribute(one, "styleId") == name)
        return [one.tag.removeprefix(W) for one in found.find(f"{W}pPr/{W}pBdr")]

    assert (sides(document(), "Story"), sides(right_to_left(), "Story")) == (["left"], ["right"])
    assert sides(document(), "Header") == sides(right_to_left(), "Header") == ["bottom"]


def test_links_lead_where_the_source_leads_and_nowhere_else() -> None:
    data = file(document())
    assert sorted(outside(data)) == [
        "https://groenehoek.example.org/klachten",
        "https://groenehoek.example.org/winkels?a=1&b=2",
        "mailto:klantenservice@groenehoek.example.org",
        "tel:+31205550123",
        "tel:+31205550199",
    ]
    root = tree(data)
    bookmarks = [attribute(one, "name") for one in root.iter(W + "bookmarkStart")]
    assert len(bookmarks) == len(set(bookmarks))
    inside = {attribute(one, "anchor") for one in root.iter(W + "hyperlink")} - {""}
    assert {"contacts", "introduction", "reply-letters"} <= inside <= set(bookmarks)


def test_a_link_to_another_edition_leads_to_its_word_file() -> None:
    data = file(holding(Paragraph(said(Link("public.html#complaints", (Text("all of it"),))))))
    assert list(outside(data)) == ["public.docx"]
    (link,) = (one for one in tree(data).iter(W + "hyperlink") if words(one) == "all of it")
    assert attribute(link, "anchor") == "complaints"


def test_a_link_to_a_place_that_this_edition_lacks_is_plain_words() -> None:
    root = tree(file(holding(Paragraph(said(Link("#elsewhere", (Text("there"),)))))))
    assert "there" not in [words(one) for one in root.iter(W + "hyperlink")]
    assert words(paragraphs(root, "Normal")[-1]) == "there"


def test_every_numbered_list_begins_anew() -> None:
    one, two = Listing(1, ((Paragraph(said("a")),),)), Listing(4, ((Paragraph(said("b")),),))
    data = file(holding(one, two, Listing(None, ((Paragraph(said("c")),),))))
    lists = {attribute(num, "numId"): num for num in tree(data, "word/numbering.xml").iter(W + "num")}
    used = [attribute(number) for number in tree(data).iter(W + "numId")]
    assert used == ["2", "3", "1"]
    starts = [attribute(lists[number].find(f".//{W}startOverride")) for number in used[:2]]
    assert starts == ["1", "4"]
    assert lists["1"].find(f".//{W}startOverride") is None


def test_a_list_in_a_list_is_one_level_deeper() -> None:
    inner = Listing(None, ((Paragraph(said("in")),),))
    root = tree(file(holding(Listing(1, ((Paragraph(said("out")), inner, Paragraph(said("more"))),)))))
    levels = [attribute(one) for one in root.iter(W + "ilvl")]
    assert levels == ["0", "1"]
    more = next(one for one in paragraphs(root) if words(one) == "more")
    assert attribute(more.find(f"{W}pPr/{W}ind"), "left") == "454"


def test_tables_have_a_header_row_that_is_repeated_and_a_name() -> None:
    for table in tree(file(document())).iter(W + "tbl"):
        first, *rest = table.findall(W + "tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rest)
        assert attribute(table.find(f"{W}tblPr/{W}tblCaption"))
        widths = [int(attribute(one, "w")) for one in table.iter(W + "gridCol")]
        assert sum(widths) == int(attribute(table.find(f"{W}tblPr/{W}tblW"), "w"))


def test_the_log_sheet_is_a_page_of_its_own_lying_down() -> None:
    read = opened(file(document(Edition.STAFF)))
    assert [one.orientation for one in read.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert len(read.tables[-1].rows) == 1 + 12
    sheet = LogSheet(said("Sheet"), (said("A"), said("B")), 3)
    between = opened(file(holding(Paragraph(said("before")), sheet, Paragraph(said("after")))))
    assert [one.orientation for one in between.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


def test_pages_are_numbered_and_say_the_version() -> None:
    data = file(document())
    footers = [name for name in names(data) if name.startswith("word/footer")]
    assert len(footers) == 2
    for name in footers:
        root = tree(data, name)
        assert words(root).startswith("Versie 2.1  ·  Geldig vanaf 1 januari 2026 ")
        assert [attribute(one, "instr").strip() for one in root.iter(W + "fldSimple")] == ["PAGE", "NUMPAGES"]


ATTACKS = (
    "=HYPERLINK(\"https://evil.example\")",
    "</w:t></w:r><w:r><w:instrText>INCLUDETEXT c:\\\\x</w:instrText></w:r>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "{ INCLUDEPICTURE \"https://evil.example/x.png\" }",
    "a\x00b\x07c\ufffe\ud800d\u202etxt.exe",
    "]]>" + "&" * 40,
    "x" * 4000,
)  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_data_says_stays_text(attack: str) -> None:
    plain_file, data = file(hostile("harmless")), file(hostile(attack))
    assert sorted(outside(data)) == sorted(outside(plain_file)) == []
    assert names(data) == names(plain_file)
    allowed = {"PAGE", "NUMPAGES"}
    for name in names(data):
        root = tree(data, name)
        assert {attribute(one, "instr").strip() for one in root.iter(W + "fldSimple")} <= allowed
        for kind in ("instrText", "fldChar", "object", "drawing", "pict", "altChunk", "control", "sdt"):
            assert next(root.iter(W + kind), None) is None
    assert {one.tag for one in tree(data).iter()} <= {one.tag for one in tree(plain_file).iter()} | {W + "br"}
    assert "\u202e" not in words(tree(data))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40))
def test_any_text_makes_a_file_that_opens(attack: str) -> None:
    data = file(hostile(attack))
    assert not list(outside(data))
    assert opened(data).paragraphs


def test_what_only_staff_reads_is_in_no_other_file() -> None:
    secret = replace(field("why", "Waarom", "Geheim van het personeel"), editions=(Edition.STAFF,))
    record = replace(COMMITMENTS.records[0], fields=(*COMMITMENTS.records[0].fields, secret))
    shown = replace(holding(replace(COMMITMENTS, records=(record,))), edition=Edition.STAFF)
    for edition, is_there in ((Edition.PUBLIC, False), (Edition.STAFF, True)):
        data = file(replace(shown, edition=edition))
        assert any("Geheim" in part(data, name).decode() for name in names(data)) is is_there


def test_there_is_no_macro_no_picture_and_no_leftover_of_a_template() -> None:
    assert not [name for name in names(file(document())) if any(word in name for word in ("vba", "media", "thumb", "custom"))]  # fmt: skip  # noqa: E501
    kinds = part(file(document()), "[Content_Types].xml").decode()
    assert "macro" not in kinds
    assert "jpeg" not in kinds


def test_a_template_of_the_owner_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "docx").mkdir()
    own = (SHIPPED / "docx" / "styles.xml").read_text("utf-8").replace("1D5438", "AA0000")
    (tmp_path / "docx" / "styles.xml").write_text(own, "utf-8")
    data = render(document(), [tmp_path, SHIPPED])
    assert b"AA0000" in part(data, "word/styles.xml")


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "docx").mkdir()
    (tmp_path / "docx" / "styles.xml").write_text("<a>\n<b>\n</a>", "utf-8")
    with pytest.raises(CharterError) as caught:
        render(document(), [tmp_path, SHIPPED])
    assert str(caught.value).startswith("templates/docx/styles.xml:3: is no well-formed XML")
    assert "Correct the template" in str(caught.value)


def test_a_short_value_is_not_broken_over_lines() -> None:
    assert "5\u00a0werkdagen" in words(tree(file(holding(Paragraph(said("in ", WORKING_DAYS))))))


def test_libreoffice_opens_it_and_prints_every_page(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name, of in (("staff", document()), ("arabic", right_to_left())):
        (tmp_path / f"{name}.docx").write_bytes(file(of))
    subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *sorted(tmp_path.glob("*.docx"))],
        check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)}, timeout=120,
    )  # fmt: skip
    pages = [page.extract_text() for page in PdfReader(tmp_path / "staff.pdf").pages]
    assert "Inhoud" in pages[0]
    assert f"{len(pages)} / {len(pages)}" in pages[-1]
    assert "Logblad" in pages[-1]
    assert "Uw brief beantwoorden wij binnen vijf werkdagen." in " ".join(" ".join(pages).split())
    assert len(PdfReader(tmp_path / "arabic.pdf").pages) == 2

"""The PDF is read back with pypdf and judged by page-validation, never by looking into how it was made."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from tests.render.sample import COMMITMENTS, SHIPPED, document, field, said, section
from tests.render.sample_arabic import right_to_left
from tests.render.sample_hostile import hostile

from polycharter.model.block import Heading, LogSheet, Paragraph, Record, Records, Table
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.inline import Break, Code, Foreign, Link, Text, Value
from polycharter.model.localised import LocalisedDocument
from polycharter.render import pdf

ATTACKS = (
    '#eval("1 + 1") #panic() #import "x": * #include "doc.json"',
    "= heading - list + enum / term: x",
    "*strong* _emph_ `raw` $math$ <label> @ref // comment /* comment */ \\ \\u{41} ~ -- ---",
    '"; panic("out of the string") ]) }',
    "javascript:alert(1) file:///etc/passwd",
    "{name} {{ name }} {% if x %} ${x}",
    "%PDF-1.7 (x) \\( /JS /Launch ]]> </rdf:RDF> <script>&amp;",
    "W" * 70,
    "two words " * 6,
)


SHORT_BY_ONE = "a stream /Length does not match its raw content length"
"""page-validation 0.11 says so of a compressed stream that happens to end in a carriage return; it is a mistake."""


def render(doc: LocalisedDocument, *folders: Path) -> bytes:
    return pdf.render(doc, [*folders, SHIPPED])


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


@cache
def sample(edition: Edition) -> PdfReader:
    return read(render(document(edition)))


def words_of(reader: PdfReader) -> str:
    """All text of all pages, white space as one space."""
    return " ".join(" ".join(each.extract_text() for each in reader.pages).split())


def elements(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every element of the structure tree, in reading order."""
    queue: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while queue:
        element = queue.pop().get_object()
        if isinstance(element, DictionaryObject):
            yield element
            kids = element.get("/K", [])
            kids = kids.get_object() if hasattr(kids, "get_object") else kids
            queue.extend(reversed(kids if isinstance(kids, list) else [kids]))


def tags(reader: PdfReader) -> list[str]:
    return [str(element["/S"]) for element in elements(reader) if "/S" in element]


def uris(reader: PdfReader) -> set[str]:
    found = set()
    for each in reader.pages:
        for reference in each.get("/Annots", []):
            action = reference.get_object().get("/A", {})
            if "/URI" in action:
                found.add(str(action["/URI"]))
    return found


def bookmarks(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from bookmarks(entry)
        else:
            yield str(entry.title)


def assert_valid(data: bytes) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(data, profile=profile)
        failures = [failure.message for failure in report.failures]
        if b"\r\nendstream" in data and SHORT_BY_ONE in failures:
            failures.remove(SHORT_BY_ONE)
        assert not failures


def with_blocks(*blocks: Any) -> LocalisedDocument:
    return replace(document(), sections=(section("introduction", "Inleiding", *blocks),))


@pytest.mark.parametrize("edition", Edition)
def test_is_accessible_and_fit_to_keep(edition: Edition) -> None:
    """PDF/UA-1 and PDF/A-2a."""
    assert_valid(render(document(edition)))


def test_right_to_left_is_accessible_and_isolates_phones() -> None:
    data = render(right_to_left())
    assert_valid(data)
    reader = read(data)
    assert str(reader.root_object["/Lang"]) == "ar"
    assert "020 555 01 23" in words_of(reader)


def test_metadata_say_what_it_is_and_what_it_was_made_from() -> None:
    reader = sample(Edition.PUBLIC)
    assert reader.metadata is not None
    assert reader.metadata.title == "Handvest voor onze klanten"
    assert reader.metadata.author == "Groene Hoek"
    assert reader.metadata.subject == "Groene Hoek: Het hele handvest. Versie 2.1. Geldig vanaf 1 januari 2026"
    assert reader.metadata.creation_date == datetime(2026, 1, 1, tzinfo=UTC)
    keywords = str(reader.metadata["/Keywords"])
    assert all(part in keywords for part in ("version 2.1", "replaces 2.0", "a3" * 32, "5f" * 32))
    assert str(reader.root_object["/Lang"]) == "nl"


def test_structure_is_tagged() -> None:
    found = tags(sample(Edition.STAFF))
    assert {"H1", "H2", "L", "LI", "Table", "TH", "TD", "BlockQuote", "Link", "TOC", "P"} <= {
        tag.strip("/") for tag in found
    }
    assert found.count("/Table") == 2  # the prose's own and the log sheet; records are no tables


def test_other_languages_are_marked() -> None:
    """A fallback and foreign words carry their language."""
    languages = [str(each["/Lang"]) for each in elements(sample(Edition.STAFF)) if "/Lang" in each]
    assert languages.count("en") >= 3


def test_bookmarks_are_the_headings_of_the_charter() -> None:
    titles = list(bookmarks(sample(Edition.STAFF).outline))
    assert titles[:3] == ["Inleiding", "Wat u meeneemt", "Wat u van ons mag verwachten"]
    assert "De brief uit Sloten" not in titles


def test_pages_are_numbered_and_carry_title_version_and_date() -> None:
    pages = sample(Edition.PUBLIC).pages
    last = " ".join(pages[-1].extract_text().split())
    assert f"{len(pages)} / {len(pages)}" in last
    assert "Handvest voor onze klanten" in last
    assert "Versie 2.1" in last
    assert "Geldig vanaf 1 januari 2026" in last


def test_summary_is_one_page() -> None:
    assert len(sample(Edition.SUMMARY).pages) == 1


def test_log_sheet_lies_down() -> None:
    lying = [each for each in sample(Edition.STAFF).pages if each.mediabox.width > each.mediabox.height]
    (form,) = lying
    assert "Logblad" in form.extract_text()
    assert all(head in form.extract_text() for head in ("Datum", "Klant", "Afspraak", "Klaar"))


def test_long_log_sheet_repeats_its_head() -> None:
    reader = read(render(with_blocks(LogSheet(said("Logblad"), (said("Datum"), said("Klant")), 40))))
    lying = [each for each in reader.pages if each.mediabox.width > each.mediabox.height]
    assert len(lying) > 1
    assert all("Datum" in each.extract_text() for each in lying)


def test_long_table_repeats_its_head_even_if_that_holds_links() -> None:
    head = (said("Kop ", Link("https://a.example.org", (Text("hier"),))), said(Value("x", "020", "tel:020")))
    rows = tuple((said(f"rij {number}"), said("woorden " * 12)) for number in range(90))
    data = render(with_blocks(Table(head, rows, ("", "right"))))
    assert_valid(data)
    pages = [each.extract_text() for each in read(data).pages if "rij" in each.extract_text()]
    assert len(pages) > 1
    assert all("Kop hier" in each for each in pages)


def test_everything_is_said() -> None:
    text = words_of(sample(Edition.STAFF))
    for expected in (
        "Wij antwoorden binnen 5 werkdagen, ook op een kaartje.",
        "noem code A<b>1.",
        "This paragraph has not been translated: call 020 555 01 23.",
        "Uw brief beantwoorden wij binnen vijf werkdagen.",
        "Doel gemist",
        "Er is niets gepland.",
        "In nood",
        "Eerlijk eten, eerlijk antwoord.",
        "Mag een klant een geopend pak havermelk terugbrengen?",
    ):
        assert expected in text


def test_links_are_those_of_the_source_and_addresses_are_printed() -> None:
    reader = sample(Edition.STAFF)
    assert uris(reader) == {
        "tel:+31205550123",
        "tel:+31205550199",
        "mailto:klantenservice@groenehoek.example.org",
        "https://groenehoek.example.org/klachten",
        "https://groenehoek.example.org/winkels?a=1&b=2",
    }
    assert "groenehoek.example.org/winkels?a=1&b=2" in words_of(reader).replace(" ", "")


@pytest.mark.parametrize("href", ["public.html", "#nowhere", "javascript:alert(1)", "file:///etc/passwd", "//x", ""])
def test_link_that_leads_nowhere_on_paper_is_plain_text(href: str) -> None:
    reader = read(render(with_blocks(Paragraph(said("Zie ", Link(href, (Text("het hele handvest"),)), ".")))))
    assert "Zie het hele handvest." in words_of(reader)
    assert uris(reader) == set()


def test_another_edition_is_found_where_the_charter_is_published() -> None:
    link = Link("public.html#complaints", (Text("het hele handvest"),))
    of = replace(with_blocks(Paragraph(said("Zie ", link, "."))), address="https://example.org/c/")
    reader = read(render(of))
    assert uris(reader) == {"https://example.org/c/nl/public.html#complaints"}
    assert "https://example.org/c/nl/public.html#complaints" in words_of(reader).replace(" ", "")
    assert_valid(render(of))


def test_link_that_ends_inside_a_word_is_no_trouble() -> None:
    """typst 0.15 fails on one that it hyphenates."""
    for length in range(1, 60, 7):
        link = Link("#introduction", (Text("klantenservicemedewerkers " * 2 + "w" * length),))
        blocks = Table((said("a"), said("b")), ((said(link, "verantwoordelijkheid"), said("x" * 300)),), ("", ""))
        assert_valid(render(with_blocks(blocks)))


def test_skipped_heading_level_and_empty_heading_are_mended() -> None:
    data = render(with_blocks(Heading(4, "deep", said("Diep")), Heading(2, "none", said("\x00"))))
    assert_valid(data)
    assert {"/H1", "/H2"} <= set(tags(read(data)))


def test_records_shown_twice_share_no_label() -> None:
    assert_valid(render(with_blocks(COMMITMENTS, COMMITMENTS)))


def test_field_for_other_readers_is_left_out() -> None:
    secret = replace(field("owner", "Wie", "geheim"), editions=(Edition.STAFF,))
    records = Records("contacts", said("x"), (Record("a", said("A"), (secret,)),), said("-"))
    public = replace(with_blocks(records), edition=Edition.PUBLIC)
    assert "geheim" not in words_of(read(render(public)))
    assert b"geheim" not in render(public)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack[:12])
def test_text_is_printed_and_never_run(attack: str) -> None:
    """Typst markup, template syntax and PDF syntax in every slot are characters."""
    data = render(hostile(attack))
    assert_valid(data)
    reader = read(data)
    printed = "".join(words_of(reader).split())
    assert "".join(attack.split())[:40] in printed
    assert uris(reader) == set()
    assert not reader.attachments


def test_control_characters_are_left_out() -> None:
    text = said("a\x00b\x1bc\x7fd\x85e\u202ef\u2066g\ud800h", Break(), Code("i\tj\nk"), Foreign("en", (Text("\x01l"),)))
    data = render(with_blocks(Paragraph(text)))
    assert_valid(data)
    assert "abcd efg�h" in words_of(read(data))


@pytest.mark.parametrize(("text", "named"), [("ሀለሐ", ("ሀ (U+1200)", "ሐ (U+1210)")), ("x\ue000", ("U+E000",))])
def test_characters_that_no_font_has_are_named(text: str, named: tuple[str, ...]) -> None:
    with pytest.raises(CharterError) as caught:
        render(with_blocks(Paragraph(said("goed")), Paragraph(said(f"niet {text}"))))
    message = str(caught.value)
    assert message.startswith("nl/staff.pdf: no font has the characters ")
    assert all(name in message for name in named)
    assert f"the first stand in: niet {text}. Put a font" in message


def override(folder: Path, name: str, text: str) -> Path:
    (folder / "pdf").mkdir()
    (folder / "pdf" / name).write_text(text, "utf-8")
    return folder


def test_project_overrides_one_file(tmp_path: Path) -> None:
    theme = (SHIPPED / "pdf" / "theme.typ").read_text("utf-8").replace('"a4"', '"a5"')
    reader = read(render(document(), override(tmp_path, "theme.typ", theme)))
    assert round(float(reader.pages[0].mediabox.width)) == 420


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("= Ja\n#nope", ":2:2: the PDF cannot be made: unknown variable: nope"),
        ('#set text(font: "Nowhere")\n= Ja', ":1:17: the PDF cannot be made: unknown font family: nowhere"),
        ('= Ja\n#read("/etc/passwd")', ":2:7: the PDF cannot be made: failed to load file"),
        ('= Ja\n#read("../../../../etc/passwd")', ":2:7: the PDF cannot be made: "),
        ('#import "@preview/cetz:0.3.0": *\n= Ja', ":1:9: the PDF cannot be made: "),
    ],
)
def test_wrong_template_is_named_with_its_line(tmp_path: Path, template: str, message: str) -> None:
    with pytest.raises(CharterError) as caught:
        render(document(), override(tmp_path, "charter.typ", f'#set document(title: "x")\n{template}'))
    line = int(message[1]) + 1
    assert f"{tmp_path.name}/pdf/charter.typ:{line}{message[2:]}" in str(caught.value)


def test_no_template_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CharterError, match=r"pdf/charter\.typ"):
        pdf.render(document(), [tmp_path])


def test_same_document_same_bytes(tmp_path: Path) -> None:
    """Also in another process, folder, time zone and hash seed."""
    first = render(document())
    assert render(document()) == first
    script = (
        "import sys; from pathlib import Path; from tests.render import sample; from polycharter.render import pdf;"
        "sys.stdout.buffer.write(pdf.render(sample.document(), [sample.SHIPPED]))"
    )
    root = SHIPPED.parent
    there = os.environ | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"}
    other = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=there, capture_output=True, check=True)
    assert other.stdout == first

"""Nothing of an attack is more than text in any file: the same parts, links and structure as with harmless words.

What only a browser can tell is in tests/browser/test_attacks.py.
"""

import io
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from tests.attacks.conftest import LOOKED_AT, PRINTED
from tests.attacks.corpus import attacks
from tests.attacks.project import LOCALES, PAGE, PLACES, ROWS, printable, shown, squeezed
from tests.render.docx_reader import W, names, outside, part, tree
from tests.render.markdown_reader import parser, read

UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ufff9-\ufffb\ufffe\uffff]")
"""Control characters, and what turns the direction of the text behind it."""
ISOLATES = re.compile("[\u2066-\u2069]")
EDITIONS = ("public", "summary")
PLAIN = [(locale, edition) for locale in LOOKED_AT for edition in EDITIONS]


def missing(locale: str, text: str, places: tuple[str, ...] = PLACES) -> list[str]:
    """What readers should see of the attacks and do not; the place `value` has odd rows with a number before it."""
    words = squeezed(text)
    return [
        said for place in places for row in range(ROWS) if (said := shown(locale, place, row)) and said not in words
    ]


def test_there_are_more_than_a_thousand_attacks_of_many_kinds() -> None:
    assert len({attack.text for attack in attacks()}) == len(attacks()) >= 1000
    assert len({attack.kind for attack in attacks()}) >= 30


@pytest.mark.parametrize("form", ["html", "json", "txt", "md", "snippet.html"])
def test_text_has_no_control_character_and_turns_no_direction(attacked: Path, form: str) -> None:
    pages = [attacked / locale / f"{edition}.{form}" for locale, edition in PLAIN]
    found = [page for page in (*pages, attacked / "index.html", attacked / "manifest.json") if page.is_file()]
    assert len(found) >= len(LOOKED_AT)
    for page in found:
        text = page.read_text("utf-8")
        assert UNWANTED.findall(text) == [], page
        opened, closed = (sum(map(text.count, signs)) for signs in ("\u2066\u2067\u2068", "\u2069"))
        assert opened == closed
        assert not opened or page.parent.name == "ar"


@pytest.mark.parametrize("locale", LOOKED_AT)
def test_every_attack_is_read_as_text(attacked: Path, locale: str) -> None:
    text = (attacked / locale / "public.txt").read_text("utf-8")
    assert missing(locale, squeezed(text).replace(f"<{PAGE}>", "")) == []
    data = json.loads((attacked / locale / "public.json").read_text("utf-8"))
    assert missing(locale, "".join(said(data["sections"]))) == []


def said(value: Any) -> Iterator[str]:
    """Every `text` of a JSON tree."""
    if isinstance(value, list):
        for item in value:
            yield from said(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "text" and isinstance(item, str):
                yield item
            elif key != "inline":
                yield from said(item)


@pytest.mark.parametrize("locale", LOOKED_AT)
def test_json_ld_is_one_block_that_says_what_the_charter_says(attacked: Path, locale: str) -> None:
    page = (attacked / locale / "public.html").read_text("utf-8")
    assert page.count("</script") == page.count("<script") == 1
    data = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert set(data) == {"@context", "@type", "name", "contactPoint"}
    words = {"contactType", "description"}
    for point in data["contactPoint"]:
        facts = {key: value for key, value in point.items() if key not in words}
        assert facts == {
            "@type": "ContactPoint",
            "telephone": "+31 20 000 01 00",
            "email": "service@example.org",
            "url": "https://www.example.org/",
        }


@pytest.mark.parametrize(("locale", "edition"), PLAIN)
def test_markdown_has_the_same_blocks_and_no_other_link(attacked: Path, twin: Path, locale: str, edition: str) -> None:
    mine, other = ((out / f"{edition}.md").read_text("utf-8") for out in (attacked / locale, twin / "nl"))
    blocks = kinds(read(mine))
    if edition == "public" and LOCALES.index(locale) % 2:  # the notice that parts are in English
        assert blocks.pop(1) == ("paragraph",)
    assert blocks == kinds(read(other))
    tokens = [token for block in parser().parse(mine) for token in block.children or ()]
    assert set(links(mine)) <= {*links(other), *(f"../{one}/{edition}.md" for one in LOCALES)}
    tags = {token.content for token in tokens if token.type == "html_inline"}
    assert tags <= {"<span></span>", "<span>", "</span>", '<span lang="en">', '<span lang="en" dir="ltr">'}
    if edition == "public":
        words = "".join(token.content for token in tokens if token.type in ("text", "code_inline"))
        assert missing(locale, words) == []


def kinds(blocks: Any) -> Any:
    """The kinds of blocks in their order, without their words."""
    if isinstance(blocks, list):
        return [kinds(block) for block in blocks]
    match blocks:
        case ("heading", level, anchor, _):
            return ("heading", level, anchor)
        case ("list", start, items):
            return ("list", start, kinds(items))
        case ("quote", inner):
            return ("quote", kinds(inner))
        case ("table", rows):
            return ("table", [len(row) for row in rows])
        case _:
            return blocks[:1]


def links(markdown: str) -> list[str]:
    """Where the links of a Markdown text lead, those too that programs make of bare addresses."""
    found: list[str] = []
    whole = parser().disable("text_join")
    for block in whole.parse(markdown):
        inside = False
        for token in block.children or ():
            if token.type in ("link_open", "image"):
                found.append(str(token.attrs.get("href", token.attrs.get("src"))))
            inside = token.type == "link_open" or (inside and token.type != "link_close")
            if token.type == "text" and not inside:
                found += BARE.findall(token.content)
    return found


BARE = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
"""What GitHub makes a link of without being asked (GFM 0.29, section 6.9)."""


NEW_LOOKS = {"b", "bCs", "i", "iCs", "br"}
"""What a translation may bring: bold words, italics and line breaks."""


@pytest.mark.parametrize(("locale", "edition"), PLAIN)
def test_word_files_have_the_same_parts_targets_and_fields(
    attacked: Path, twin: Path, locale: str, edition: str
) -> None:
    mine = (attacked / locale / f"{edition}.docx").read_bytes()
    other = (twin / ("ar" if locale == "ar" else "nl") / f"{edition}.docx").read_bytes()
    assert names(mine) == names(other)
    assert set(outside(mine)) <= set(outside(other))
    for name in names(mine):
        assert b"<!" not in part(mine, name), name
    new = {tag.removeprefix(W) for tag in tags(mine) - tags(other)}
    assert new <= NEW_LOOKS
    assert {tuple(each.attrib.values()) for each in elements(mine, "fldSimple")} == {(" PAGE ",), (" NUMPAGES ",)}
    attributes, others = ({key for each in elements(data) for key in each.attrib} for data in (mine, other))
    assert attributes == others
    for style in ("pStyle", "rStyle", "tblStyle"):
        used, usual = ({each.get(f"{W}val") for each in elements(data, style)} for data in (mine, other))
        assert used - {"Code", "Notice"} == usual - {"Notice"}
    if edition == "public":
        text = "".join(each.text or "" for each in elements(mine, "t"))
        assert missing(locale, text) == []


@lru_cache(maxsize=64)
def elements(data: bytes, name: str = "") -> tuple[Any, ...]:
    """The elements of all parts, or those of one name."""
    parts = [tree(data, name) for name in names(data) if name.endswith((".xml", ".rels"))]
    return tuple(each for part in parts for each in part.iter() if not name or each.tag == W + name)


def tags(data: bytes) -> set[str]:
    """The names of all elements."""
    return {each.tag for each in elements(data)}


def test_workbooks_hold_texts_and_nothing_that_computes_or_leads_out(attacked: Path, twin: Path) -> None:
    for locale in LOOKED_AT:
        mine, other = ((out / where / "public.xlsx").read_bytes() for out, where in ((attacked, locale), (twin, "nl")))
        assert names(mine) == names(other)
        assert [*outside(mine)] == []
        for name in names(mine):
            assert b"<!" not in part(mine, name), name
        tags = {each.tag.rpartition("}")[2] for each in elements(mine)}
        assert tags == {each.tag.rpartition("}")[2] for each in elements(other)} | {"protection"} & tags
        assert not tags & {"f", "hyperlink", "oleObject", "externalReference", "connection", "ddeLink", "drawing"}
        assert_cells_are_texts(mine)
        assert_names_and_margins_are_ours(mine)
        strings = texts(mine)
        rows = [row for row in range(ROWS) if row % 11 < 3]  # the other records are no commitments
        text = squeezed("".join(strings).replace("_x005F_", "_"))
        assert [row for row in rows if shown(locale, "record", row) not in text] == []
        assert not [one for one in strings if re.search("(?<!_x005F)_x[0-9A-Fa-f]{4}_", one)]


S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def texts(data: bytes) -> list[str]:
    """The strings of a workbook, to which its cells refer by number."""
    items = (each for each in elements(data) if each.tag == f"{S}si")
    return ["".join(words.text or "" for words in item.iter(f"{S}t")) for item in items]


def assert_cells_are_texts(data: bytes) -> None:
    """Every cell is a text or a number of ours, and one that looks like a formula is marked as a text."""
    strings = texts(data)
    (styles,) = (each for each in elements(data) if each.tag == f"{S}cellXfs")
    marked = 0
    for cell in (each for each in elements(data) if each.tag == f"{S}c"):
        value = cell.find(f"{S}v")
        if value is None:
            continue
        assert cell.get("t") == "s", ElementTree.tostring(cell)
        if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", strings[int(value.text or "")]):
            assert styles[int(cell.get("s", "0"))].get("quotePrefix") == "1"
            marked += 1
    assert marked


def assert_names_and_margins_are_ours(data: bytes) -> None:
    """Defined names point at the file's own sheets; the margins have no code but ours."""
    sheets = [each.get("name") or "" for each in elements(data) if each.tag == f"{S}sheet"]
    for each in (each for each in elements(data) if each.tag == f"{S}definedName"):
        for reference in re.sub(r"(?<=[0-9A-Z]),(?=')|(?<=[0-9A-Z]),(?=[^,]*!)", "\n", each.text or "").split("\n"):
            sheet = reference.rpartition("!")[0]
            assert sheet.strip("'").replace("''", "'") in sheets
    for each in (each for each in elements(data) if each.tag in (f"{S}oddHeader", f"{S}oddFooter")):
        codes = re.findall("&.", (each.text or "").replace("&&", ""))
        assert codes in (["&L", "&R"], ["&L", "&R", "&P", "&N"])
        assert len(each.text or "") <= 255


@pytest.mark.parametrize("name", ["public.pdf", "public.poster.pdf"])
def test_a_pdf_leads_where_the_charter_leads_and_does_nothing(printed: Path, name: str) -> None:
    data = (printed / PRINTED / name).read_bytes()
    assert objects(data).count(b"/Catalog") == 1
    assert objects(data).count(b"/URI") > 0 or "poster" in name
    assert NOT_IN_PDF.findall(objects(data)) == []
    reader = PdfReader(io.BytesIO(data))
    assert not reader.attachments
    leads = {PAGE, "https://www.example.org/", "mailto:service@example.org", "tel:+31200000100"}
    assert set(targets(reader)) == ({*leads, "inside"} if name == "public.pdf" else set())


def test_a_pdf_shows_every_attack_as_text(printed: Path) -> None:
    text = letters("".join(page.extract_text() for page in PdfReader(printed / PRINTED / "public.pdf").pages))
    said = {shown(PRINTED, place, row, printable) for place in PLACES for row in range(ROWS)}
    assert [one for one in said if letters(one) not in text] == []


NOT_IN_PDF = re.compile(
    rb"/(?:JavaScript|JS|OpenAction|AA|Launch|GoToR|GoToE|SubmitForm|ImportData|EmbeddedFiles?|Filespec|RichMedia|XFA)\b"
)
"""Actions, and files within the file (ISO 32000-1, sections 7.11.4 and 12.6.4)."""


def objects(data: bytes) -> bytes:
    """The file's objects, all of them readable as they stand; not what pages, fonts and pictures are drawn of."""
    assert b"/ObjStm" not in data
    return re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)


def letters(text: str) -> str:
    """Only letters and digits: a page breaks lines with hyphens, and draws some signs as others."""
    return "".join(filter(str.isalnum, text)).casefold()


def targets(reader: PdfReader) -> Iterator[str]:
    """Where the links of a PDF lead: addresses outside, and the kind of every other action."""
    for page in reader.pages:
        for annotation in page.get("/Annots") or ():
            it = annotation.get_object()
            assert it["/Subtype"] == "/Link"
            if "/A" in it:
                action = it["/A"].get_object()
                yield str(action.get("/URI", action["/S"]))
            else:
                yield "inside"

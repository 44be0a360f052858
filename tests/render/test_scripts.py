"""What the script of a language asks for: bars on the side where lines begin, no slanted letters, hours unbroken."""

import io
import re
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.render.sample import SHIPPED, Part, document, said, section

from polycharter.model.block import Listing, Paragraph, Quote, Story, Table
from polycharter.model.edition import Edition
from polycharter.model.inline import Emphasis, Text, Value
from polycharter.model.localised import LocalisedDocument
from polycharter.render import _fonts, docx, html, pdf
from polycharter.render._scripts import UPRIGHT

HOURS = Value("hours", "Monday–Friday 08:30–17:30, Saturday 10:00–14:00", "")
EMPHASIS = Emphasis((Text("א"),))


def summary(locale: str, *parts: Part) -> LocalisedDocument:
    """A summary in this locale: a paragraph of these parts, a quote, a story, a list and a table."""
    text = said("א" if locale == "he" else "a", locale=locale)
    held = (Paragraph(text),)
    blocks = (
        Paragraph(said(*parts, locale=locale)) if parts else Paragraph(text),
        Quote(held),
        Story("", held),
        Listing(None, (held,)),
        Table((text,), ((text,),), ("left",)),
    )
    direction = "rtl" if locale == "he" else "ltr"
    words = {key: replace(word, locale=locale) for key, word in document(Edition.SUMMARY).words.items()}
    body = section("one", "One", *blocks)
    body = replace(body, heading=replace(body.heading, text=text))
    made = document(Edition.SUMMARY)
    return replace(made, locale=locale, direction=direction, title=text, words=words, sections=(body,))


def bars_of(page: Any) -> list[float]:
    """Where on the page narrow high bars are drawn, in points from its left edge."""
    found: list[float] = []
    path: list[tuple[float, float]] = []

    def look(operator: bytes, arguments: Any, matrix: Any, _: Any) -> None:
        if operator in (b"m", b"l"):
            x, y = (float(number) for number in arguments)
            path.append((matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]))
        elif operator in (b"f", b"S"):
            width, height = (max(side) - min(side) for side in zip(*path, strict=True))
            found.extend([path[0][0]] if width < 3 and height > 5 else ())
            path.clear()

    page.extract_text(visitor_operand_before=look)
    return found


@pytest.mark.parametrize(("locale", "side"), [("nl", "left"), ("he", "right")])
def test_the_bars_beside_quotes_and_stories_stand_where_lines_begin(locale: str, side: str) -> None:
    page = PdfReader(io.BytesIO(pdf.render(summary(locale), [SHIPPED]))).pages[0]
    bars = bars_of(page)
    middle = float(page.mediabox.width) / 2
    assert len(bars) == 2
    assert all((bar < middle) is (side == "left") for bar in bars)


def fonts(data: bytes) -> set[str]:
    reader = PdfReader(io.BytesIO(data))
    resources: Any = reader.pages[0]["/Resources"]
    return {str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()}


def test_letters_that_have_no_slant_are_not_slanted() -> None:
    assert any("Italic" in font for font in fonts(pdf.render(summary("nl", Emphasis((Text("a"),))), [SHIPPED])))
    assert not any("Italic" in font for font in fonts(pdf.render(summary("he", EMPHASIS), [SHIPPED])))


def parts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode() + package.read("word/styles.xml").decode()


def test_in_a_word_processor_they_are_bold_instead() -> None:
    slanted = parts(docx.render(summary("nl", Emphasis((Text("a"),))), [SHIPPED]))
    bold = parts(docx.render(summary("he", EMPHASIS), [SHIPPED]))
    assert slanted.count("<w:i/>") > 1
    assert "<w:i/>" not in bold
    assert "<w:iCs/>" not in bold
    assert re.search(r"<w:bCs/>(?:(?!</w:r>).)*<w:t[^>]*>א</w:t>", bold)


def test_the_style_sheet_knows_the_same_languages() -> None:
    sheet = (SHIPPED / "html" / "style.css").read_text("utf-8")
    rules = re.findall(r"^:is\((:lang.*?)\) (?:em|:is\(h1)", sheet, re.MULTILINE)
    assert [set(re.findall(r":lang\((\w+)\)", rule)) for rule in rules] == [UPRIGHT, UPRIGHT]


def test_a_mincho_face_goes_with_letters_that_have_serifs() -> None:
    if find_spec("pylopdf_fonts_jp") is None:
        pytest.skip("pylopdf_fonts_jp is not installed; it is part of polycharter[fonts]")
    made = fonts(pdf.render(summary("ja", "五営業日以内にお返事いたします。"), [SHIPPED]))
    assert any("NotoSerifJP" in font for font in made)


def test_a_font_of_the_project_comes_before_it(tmp_path: Path) -> None:
    folder = next((folder for folder in _fonts.folders("ja") if folder.name == "pylopdf_fonts_jp"), None)
    if folder is None:
        pytest.skip("pylopdf_fonts_jp is not installed; it is part of polycharter[fonts]")
    (tmp_path / "pdf" / "fonts").mkdir(parents=True)
    (tmp_path / "pdf" / "fonts" / "own.otf").symlink_to(folder / "NotoSansJP-Regular.otf")
    made = fonts(pdf.render(summary("ja", "五営業日以内にお返事いたします。"), [tmp_path, SHIPPED]))
    assert any("NotoSansJP" in font for font in made)
    assert not any("NotoSerifJP" in font for font in made)


def test_from_one_time_to_another_is_not_broken_on_a_page() -> None:
    page = html.render(summary("nl", HOURS), [SHIPPED]).decode()
    assert '<span class="nobr">08:30–17:30</span>, Saturday <span class="nobr">10:00–14:00</span>' in page


def test_nor_on_paper() -> None:
    """The page is filled so that the line would end within the hours."""
    for fill in range(28, 40):
        page = PdfReader(io.BytesIO(pdf.render(summary("nl", "x " * fill, HOURS), [SHIPPED]))).pages[0]
        assert "08:30–17:30" in page.extract_text()

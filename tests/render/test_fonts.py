"""Fonts of the extra: paragraphs in five scripts are printed, and what no font has is named."""

import io
import re
import sys
from dataclasses import replace
from importlib.util import find_spec

import pytest
from pypdf import PdfReader
from tests.render.sample import SHIPPED, document, said, section

from polycharter.model.block import Paragraph
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError, UnprintableError
from polycharter.model.localised import LocalisedDocument
from polycharter.render import _fonts
from polycharter.render.pdf import render

PARAGRAPHS = {
    "ar": ("fontpkg_amiri", "نرد على كل رسالة في غضون خمسة أيام عمل."),
    "he": ("", "אנו משיבים לכל מכתב בתוך חמישה ימי עבודה."),
    "hi": ("pylopdf_fonts_hi", "हम हर पत्र का उत्तर पाँच कार्य दिवसों में देते हैं।"),
    "th": ("pylopdf_fonts_th", "เราตอบจดหมายทุกฉบับภายในห้าวันทำการ"),
    "ja": ("pylopdf_fonts_jp", "五営業日以内にすべてのお手紙にお返事いたします。"),
}
"""By locale: the package that has its letters, if typst does not, and a sentence."""


def summary(locale: str, sentence: str) -> LocalisedDocument:
    body = section("one", "One", Paragraph(said(sentence, locale=locale)))
    direction = "rtl" if locale in ("ar", "he") else "ltr"
    return replace(document(Edition.SUMMARY), locale=locale, direction=direction, sections=(body,))


@pytest.mark.parametrize("locale", PARAGRAPHS)
def test_a_paragraph_of_each_script_is_printed(locale: str) -> None:
    package, sentence = PARAGRAPHS[locale]
    if package and find_spec(package) is None:
        pytest.skip(f"{package} is not installed; it is part of polycharter[fonts]")
    reader = PdfReader(io.BytesIO(render(summary(locale, sentence), [SHIPPED])))
    assert str(reader.root_object["/Lang"]) == locale
    printed = "".join(page.extract_text() for page in reader.pages)
    # Right-to-left lines are taken out in pieces, so letters are counted and not their order.
    letters = {letter for letter in sentence if letter.isalpha()}
    assert len(letters & set(printed)) >= 0.9 * len(letters)


def test_without_the_extra_the_characters_that_no_font_has_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_th", None)  # as where it is not installed
    with pytest.raises(CharterError) as caught:
        render(summary("th", "ข้อร้องเรียน"), [SHIPPED])
    message = str(caught.value)
    assert message.startswith("th/summary.pdf: no font has the characters ")
    assert "ข (U+0E02)" in message
    assert "the first stand in: ข้อร้องเรียน" in message
    assert "polycharter[fonts]" in message


@pytest.mark.parametrize(
    ("locale", "needs"), [("ar", True), ("fa-IR", True), ("az-Arab", True), ("ar-XB", False), ("he", False)]
)
def test_arabic_letters_are_not_taken_from_the_monospaced_font(
    monkeypatch: pytest.MonkeyPatch, locale: str, needs: bool
) -> None:
    """Nobody would read them; only a layout is tried with them."""
    monkeypatch.setitem(sys.modules, "fontpkg_amiri", None)  # as where it is not installed
    assert _fonts.needs_extra(locale) is needs
    if needs:
        with pytest.raises(UnprintableError, match=re.escape("Install polycharter[fonts], or put a font")):
            render(summary(locale, PARAGRAPHS["ar"][1]), [SHIPPED])


def test_han_characters_are_drawn_as_the_locale_draws_them(monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("pylopdf_fonts_jp") is None:
        pytest.skip("pylopdf_fonts_jp is not installed; it is part of polycharter[fonts]")
    assert any(folder.name == "pylopdf_fonts_jp" for folder in _fonts.folders("ja"))
    for other in ("pylopdf_fonts_ko", "pylopdf_fonts_zh_cn", "pylopdf_fonts_zh_tw"):
        assert not any(folder.name == other for folder in _fonts.folders("ja"))
    # A font of another place is better than none.
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_ko", None)
    assert any(folder.name == "pylopdf_fonts_jp" for folder in _fonts.folders("ko"))

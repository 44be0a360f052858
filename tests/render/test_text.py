"""The plain text: fits an e-mail, reads aloud, says every address once."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.sample import EMAIL, HELPLINE, SHIPPED, SITE, document, fallback, said, section
from tests.render.sample_arabic import right_to_left
from tests.render.sample_hostile import hostile

from polycharter.model.block import Block, Heading, Listing, Paragraph, Quote, Table
from polycharter.model.edition import Edition
from polycharter.model.inline import Break, Foreign, Link, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render.text import COLUMNS, render
from polycharter.text.wrap import width


def text(of: LocalisedDocument) -> str:
    return render(of, [SHIPPED]).decode()


def lines(*blocks: Block[LocalisedText]) -> list[str]:
    """The lines of these blocks alone."""
    of = replace(document(Edition.SUMMARY), sections=(section("one", "One", *blocks),))
    return text(of).split("\n\n\nOne\n===\n\n")[1].split("\n\n\n* * *")[0].split("\n")


@pytest.mark.parametrize("of", [document(), right_to_left()])
def test_lines_fit_and_end_in_no_blank(of: LocalisedDocument) -> None:
    written = text(of)
    assert max(map(width, written.split("\n"))) <= COLUMNS
    assert all(line == line.rstrip() for line in written.split("\n"))
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


def test_an_address_is_said_once_and_not_after_itself() -> None:
    shop = Link("https://shop.example.org/", (Text("the shop"),))
    mail = Link("mailto:a@example.org", (Text("e-mail us"),))
    call = Link("tel:+31205550123", (Text("call us"),))
    assert lines(Paragraph(said(HELPLINE, ", ", EMAIL))) == ["020 555 01 23, klantenservice@groenehoek.example.org"]
    assert lines(Paragraph(said(SITE))) == ["https://groenehoek.example.org/klachten"]
    assert lines(Paragraph(said(shop, " or ", shop))) == ["the shop <https://shop.example.org/> or the shop"]
    assert lines(Paragraph(said(mail))) == ["e-mail us <a@example.org>"]
    assert lines(Paragraph(said(call))) == ["call us <+31205550123>"]
    assert lines(Paragraph(said(Link("https://www.example.org/", (Text("example.org"),))))) == ["example.org"]
    assert lines(Paragraph(said(Link("public.html", (Text("all of it"),))))) == ["all of it <public.txt>"]


def test_a_link_inside_the_charter_names_the_heading_it_leads_to() -> None:
    heading = Heading(2, "complaints", said("Klachten"))
    away = Paragraph(said("U kunt ", Link("#complaints", (Text("het ons zeggen"),)), "."))
    named = Paragraph(said("Zie ", Link("#complaints", (Text("onze klachten"),)), "."))
    written = lines(heading, away, named)
    assert written[3:] == ["U kunt het ons zeggen (→ Klachten).", "", "Zie onze klachten."]


def test_words_in_another_language_say_so_once() -> None:
    inner = Foreign("en", (Text("twice"),))
    assert lines(Paragraph(fallback("Not ", inner, " yet"))) == ["[en] Not twice yet"]
    assert lines(Paragraph(said("Het heet ", Foreign("en", (Text("bread"),)), "."))) == ["Het heet [en] bread."]


def test_lists_hang_and_stay_together_unless_an_item_has_more() -> None:
    items = tuple((Paragraph(said("woord " * 14)),) for _ in range(2))
    assert lines(Listing(9, items)) == [
        " 9. woord woord woord woord woord woord woord woord woord woord woord",
        "    woord woord woord",
        "10. woord woord woord woord woord woord woord woord woord woord woord",
        "    woord woord woord",
    ]
    more = ((Paragraph(said("a")), Quote((Paragraph(said("b")),))), (Paragraph(said("c")),))
    assert lines(Listing(None, more)) == ["- a", "", "      b", "", "- c"]


def test_a_table_is_read_row_by_row() -> None:
    table = Table((said("Dag"), said("Uur")), ((said("ma"), said("9")), (said("di"), said("10"))), ("", ""))
    assert lines(table) == ["Dag: ma", "  Uur: 9", "", "Dag: di", "  Uur: 10"]


def test_a_short_value_stays_on_one_line_and_a_break_ends_one() -> None:
    phone = Value("phone", "020 555 01 23", "tel:+31205550123")
    assert lines(Paragraph(said("x " * 33, phone))) == [("x " * 33).strip(), "020 555 01 23"]
    assert lines(Paragraph(said("a", Break(), Strong((Text("b"),))))) == ["a", "b"]


def test_right_to_left_text_isolates_numbers() -> None:
    assert "\u2066020 555 01 23\u2069" in text(right_to_left())


@pytest.mark.parametrize("attack", ["a\x1b[31mb\x00\x9bc", "\u202eevil\u2066", "\r\n.\r\nQUIT", "<b>{{ 7*7 }}</b>"])
def test_nothing_of_a_translation_controls_the_reader_s_screen(attack: str) -> None:
    written = text(hostile(attack))
    assert not [character for character in written if character != "\n" and unicodedata.category(character) == "Cc"]
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "49" not in written


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_wrapped_and_none_is_lost(characters: str) -> None:
    written = lines(Paragraph(said("x", characters)))
    assert all(width(line) <= COLUMNS or " " not in line for line in written)

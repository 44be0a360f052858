"""Where a piece of a translation stands in the lines of its file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.text.marking import Spot, cut, find_quote, first_text, shown

PLAIN = 'msgid "a"\nmsgstr "Wij antwoorden binnen vijf dagen."\n'
SPREAD = '\n#: a.md\nmsgid "a"\nmsgstr ""\n"Wij antwoorden "\n"binnen vijf dagen."\n'


def test_a_word_is_found_on_the_line_of_msgstr() -> None:
    assert find_quote(PLAIN, "vijf") == Spot(0, 31, 4, 'msgstr "Wij antwoorden binnen vijf dagen."')


def test_a_word_is_found_on_a_later_line() -> None:
    assert find_quote(SPREAD, "vijf") == Spot(2, 9, 4, '"binnen vijf dagen."')


def test_what_goes_over_a_line_is_marked_to_the_end_of_its_first_line() -> None:
    assert find_quote(SPREAD, "antwoorden binnen") == Spot(1, 6, 11, '"Wij antwoorden "')


def test_a_whole_word_wins_over_a_part_of_one() -> None:
    raw = 'msgid "a"\nmsgstr "Er zijn 15 dagen, of 5."\n'
    assert find_quote(raw, "5") == Spot(0, 30, 1, 'msgstr "Er zijn 15 dagen, of 5."')
    assert find_quote(raw, "ag") == Spot(0, 21, 2, 'msgstr "Er zijn 15 dagen, of 5."')


def test_escapes_are_counted_as_they_are_written() -> None:
    raw = 'msgid "a"\nmsgstr "\\"zo\\"\\tof niet"\n'
    spot = find_quote(raw, "\t")
    assert spot
    assert (spot.column, spot.length) == (15, 2)
    assert find_quote(raw, "of") == Spot(0, 17, 2, 'msgstr "\\"zo\\"\\tof niet"')


def test_plural_forms_are_searched_in_their_order() -> None:
    raw = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "één dag"\nmsgstr[1] "veel dagen"\n'
    assert find_quote(raw, "dagen") == Spot(1, 17, 5, 'msgstr[1] "veel dagen"')


def test_carriage_returns_and_obsolete_marks_are_no_part_of_the_text() -> None:
    assert find_quote(PLAIN.replace("\n", "\r\n"), "vijf") == find_quote(PLAIN, "vijf")
    assert find_quote('#~ msgid "a"\n#~ msgstr "vijf"\n', "vijf") == Spot(0, 12, 4, '#~ msgstr "vijf"')


@pytest.mark.parametrize("raw", ["", 'msgid "a"\n', 'msgid "a" msgstr "vijf"\n', 'msgid "a"\nmsgstr "\\303\\251"\n'])
def test_what_cannot_be_followed_is_not_marked(raw: str) -> None:
    assert find_quote(raw, "vijf") is None
    assert find_quote(raw, "é") is None
    assert find_quote(raw, "") is None


def test_the_first_line_with_text_is_shown() -> None:
    assert first_text(SPREAD) == Spot(1, 2, 0, '"Wij antwoorden "')
    assert first_text('msgid "a"\nmsgstr ""\n') == Spot(0, 9, 0, 'msgstr ""')
    assert first_text('msgid "a"\n') is None


def test_a_long_line_is_cut_around_the_place() -> None:
    text, start, length = cut("x" * 1_000_000 + "vijf" + "y" * 1_000_000, 1_000_000, 4)
    assert text[start : start + length] == "vijf"
    assert len(text) < 210
    assert cut("short", 1, 2) == ("short", 1, 2)
    assert "".join(shown(text, start, length)) == text


HEADER = Entry("", ("Content-Type: text/plain; charset=UTF-8\n",))
TEXT = st.text(alphabet='ab"\\\n\t é…', min_size=1, max_size=120)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(TEXT, st.data())
def test_any_piece_of_any_text_is_found_where_the_file_has_it(text: str, data: st.DataObject) -> None:
    """The marked characters, read as the file writes them, begin the piece."""
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : start + data.draw(st.integers(1, 9))]
    written = write_po(Catalogue((Entry("id", (text,)),), HEADER, "x.po"))
    (entry,) = read_po(written, "x.po").entries
    spot = find_quote(entry.raw or "", quote)
    assert spot
    assert written.decode().split("\n")[entry.target_line - 1 + spot.line] == spot.text
    marked = spot.text[spot.column - 1 : spot.column - 1 + spot.length]
    (again,) = read_po(f'msgid "x"\nmsgstr "{marked}"\n'.encode() + write_po(Catalogue((), HEADER)), "y.po").entries
    assert quote.startswith(again.targets[0])
    assert again.targets[0]

"""From what is read to what is written."""

import time

import pytest

from polycharter.text.reading import SLOT
from polycharter.text.written import written


@pytest.mark.parametrize(
    ("text", "said", "piece"),
    [
        ("Bel **ons** nu.", "Bel ons nu", "Bel **ons** nu"),
        ("Zie [de lijst](lijst.html) hier.", "de lijst hier", "de lijst](lijst.html) hier"),
        ("Binnen {dagen} dagen.", "dagen", "dagen"),
        ("Het is {share} % nu.", f"{SLOT} %", "{share} %"),
        ("Truqueu al telèfon d’urgències.", "telèfon d'urgències", "telèfon d’urgències"),
        ("We answer  within {days}, if we can.", "answer within if", ""),
        ("We answer **within** {days} if we can.", "answer within if", "answer **within** {days} if"),
        ("Mail ons@example.org nu.", "Mail nu", "Mail ons@example.org nu"),
        ("Schrijf ons.", "bel", ""),
        ("Schrijf ons.", "", ""),
    ],
)
def test_markup_and_values_are_part_of_the_piece(text: str, said: str, piece: str) -> None:
    """What nobody reads (names of placeholders, targets of links) is no place."""
    found, at = written(text, said)
    assert found == piece
    assert text.startswith(found, at) if piece else at == -1


def test_names_of_placeholders_are_not_read() -> None:
    assert written("Binnen {dagen} dagen.", "dagen") == ("dagen", 15)
    assert written("Zie [hier](#hier-staat) wat hier staat.", "hier staat") == ("hier staat", 28)


def test_the_one_that_is_meant_is_found() -> None:
    text, read = "**5** of [5](#a) of 15 of 5", "5 of 5 of 15 of 5"
    assert written(text, "5", read, 5) == ("5", 10)
    assert written(text, "5", read, len(read) - 1) == ("5", len(text) - 1)


def test_a_whole_word_wins_over_a_part_of_one() -> None:
    assert written("Er zijn 15 dagen, of 5.", "5") == ("5", 21)


@pytest.mark.parametrize("text", ["a@b", "a@", "www.", "a://", "*", "[x](a)", "`{", "{", "a "])
@pytest.mark.parametrize("said", ["a b", "x y", "a a a a!", f"{SLOT} {SLOT}!"])
def test_long_texts_take_no_time(text: str, said: str) -> None:
    before = time.process_time()
    written((text * 10_000)[:10_000], said)
    assert time.process_time() - before < 0.5

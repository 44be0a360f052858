"""Which dictionary is taken, and what it knows; needs the extra `spelling`."""

from pathlib import Path

import pytest

from polycharter.checks._dictionary import dictionary, speller

FOLDERS = (Path(__file__).parent / "no-such-folder", Path(__file__).parent / "dictionaries")


@pytest.mark.parametrize(
    ("locale", "file"),
    [("vi", "vi.dic"), ("vi-VN", "vi.dic"), ("nl-BE", "nl_BE.dic"), ("nl", "nl_BE.dic"), ("ca", None), ("xx", None)],
)
def test_the_dictionary_of_the_region_or_else_of_the_language(locale: str, file: str | None) -> None:
    """Any dictionary of the language is better than none."""
    found = dictionary(locale, FOLDERS)
    assert (found.name if found else None) == file


def test_words_of_a_dictionary() -> None:
    """Vietnamese tone marks may stand on either vowel; a word that the encoding cannot hold is unknown."""
    pytest.importorskip("hunspell")
    knows = speller("vi", FOLDERS)
    assert knows
    assert [knows(word) for word in ("mạnh", "khoẻ", "khỏe", "khỏ", "manh", "\U0001f600")] == [True] * 3 + [False] * 3


def test_no_dictionary_no_speller() -> None:
    """Then nothing is checked."""
    assert speller("ca", FOLDERS) is None

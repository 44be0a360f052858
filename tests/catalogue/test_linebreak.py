"""Line breaks and widths, against libunistring itself where it is installed."""

import ctypes
import ctypes.util

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.catalogue.linebreak import pieces, width

CHARACTERS = (
    'ab1 (〈})"\u00a0々!/,$%一…-‐´—\u200b\u0301\u2060가각각אב\U0001f1e6☝\U0001f3fb\u200d「」。「„“”‘’«»{}[]·ợ́'
    "ạéß@#&*_=+~^|\\<>:;?.ไทยहिन्दीشنبه"
)


@pytest.fixture(scope="module")
def unistring() -> ctypes.CDLL:
    for name in ("libunistring.so.2",):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.uc_width.argtypes = [ctypes.c_uint32, ctypes.c_char_p]
        library.u32_possible_linebreaks.argtypes = [
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_void_p,
        ]
        return library
    pytest.skip("libunistring is not installed")


def their_pieces(library: ctypes.CDLL, text: str) -> list[str]:
    result = ctypes.create_string_buffer(len(text) + 1)
    library.u32_possible_linebreaks(text.encode("utf-32-le"), len(text), b"UTF-8", result)
    breaks = [offset for offset in range(len(text)) if result.raw[offset] == 2]
    return [text[start:end] for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one two", ["one ", "two"]),
        ("one  two", ["one  ", "two"]),
        ("well-known", ["well-", "known"]),
        ("-5 a", ["-5 ", "a"]),
        ("a—b", ["a", "—", "b"]),
        ("a – b", ["a ", "– ", "b"]),
        ("https://example.org/a-b?c=d", ["https://", "example.", "org/", "a-", "b?", "c=d"]),
        ("see {name}, please", ["see ", "{name}, ", "please"]),
        ("{a}b", ["{a}", "b"]),
        ("[text](https://a.b)", ["[text]", "(https://", "a.", "b)"]),
        ("**bold** text", ["**bold** ", "text"]),
        ("“a” b", ["“a” ", "b"]),
        ("«\u00a0a\u00a0»", ["«\u00a0a\u00a0»"]),
        ("col·laboració l’any", ["col·laboració ", "l’any"]),
        ("quý khách", ["quý ", "khách"]),
        ("日本語", ["日", "本", "語"]),
        ("a\u00a0b", ["a\u00a0b"]),
        ("", [""]),
    ],
)
def test_breaks_in_our_kind_of_text(text: str, wanted: list[str]) -> None:
    assert pieces(text) == wanted


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("\u200b", 0), ("☝", 1)]
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@settings(derandomize=True, max_examples=400, deadline=None)
@given(text=st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=14))
def test_breaks_are_those_of_libunistring(unistring: ctypes.CDLL, text: str) -> None:
    assert pieces(text) == their_pieces(unistring, text)


def test_every_character_has_the_class_and_width_of_libunistring(unistring: ctypes.CDLL) -> None:
    """Beside a letter and an ideograph, before and after, every 7th character and all of the first 12,000."""
    wrong = []
    for point in (*range(32, 12000), *range(12000, 0x20000, 7)):
        if 0xD800 <= point < 0xE000:
            continue
        character = chr(point)
        text = f"a{character}一{character}a{character}"
        if pieces(text) != their_pieces(unistring, text) or width(character) != max(
            0, unistring.uc_width(point, b"UTF-8")
        ):
            wrong.append(hex(point))
    assert wrong == []

"""Escapes, there and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.catalogue.escapes import BadEscapeError, escape, unescape, unescape_simple, whole


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text())
def test_what_is_escaped_can_be_read_back(text: str) -> None:
    assert "\n" not in escape(text)
    assert unescape_simple(escape(text)) == text
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (r"\x41", "A"),
        (r"\101", "A"),
        (r"\1012", "A2"),
        (r"\303\251", "é"),
        (r"\xc3\xa9", "é"),
        ("a\\\nb", "ab"),
        (r"\\n", r"\n"),
    ],
)
def test_numbers_and_continued_lines(raw: str, text: str) -> None:
    assert whole(unescape(raw)) == text


@pytest.mark.parametrize(
    ("raw", "offset"), [(r"ab\q", 2), (r"\\\%", 2), (r"\0", 0), (r"a\x00", 1), (r"\400", 0), (r"\x100", 0), (r"\xg", 0)]
)
def test_what_gettext_refuses_is_refused_where_it_stands(raw: str, offset: int) -> None:
    with pytest.raises(BadEscapeError) as caught:
        unescape(raw)
    assert caught.value.offset == offset


def test_the_fast_way_leaves_the_rest_to_the_strict_one() -> None:
    with pytest.raises(KeyError):
        unescape_simple(r"\x41")

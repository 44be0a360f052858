"""Plain characters: nothing in them controls a screen or turns the text around them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Link, Placeholder, Text, Value
from polycharter.text.flatten import clean, plain


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\x00\x07\x1b[31m\x7f\x9b", "[31m"),
        ("\u202ab\u202e\u2067c\u2069", "bc"),
        ("\u200eا\u200f\u061c", "\u200eا\u200f\u061c"),
        ("\ufeffa\ufff9", "a"),
        ("\ud800", "\ufffd"),
        ("5\xa0km, “è”, 👩‍🌾", "5\xa0km, “è”, 👩‍🌾"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(st.characters(codec=None)))
def test_what_is_clean_stays_as_it_is_and_can_be_written(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert not [c for c in clean(text) if unicodedata.category(c) == "Cc" and c != "\n"]
    clean(text).encode()


def test_plain_is_the_characters_of_every_kind_of_node() -> None:
    nodes = (
        Text("a"),
        Emphasis((Code("b"), Link("#x", (Value("c", "d", "tel:1"),)))),
        Foreign("en", (Text("e"),)),
        Break(),
        Placeholder("f"),
    )
    assert plain(nodes) == "abde {f}"
    assert plain(nodes, "\n") == "abde\n{f}"

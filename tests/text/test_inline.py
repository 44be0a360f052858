"""Inline Markdown of a message: what is plain is read as it stands, whatever it holds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from polycharter.model.inline import Emphasis, Text
from polycharter.text.inline import parse_inline

MARKUP = "\\`*_[]<&!\n\r\0"


@given(st.text(st.characters(exclude_characters=MARKUP, exclude_categories=["Cs"])))
@example("  spaces before and behind  ")
@example("within {days}, by {no name} and {reply_letters}")
@example("# no heading, - no item, 1. no list, ~~nothing~~, http://example.org")
@example("tabs\tand\u2028line\u2029ends\u0085of\x0bother\x0ckinds")
def test_a_text_without_markup_is_read_as_the_parser_reads_it(text: str) -> None:
    """An escaped mark at the end sends the same text through the Markdown parser; it comes back as the mark alone."""
    assert parse_inline(f"{text}\\~") == parse_inline(f"{text}~")


@pytest.mark.parametrize(
    "text", ["\\*", "`a`", "*a*", "_a_", "[a](b)", "<https://example.org>", "a\nb", "a\rb", "a\0b"]
)
def test_what_can_be_markup_is_parsed(text: str) -> None:
    """None of these is taken to be plain."""
    assert parse_inline(text) != (Text(text),)


def test_markup_in_a_text_is_a_node() -> None:
    assert parse_inline("a *b* c") == (Text("a "), Emphasis((Text("b"),)), Text(" c"))

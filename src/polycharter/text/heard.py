"""A text with its words and what its language knows of them, as the readers of numbers, dates and times look at it."""

from collections.abc import Sequence
from typing import NamedTuple

from polycharter.text.lexicon import Lexicon, words_of
from polycharter.text.phrases import Tags
from polycharter.text.quantity import Quantity
from polycharter.text.tokens import Token

WORDS = ("word", "part", "elision")
"""The kinds of token that can be part of a number in words, or of a unit."""


class Heard(NamedTuple):
    """A spoken text, its tokens, and their words."""

    text: str
    known: Lexicon
    tokens: Sequence[Token]
    words: Sequence[str]

    def match(self, at: int) -> tuple[int, Tags]:
        """The phrase of numbers, units, days or clocks at a place: how many words it has, and what it means."""
        return self.known.quantities.match(self.words, at) if 0 <= at < len(self.words) else (0, {})

    def word(self, at: int) -> str:
        """The word at a place, empty outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def said(self, at: int, end: int) -> str:
        """What the text has from one token to before another."""
        return self.text[self.tokens[at].start : self.tokens[end - 1].end]

    def made(self, quantity: Quantity, at: int, end: int, unit: str | None = None) -> tuple[Quantity, int]:
        """The quantity with its place, and with its unit where that is given; and where it ends."""
        readings, own, strong, slot, *_, bare = quantity
        return Quantity(readings, own if unit is None else unit, strong, slot, self.said(at, end), at, end, bare), end


def heard(text: str, known: Lexicon) -> Heard:
    """A text in a language."""
    tokens = words_of(text, known.language)
    return Heard(text, known, tokens, [token.word for token in tokens])

"""Phrases of a language with what they mean, found by their words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from polycharter.text.tokens import tokens

Tags = Mapping[str, Any]
"""What a phrase can be, by kind: `{"weak": 2, "unit": "second"}`."""

_ANY = "_"
_GOING_ON = ("joiner", "and-half", "share", "clock-before", "clock-may")


class Phrases:
    """Phrases with their tags, to be found by their words; the longest wins."""

    def __init__(self) -> None:
        self._whole: dict[str, dict[tuple[str, ...], dict[str, Any]]] = {}
        self._stems: dict[str, dict[str, Any]] = {}
        self._longest: dict[str, int] = {}  # the words of the longest phrase by its first word
        self._gapped: set[str] = set()  # the first words of phrases whose second one is any word
        self._stem_initials: dict[str, int] = {}  # the length of the longest stem by the first letter
        self._longest_ending = 0
        self._stem_of = lru_cache(maxsize=50_000)(self._find_stem)
        self.begins = lru_cache(maxsize=50_000)(self._begins)
        """Whether a phrase begins with this word: nearly all words begin none, and need not be matched."""
        self._starting: set[str] = set()
        self.starts = lru_cache(maxsize=50_000)(self._starts)
        """Whether a phrase begins with this word that does not only go on what stands before it: “and a half”."""

    def add(self, phrase: str, kind: str, value: Any) -> None:
        """Adds a meaning to a phrase."""
        if phrase.startswith("*"):
            self._stems.setdefault(phrase, {}).setdefault(kind, value)
            self._longest_ending = max(self._longest_ending, len(phrase) - 1)
            return
        if phrase.endswith("*"):
            self._stems.setdefault(phrase[:-1], {}).setdefault(kind, value)
            initial = phrase[:1]
            self._stem_initials[initial] = max(self._stem_initials.get(initial, 0), len(phrase) - 1)
            return
        words = tuple(_phrase_words(phrase))
        if words[1:2] == (_ANY,):
            self._gapped.add(words[0])
        self._whole.setdefault(words[0], {}).setdefault(words, {}).setdefault(kind, value)
        self._longest[words[0]] = max(self._longest.get(words[0], 1), len(words))
        if kind not in _GOING_ON:
            self._starting.add(words[0])

    def _begins(self, word: str) -> bool:
        return word in self._whole or self._stem_of(word) is not None

    def _starts(self, word: str) -> bool:
        return word in self._starting or self._stem_of(word) is not None

    def match(self, words: Sequence[str], at: int) -> tuple[int, Tags]:
        """How many words the longest phrase at `at` has, and what it means; `(0, {})` where there is none."""
        word = words[at]
        if not self.begins(word):
            return 0, {}
        phrases = self._whole.get(word)
        if phrases:
            gapped = word in self._gapped and words[at + 1 : at + 2] and words[at + 1][0].isalpha()
            for length in range(min(self._longest[word], len(words) - at), 0, -1):
                tags = phrases.get(tuple(words[at : at + length]))
                if not tags and gapped and length > 1:
                    tags = phrases.get((word, _ANY, *words[at + 2 : at + length]))
                if tags:
                    return length, tags
        stem = self._stem_of(word)
        return (1, self._stems[stem]) if stem is not None else (0, {})

    def _find_stem(self, word: str) -> str | None:
        """The longest stem that a word begins with, else the longest ending that it has, as `*less`."""
        lengths = range(min(len(word), self._stem_initials.get(word[:1], 0)), 0, -1)
        stem = next((word[:length] for length in lengths if word[:length] in self._stems), None)
        if stem is not None or not self._longest_ending:
            return stem
        starts = range(max(2, len(word) - self._longest_ending), len(word))
        return next((f"*{word[start:]}" for start in starts if f"*{word[start:]}" in self._stems), None)

    def knows(self, word: str) -> bool:
        """Whether a single word is a phrase."""
        return (word,) in self._whole.get(word, {})


def _phrase_words(phrase: str) -> Iterator[str]:
    """The words of a phrase of a file, as they are met in a text: an elided one is one word, mark and all."""
    for piece in phrase.split(" "):
        if piece.endswith("'") and piece[:-1].isalpha():
            yield piece
        else:
            yield from (token.word for token in tokens(piece))

"""Quotation marks in a text: which are not the language's own, and which have no partner."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from polycharter.text.typography import ALL_PAIRS, Typography

_QUOTES = '"“”„‟«»‹›‘’‚‛「」『』＂'
_ANY = re.compile(f"['´′″{_QUOTES}]|<<|,,")
_STRAIGHT_SINGLE = re.compile(
    r"(?<![\w'])'(?![kmnrst]\s)(?=[^\s'])[^'\n]*(?:(?<=\w)'(?=\w)[^'\n]*)*(?<=[^\s'])'(?![\w'])"
)
_TYPED = re.compile(
    r"(<<)(?=[^\s<])[^<>\n]{1,200}(>>)"
    r"|(?<![\w',])(''|,,)(?=\w)[^\n]{1,200}?(?<=[^\s'])(''|,,|”|“)(?!\w)"
    r"|(?<!\w)([´`′″])(?=\w)[^´`′″\n]{1,200}([´′″])(?!\w)"
)
"""Marks made of two others or of accents, by somebody whose keyboard has no better ones."""

_ELISION = "kmnrst"
"""Letters that may stand alone behind an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The wrong marks of one text with their offsets: `foreign` ones, and `alone` those without a partner."""

    foreign: tuple[tuple[int, str], ...]
    alone: tuple[int, ...]


def quotes(text: str, marks: Typography, *, straight: bool, source: Typography | None = None) -> Quotes:
    """The wrong marks of a text as a reader sees it; `straight` says that " is how this charter writes them.

    `source` has the marks of the language that the text is translated from, where that is known.
    An apostrophe is none: ’ counts only where it closes what was opened, or where it may open.
    """
    if not _ANY.search(text):
        return Quotes((), ())
    found = _Reader(text, marks, frozenset(source.pairs if source else ()))
    for at, mark in enumerate(text):
        if mark in _QUOTES and not (mark == '"' and straight):
            found.read(at, mark)
    foreign = [(at, text[at]) for at in found.foreign]
    foreign.extend(_typed(text))
    if not straight:
        foreign.extend((match.start(), "'") for match in _STRAIGHT_SINGLE.finditer(text))
    left = (at for at, _ in found.opened if text[at] != "’")
    return Quotes(tuple(foreign), (*found.alone, *left))


@dataclass
class _Reader:
    """Goes through the marks of a text; `opened` are those that wait for another, with that other.

    `kept` are pairs of the source's language, which a translator may have left as they were.
    """

    text: str
    marks: Typography
    kept: frozenset[str]
    foreign: list[int] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outer, self.inner, self.own = _tables(self.marks)

    def read(self, at: int, mark: str) -> None:
        """Takes the next mark."""
        before, behind = self.text[at - 1 : at] if at else "", self.text[at + 1 : at + 2]
        if _is_apostrophe(mark, before, self.text[at + 1 : at + 3]) or self._goes_on(at, mark):
            return
        if not _inside_word(mark, before, behind) and (self._close(mark) or self._close_abroad(at, mark, behind)):
            return
        closing = (self.inner if self.opened else self.outer).get(mark)
        if closing and (mark != "’" or _opens(before, behind)):
            self.opened.append((at, closing))
        elif mark == "’" or (mark == '"' and before.isdecimal()):
            return
        elif mark in self.own and mark not in self.inner and not self._is_brought(mark, before, behind):
            self.alone.append(at)
        else:
            self.foreign.append(at)

    def _goes_on(self, at: int, mark: str) -> bool:
        """Whether a mark at the beginning of a paragraph, read as two spaces, says that the quotation goes on."""
        begins = at > 1 and self.text[at - 2 : at].isspace()
        return begins and bool(self.opened) and mark in (self.text[self.opened[-1][0]], self.opened[-1][1])

    def _close(self, mark: str) -> bool:
        """Closes what waits for the mark; what was opened inside it and still waits has no partner."""
        for index in range(len(self.opened) - 1, max(-1, len(self.opened) - 4), -1):
            if self.opened[index][1] == mark:
                self.alone.extend(at for at, _ in self.opened[index + 1 :] if self._quotes(at))
                del self.opened[index:]
                return True
            if mark == "’":
                break
        return False

    def _quotes(self, at: int) -> bool:
        """Whether an opened mark opens a quotation: a ’ before a number stands for a century."""
        return self.text[at] != "’" or not self.text[at + 1 : at + 2].isdecimal()

    def _close_abroad(self, at: int, mark: str, behind: str) -> bool:
        """Takes a pair of another language, whose first mark is one of this language's too."""
        if not self.opened or mark not in self.own or behind.isalnum() or self.text[at - 1].isspace():
            return False
        start = self.opened[-1][0]
        pair = self.text[start] + mark
        if pair not in ALL_PAIRS or pair in self.marks.pairs:
            return False
        self.opened.pop()
        self.foreign.extend((start, at))
        return True

    def _is_brought(self, mark: str, before: str, behind: str) -> bool:
        """Whether a mark opens a quotation that only closes inner ones, or opens one in the source's language."""
        abroad = mark not in self.outer.values() or mark * 2 in self.kept
        return not self.opened and abroad and _opens(before, behind)


def _typed(text: str) -> Iterator[tuple[int, str]]:
    for match in _TYPED.finditer(text):
        for group in range(1, 7):
            if match[group] and match[group] not in "”“":
                yield match.start(group), match[group]


@lru_cache(maxsize=64)
def _tables(marks: Typography) -> tuple[Mapping[str, str], Mapping[str, str], frozenset[str]]:
    """By opening mark, what closes it outside and inside a quotation; all marks of the language."""
    outer = _by_opening(marks.outer)
    return outer, {**_by_opening(marks.inner), **outer}, frozenset("".join(marks.pairs))


def _by_opening(pairs: Sequence[str]) -> Mapping[str, str]:
    return {pair[0]: pair[1] for pair in reversed(pairs)}


def _opens(before: str, behind: str) -> bool:
    return not before.isalnum() and behind.isalnum()


def _inside_word(mark: str, before: str, behind: str) -> bool:
    return mark == "’" and before.isalpha() and behind.isalpha()


def _is_apostrophe(mark: str, before: str, behind: str) -> bool:
    """Whether an opening mark was made of an apostrophe by a word processor: “foto‘s”, “‘s avonds”."""
    if mark != "‘" or not behind[:1].isalpha():
        return False
    return before.isalpha() or (behind[0] in _ELISION and behind[1:].isspace())

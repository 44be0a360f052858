"""Quotation marks in a text: which are not the language's own, and which have no partner."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polycharter.text.typography import Typography

_QUOTES = '"“”„‟«»‹›‘’‚‛「」『』＂'
_ANY = re.compile(f"['{_QUOTES}]")
_STRAIGHT_SINGLE = re.compile(r"(?<![\w'])'(?=[^\s'])[^'\n]*(?<=[^\s'])'(?![\w'])")


@dataclass(frozen=True, slots=True)
class Quotes:
    """Where the wrong marks of one text stand: `foreign` ones, and `alone` those without a partner."""

    foreign: tuple[int, ...]
    alone: tuple[int, ...]


def quotes(text: str, marks: Typography, *, straight: bool) -> Quotes:
    """The wrong marks of a text as a reader sees it; `straight` says that " is how this charter writes them.

    An apostrophe is none: ’ counts only where it closes what was opened, or where it may open.
    """
    if not _ANY.search(text):
        return Quotes((), ())
    outer = _by_opening(marks.outer)
    inner = {**_by_opening(marks.inner), **outer}
    own = set("".join(marks.pairs))
    foreign: list[int] = []
    alone: list[int] = []
    opened: list[tuple[int, str]] = []
    for at, mark in enumerate(text):
        if mark == '"' and straight:
            continue
        if mark not in _QUOTES:
            continue
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        if opened and opened[-1][1] == mark and not _inside_word(mark, before, behind):
            opened.pop()
        elif (closing := (inner if opened else outer).get(mark)) and (mark != "’" or _opens(before, behind)):
            opened.append((at, closing))
        elif mark == "’" or (mark == '"' and before.isdecimal()):
            continue
        elif mark in own and mark not in inner:
            alone.append(at)
        else:
            foreign.append(at)
    if not straight:
        foreign.extend(match.start() for match in _STRAIGHT_SINGLE.finditer(text))
    return Quotes(tuple(foreign), (*alone, *(at for at, _ in opened if text[at] != "’")))


def _by_opening(pairs: Sequence[str]) -> Mapping[str, str]:
    return {pair[0]: pair[1] for pair in reversed(pairs)}


def _opens(before: str, behind: str) -> bool:
    return not before.isalnum() and behind.isalnum()


def _inside_word(mark: str, before: str, behind: str) -> bool:
    return mark == "’" and before.isalpha() and behind.isalpha()

"""Lines of plain text: how wide they are on a screen of fixed columns, and where they may end."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NO_LINE_BEGINS = frozenset(
    ",.:;?!)]}»%、。，．・：；？！）］｝〉》」』】〕〗〙〟’”…‥％ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NO_LINE_ENDS = frozenset("（［｛〈《「『【〔〖〘〝‘“([{«￥＄$€")
_HANGUL = ("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\ua960", "\ua97f"), ("\uac00", "\ud7ff")
KEPT_SPACE = "\0"
"""A space at which no line ends; whoever puts it in puts a space in its place in the end."""
_ZERO_WIDTH_SPACE = "\u200b"
_SOFT_HYPHEN = "\xad"


def width(text: str) -> int:
    r"""How many columns `text` takes: two for a wide character, none for what combines with the one before it.

    East Asian width W and F are wide (Unicode annex 11); nonspacing and enclosing marks, format characters and the
    vowels and finals of conjoining Hangul take none.

    >>> width("Điều lệ"), width("憲章"), width("e\u0301")
    (7, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, columns: int) -> list[str]:
    r"""The lines of `text`, at most `columns` wide, but for words that are wider than that.

    A newline in `text` stays one. A line ends at a space, a zero-width space or beside an ideograph, never at a
    no-break space or a hyphen, and punctuation does not begin one. Soft hyphens go.

    >>> wrap("We answer within 5\xa0days.\nAlways.", 18)
    ['We answer within', '5\xa0days.', 'Always.']
    """
    return [line for paragraph in text.split("\n") for line in _lines(paragraph.replace(_SOFT_HYPHEN, ""), columns)]


def _lines(paragraph: str, columns: int) -> Iterator[str]:
    line, taken = "", 0
    for word in paragraph.split(" "):
        glue = " "
        for part in _parts(word):
            more = width(part)
            if line and taken + len(glue) + more > columns:
                yield line
                line, taken = part, more
            else:
                before = glue if line else ""
                line, taken = line + before + part, taken + len(before) + more
            glue = ""
    yield line.rstrip(" ")


def _parts(word: str) -> Iterator[str]:
    """The pieces of a word between which a line may end."""
    for piece in word.split(_ZERO_WIDTH_SPACE):
        if piece.isascii() or 2 not in map(_columns, piece):
            yield from [piece] if piece else []
            continue
        part = ""
        for character in piece:
            if part and _may_end_between(part, character):
                yield part
                part = ""
            part += character
        if part:
            yield part


def _may_end_between(part: str, character: str) -> bool:
    if not _columns(character) or character in _NO_LINE_BEGINS or part[-1] in _NO_LINE_ENDS:
        return False
    return _is_ideographic(character) or _is_ideographic(next(filter(_columns, reversed(part)), " "))


def _is_ideographic(character: str) -> bool:
    """Whether a line may end on both sides; Korean has spaces, so it is left whole."""
    return _columns(character) == 2 and not any(first <= character <= last for first, last in _HANGUL)


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

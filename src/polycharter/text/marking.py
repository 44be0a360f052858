r"""Where a piece of a translation stands in the lines of its file.

A translation is spread over lines and written with escapes (GNU gettext manual, "The Format of PO Files"), so a
character of it stands somewhere else in the file. Bytes escaped by number are not followed: such a text is shown, and
nothing is marked in it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from polycharter.text.quote import visible

_TARGET = re.compile(r"(?:#~[ \t]*)?msgstr\b")
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"')
_PART = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]++|.)|[^\\]++")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the lines of an entry: `line` counts from the one with `msgstr` (0), `column` from 1.

    `text` is that line without its end, `length` how many of its characters are meant.
    """

    line: int
    column: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One text of an entry: decoded, and for each run of characters its offset, line, offset in the line, width.

    `width` is that of one character in the file where the run is an escape, 0 where the run stands there as it is.
    """

    text: str
    offsets: tuple[int, ...]
    runs: tuple[tuple[int, int, int], ...]


def find_quote(raw: str, quote: str, form: int = 0, at: int = -1) -> Spot | None:
    """Where `quote` stands in the translation of the entry with the lines `raw`; None where it does not.

    It is looked for in the plural form number `form` first. Where it stands there at the offset `at`, that counts; else
    the first occurrence that is no part of a longer word, else the first. What goes on in the next line is marked up to
    the end of the first.
    """
    lines, forms = _read(raw)
    if quote and at >= 0 and form < len(forms) and forms[form].text.startswith(quote, at):
        return _spot(lines, forms[form], at, at + len(quote))
    best: tuple[_Form, int] | None = None
    for each in (*forms[form:], *forms[:form]):
        at = each.text.find(quote) if quote else -1
        while at >= 0:
            if _is_whole(each.text, at, at + len(quote)):
                return _spot(lines, each, at, at + len(quote))
            best = best or (each, at)
            at = each.text.find(quote, at + 1)
    return _spot(lines, best[0], best[1], best[1] + len(quote)) if best else None


def first_text(raw: str) -> Spot | None:
    """The first line of the translation that holds text, nothing marked; `msgstr ""` itself where none does."""
    lines, forms = _read(raw)
    for form in forms:
        for line, start, _ in form.runs:
            return Spot(line, start + 1, 0, lines[line])
    if lines and (string := _STRING.search(lines[0])):
        return Spot(0, string.start(1) + 1, 0, lines[0])
    return None


def cut(text: str, start: int, length: int, room: int = 200) -> tuple[str, int, int]:
    """A line of a file shortened to about `room` characters around its marked piece, and where that stands then.

    >>> cut("a" * 500 + "b" + "c" * 500, 500, 1, 20)
    ('…aaaaaaaaabccccccccc…', 10, 1)
    """
    if len(text) <= room:
        return text, start, length
    length = min(length, room)
    around = (room - length) // 2
    left, right = max(0, start - around), min(len(text), start + length + around)
    before, after = "…" if left else "", "…" if right < len(text) else ""
    return f"{before}{text[left:right]}{after}", start - left + len(before), length


def shown(text: str, start: int, length: int) -> tuple[str, str, str]:
    r"""The part before the mark, the marked one and the rest, harmless for a terminal.

    >>> shown("a\x1bb", 1, 1)
    ('a', '\\x1b', 'b')
    """
    end = start + length
    return visible(text[:start]), visible(text[start:end]), visible(text[end:])


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands between the offsets is no part of a longer word or number."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _spot(lines: tuple[str, ...], form: _Form, start: int, end: int) -> Spot:
    line, first = _at(form, start)
    last_line, last = _at(form, end - 1)
    if last_line == line:
        stop = last + _width(form, end - 1)
    else:
        stop = max(len(lines[line].rstrip().removesuffix('"')), first + 1)
    return Spot(line, first + 1, stop - first, lines[line])


def _at(form: _Form, offset: int) -> tuple[int, int]:
    """Line and offset in it of a character of the text."""
    index = bisect_right(form.offsets, offset) - 1
    line, start, width = form.runs[index]
    return line, start if width else start + offset - form.offsets[index]


def _width(form: _Form, offset: int) -> int:
    return form.runs[bisect_right(form.offsets, offset) - 1][2] or 1


@lru_cache(maxsize=16)
def _read(raw: str) -> tuple[tuple[str, ...], tuple[_Form, ...]]:
    """The lines from `msgstr` on, and the texts in them."""
    lines = raw.replace("\r\n", "\n").split("\n")
    first = next((index for index, line in enumerate(lines) if _TARGET.match(line)), None)
    if first is None:
        return (), ()
    kept = tuple(lines[first:])
    forms: list[_Form] = []
    text: list[str] = []
    offsets: list[int] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    for number, line in enumerate(kept):
        if number and _TARGET.match(line):
            forms.append(_Form("".join(text), tuple(offsets), tuple(runs)))
            text, offsets, runs, length = [], [], [], 0
        for string in _STRING.finditer(line):
            for part in _PART.finditer(string[1]):
                decoded = _decoded(part[0])
                text.append(decoded)
                offsets.append(length)
                runs.append((number, string.start(1) + part.start(), len(part[0]) if part[0][0] == "\\" else 0))
                length += len(decoded)
    forms.append(_Form("".join(text), tuple(offsets), tuple(runs)))
    return kept, tuple(forms)


def _decoded(part: str) -> str:
    return _CONTROLS.get(part[1:], _UNKNOWN) if part[0] == "\\" else part

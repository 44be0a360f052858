"""The strings of an entry as lines of a `.po` file, wrapped as GNU gettext wraps them (write-po.c, `wrap`)."""

import re

from polycharter.catalogue.escapes import escape
from polycharter.catalogue.linebreak import pieces, width

_ESCAPE = re.compile(r"\\.")
_LINE_ENDS = re.compile("(?<=[\x85\u2028\u2029])")
_LETTERS = "A-Za-z0-9À-ÖØ-öø-ɏΆΈ-ΊΌΎ-ΡΣ-ώЀ-ҁҊ-ӿ"
_AT_SPACES = re.compile(rf"(?:[{_LETTERS}'’“”]++(?:[.,;:!?]++”?(?= |\Z))?+ ?+)*+")
"""Text that can be broken after each of its spaces and nowhere else, every character one column wide."""


def string_lines(prefix: str, keyword: str, text: str, wrap: int | None) -> list[str]:
    r"""The keyword with its text: on one line if it fits, else below an empty one.

    `prefix` stands before each line (`#~ `), `wrap` is the width in columns, 0 for no limit, None for one line whatever
    is in it. Otherwise a text with a line break inside always begins below.

    >>> string_lines("", "msgid", "Say “one”\nor two.", 79)
    ['msgid ""', '"Say “one”\\n"', '"or two."']
    """
    escaped = escape(text)
    if wrap is None:
        return [f'{prefix}{keyword} "{escaped}"']
    room = wrap - len(prefix) - 2 if wrap else 0
    start = len(keyword) + 1
    inner = escaped.find("\\n") if "\n" in text else -1
    if inner < 0 and (
        not room or (start <= room and start + width(escaped) <= room and not _LINE_ENDS.search(escaped))
    ):
        return [f'{prefix}{keyword} "{escaped}"']
    portions = [escape(portion) for portion in text.split("\n")]
    portions = [portion + "\\n" for portion in portions[:-1]] + ([portions[-1]] if portions[-1] else [])
    if len(portions) == 1 and start <= (room or start):
        lines = _filled(portions[0], room, start)
        if len(lines) == 1:
            return [f'{prefix}{keyword} "{lines[0]}"']
    lines = [line for portion in portions for line in _filled(portion, room, 0)]
    return [f'{prefix}{keyword} ""', *(f'{prefix}"{line}"' for line in lines)]


def _filled(portion: str, room: int, start: int) -> list[str]:
    """The portion (escaped, up to one line break at its end) cut into lines, the first one after `start` columns."""
    if not room or (start + len(portion) <= room and portion.isascii()):
        return [portion]
    done: list[str] = []
    for segment in _LINE_ENDS.split(portion):
        lines = _cut(segment, room, start)
        if done:
            done[-1] += lines.pop(0)
        done += lines
        start = 0
    return done


def _cut(segment: str, room: int, column: int) -> list[str]:
    if _AT_SPACES.fullmatch(segment):
        return _cut_at_spaces(segment, room, column)
    lines: list[list[str]] = [[]]
    for piece in _whole_escapes(segment):
        piece_width = width(piece)
        if lines[-1] and column + piece_width > room:
            lines.append([])
            column = 0
        lines[-1].append(piece)
        column += piece_width
    return ["".join(line) for line in lines]


def _cut_at_spaces(segment: str, room: int, column: int) -> list[str]:
    """The same for a segment that matches `_AT_SPACES`, without measuring every piece."""
    lines: list[str] = []
    start = 0
    while len(segment) - start > room - column:
        end = (segment.rfind(" ", start, max(start, start + room - column)) + 1) or (segment.find(" ", start) + 1)
        if end in (0, len(segment)):
            break
        lines.append(segment[start:end])
        start, column = end, 0
    lines.append(segment[start:])
    return lines


def _whole_escapes(segment: str) -> list[str]:
    r"""The pieces of the segment; none begins inside an escape or with the `\n` at the end."""
    found = pieces(segment)
    if "\\" not in segment:
        return found
    kept = {match.start() + 1 for match in _ESCAPE.finditer(segment)}
    if segment.endswith("\\n") and len(segment) - 1 in kept:
        kept.add(len(segment) - 2)
    joined: list[str] = []
    offset = 0
    for piece in found:
        if offset in kept:
            joined[-1] += piece
        else:
            joined.append(piece)
        offset += len(piece)
    return joined

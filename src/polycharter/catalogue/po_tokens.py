"""The words of a `.po` file, as the lexer of GNU gettext sees them: any spacing, several on a line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(
    r"""
  [ \t\r\f\v]*+
  (?:
    (?P<newline>\n(?:[ \t\r\f\v]*+\n)*+)
  | (?P<marker>\#~\|?|\#\|)
  | (?P<comment>\#[^\n]*+)\n?
  | (?P<string>"(?:[^"\\\n]++|\\(?:.|\n))*+")
  | (?P<keyword>(?:msgctxt|msgid_plural|msgid|msgstr|domain)(?![\w$]))
  | (?P<form>\[[ \t\r\f\v\n]*+(?P<number>[0-9]++)[ \t\r\f\v\n]*+\])
  )
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)

_SPACE = re.compile(r"[ \t\r\f\v]*+")


class Token(NamedTuple):
    """A word: its kind (comment, string, keyword, form, junk or end) and its text without quotes or brackets.

    `start` and `end` are offsets in characters; `obsolete` and `previous` say that `#~` or `#|` begins its line.
    """

    kind: str
    text: str
    start: int
    end: int
    obsolete: bool
    previous: bool


def tokens(text: str, position: int) -> Iterator[Token]:
    """The words from `position` on; the last one is `junk` (which has no meaning) or `end`."""
    obsolete = previous = False
    following = _WORD.match
    while match := following(text, position):
        kind = match.lastgroup or ""
        start, position = match.span(kind)
        if kind == "newline":
            obsolete = previous = False
        elif kind == "string":
            yield Token(kind, text[start + 1 : position - 1], start, position, obsolete, previous)
            if (obsolete or previous) and "\n" in match[0]:
                obsolete = previous = False
        elif kind == "marker":
            obsolete = obsolete or match["marker"] != "#|"
            previous = match["marker"] != "#~"
        elif kind == "comment":
            yield Token(kind, match[kind].rstrip("\r"), start, position, obsolete, previous)
            position = match.end()
            obsolete = previous = False
        else:
            yield Token(kind, match["number"] if kind == "form" else match[kind], start, position, obsolete, previous)
    rest = _SPACE.match(text, position)
    position = rest.end() if rest else position
    yield Token("end" if position == len(text) else "junk", "", position, position, obsolete, previous)

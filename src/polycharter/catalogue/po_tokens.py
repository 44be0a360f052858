"""The words of a `.po` file, as the lexer of GNU gettext sees them: any spacing, several on a line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(
    r"""
    (?P<space>[ \t\r\f\v]++)
  | (?P<newline>\n)
  | (?P<marker>\#~\|?|\#\|)
  | (?P<comment>\#[^\n]*+)
  | (?P<string>"(?:[^"\\\n]++|\\(?:.|\n))*+")
  | (?P<keyword>(?:msgctxt|msgid_plural|msgid|msgstr|domain)(?![\w$]))
  | (?P<form>\[[ \t\r\f\v\n]*+(?P<number>[0-9]++)[ \t\r\f\v\n]*+\])
    """,
    re.VERBOSE | re.DOTALL | re.ASCII,
)


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
    while True:
        match = _WORD.match(text, position)
        if match is None:
            break
        start, position = match.span()
        kind = match.lastgroup
        if kind == "newline":
            obsolete = previous = False
        elif kind == "marker":
            obsolete = obsolete or match[0] != "#|"
            previous = match[0] != "#~"
        elif kind == "string":
            yield Token("string", match[0][1:-1], start, position, obsolete, previous)
            if "\n" in match[0]:
                obsolete = previous = False
        elif kind == "comment":
            yield Token("comment", match[0].rstrip("\r"), start, position, obsolete, previous)
        elif kind != "space":
            word = match["number"] if kind == "form" else match[0]
            yield Token(kind or "", word, start, position, obsolete, previous)
    yield Token("end" if position == len(text) else "junk", "", position, position, obsolete, previous)

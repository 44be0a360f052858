"""The comment lines of an entry, by the marker that follows their `#`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_FLAG = re.compile(r"range:\s*[^\s,]+|[^\s,]+")
_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069|([^ \t\r\f\v\u2068]+)")


class Comments(NamedTuple):
    """What the comment lines of one entry say; fields as in `Entry`."""

    fuzzy: bool = False
    flags: tuple[str, ...] = ()
    translator: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


NO_COMMENTS = Comments()


def sort_comments(lines: Iterable[str]) -> Comments:
    """The lines, each beginning with `#`, sorted by what they are.

    `#,`, `#!` and `#=` hold flags (all lines count, not only the last as in GNU gettext 0.21), `#:` references,
    `#.` what was extracted with the text; everything else is the translator's.

    >>> sorted_out = sort_comments(["#, fuzzy, max-length:20", "#: a.md b.md", "#. Heading", "# Ask the editor."])
    >>> sorted_out.fuzzy, sorted_out.flags, sorted_out.references, sorted_out.translator
    (True, ('max-length:20',), ('a.md', 'b.md'), ('Ask the editor.',))
    """
    flags: list[str] = []
    translator: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    for line in lines:
        marker = line[1:2]
        if marker == ":":
            if "\u2068" in line:
                references += [isolated or plain for isolated, plain in _ISOLATED.findall(line[2:])]
            else:
                references += line[2:].split()
        elif marker == ".":
            extracted.append(line[3:] if line[2:3] == " " else line[2:])
        elif marker and marker in ",!=":
            flags += _FLAG.findall(line[2:])
        else:
            translator.append(line[2:] if marker == " " else line[1:])
    if flags:
        named = tuple(dict.fromkeys(flags))
        fuzzy = "fuzzy" in named
        if fuzzy:
            named = tuple(flag for flag in named if flag != "fuzzy")
        return Comments(fuzzy, named, tuple(translator), tuple(extracted), tuple(references))
    return Comments(False, (), tuple(translator), tuple(extracted), tuple(references))

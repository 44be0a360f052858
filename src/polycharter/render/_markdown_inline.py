"""Inline nodes as CommonMark that parses back to the same nodes, with as few escapes as that allows.

Where a delimiter would not count as one, for example in `word**"bold"**`, the letter beside it is written as a
character reference: an odd sight, but it is right with every letter of every script.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from polycharter.model.inline import Inline
from polycharter.render._markdown_pieces import SPACE, Piece, arranged, pieces

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ACTIVE = re.compile(
    r"""
      `
    | \\ (?= [!-/:-@\[-`{-~] | .?\Z )
    | (?! (?<=\ )\*\  ) \*
    | (?! (?<=\ )_\  | (?<=.[^\W_])_[^\W_]. ) _          # not in a word: snake_case
    | ~(?=~|\Z) | (?<=~)~ | \A~
    | \](?=[(\[:]|\Z)
    | <(?=[A-Za-z/!?]|\Z)
    | :(?=//) | (?<=[Ww]{3})\.                          # GFM makes links of bare addresses
    | &(?= \#[0-9]{1,7}; | \#[xX][0-9a-fA-F]{1,6}; | [A-Za-z][A-Za-z0-9]{1,31}; )
    """,
    re.VERBOSE | re.DOTALL,
)
"""What markup could begin or end with. What stands beside a text is not known, so its ends count as the worst case;
and the letter at an end may become a reference, which begins and ends in punctuation."""
_LINE_STARTS = (
    re.compile(r"()#{1,6}(?=\s|$)"),
    re.compile(r"()>"),
    re.compile(r"()[-+](?=\s|$)"),
    re.compile(r"(\d{1,9})[.)](?=\s|$)"),
    re.compile(r"()(?:=+|-+|[|:-][|:\s-]*-[|:\s-]*)$"),  # the underline of a heading, the second row of a table
    re.compile(r"()\[[ xX]\](?=\s)"),  # a box to tick
)
_DEFINITION = re.compile(r"\[(?:\\.|[^\[\]\\])+\]:")
"""A link whose text has the code `]:` reads like the definition of a link, unless something stands before it."""


def inline(nodes: Sequence[Inline], direction: str = "ltr", *, one_line: bool = False, cell: bool = False) -> str:
    r"""CommonMark of `nodes`, safe wherever a paragraph may stand, in a document written in this `direction`.

    `one_line` makes spaces of breaks, for headings; `cell` does too, and escapes what would end the cell of a table.

    >>> from polycharter.model.inline import Break, Strong, Text
    >>> print(inline((Text("1. a_b * <b> "), Strong((Text("*"), Break(), Text("c "))), Text("d"))))
    1\. a_b * \<b> **\*\
    c** d
    """
    row = pieces(nodes, direction)
    if one_line or cell:
        row = (SPACE if piece.role == "break" else piece for piece in row)
    written = _written(arranged(row), cell)
    return "\n".join(map(_line, written.split("\n")))


def _line(line: str) -> str:
    """`line`, escaped where its first characters would begin another block."""
    for start in _LINE_STARTS:
        if found := start.match(line):
            return f"{found[1]}\\{line[found.end(1) :]}"
    return f"<span></span>{line}" if _DEFINITION.match(line) else line


def _written(row: Sequence[Piece], cell: bool) -> str:
    """The pieces one after the other; until they are joined, a list for each of what its characters are written as."""
    delimiters = _delimiters(row)
    written: list[list[str]] = []
    in_link = False
    for at, piece in enumerate(row):
        match piece.role:
            case "text":
                before_link = at + 1 < len(row) and row[at + 1].raw == "["
                written.append(_escaped(piece.raw, in_link=in_link, before_link=before_link, cell=cell))
            case "break":
                written.append(["\\\n"])
            case "code":
                written.append([_code(piece.raw).replace("|", "\\|") if cell else _code(piece.raw)])
            case _:
                in_link = piece.role == "open" if piece.kind == "link" else in_link
                raw = delimiters.get(at, piece.raw)
                written.append([raw.replace("|", "\\|") if cell else raw])
    while any(_make_count(row, written, at) for at in delimiters):
        pass  # a reference for one delimiter may stand inside another one
    return "".join(part for parts in written for part in parts)


def _code(text: str) -> str:
    """A code span whose fence is longer than every row of backticks in it (CommonMark 0.31, section 6.1)."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _delimiters(row: Sequence[Piece]) -> dict[int, str]:
    """The delimiter of each piece of bold and emphasis: `_` for emphasis only where it touches bold."""
    touching = {at for at, (one, other) in enumerate(pairwise(row)) if {one.kind, other.kind} == {"strong", "emphasis"}}
    found: dict[int, str] = {}
    opened: list[int] = []
    for at, piece in enumerate(row):
        if piece.kind not in ("strong", "emphasis"):
            continue
        if piece.role == "open":
            opened.append(at)
            continue
        begin = opened.pop()
        touches = touching & {begin - 1, begin, at - 1, at}
        found[begin] = found[at] = "**" if piece.kind == "strong" else "_" if touches else "*"
    return found


def _make_count(row: Sequence[Piece], written: list[list[str]], at: int) -> bool:
    """Write the letter outside the delimiter at `at` as a reference if the delimiter would not count without that.

    Says whether it did. The reference begins and ends in punctuation, and beside that every delimiter counts whose
    inner side has no space.
    """
    opens = row[at].role == "open"
    outside = at - 1 if opens else at + 1
    if not 0 <= outside < len(row) or row[outside].role != "text":
        return False
    edge, inner_edge = (-1, 0) if opens else (0, -1)
    outer, inner = written[outside][edge][edge], written[at + 1 if opens else at - 1][inner_edge][inner_edge]
    if _counts(outer, inner, underscore=written[at] == ["_"]):
        return False
    written[outside][edge] = f"&#{ord(row[outside].raw[edge])};"
    return True


def _counts(outer: str, inner: str, *, underscore: bool) -> bool:
    """Whether a delimiter between these two characters opens (or, seen from the other side, closes): section 6.2.

    Versions of CommonMark differ in whether symbols are punctuation; it must count in all of them.
    """
    if outer == " ":
        return True
    for categories in ("P", "PS"):
        outer_mark, inner_mark = _is_mark(outer, categories), _is_mark(inner, categories)
        if not outer_mark and (inner_mark or underscore):
            return False
    return True


def _is_mark(character: str, categories: str) -> bool:
    return character in _PUNCTUATION or unicodedata.category(character)[0] in categories


def _escaped(text: str, *, in_link: bool, before_link: bool, cell: bool) -> list[str]:
    """What each character of a text is written as."""
    written = [*text]
    active = [found.start() for found in _ACTIVE.finditer(text)]
    if in_link:
        active += [at for at, character in enumerate(text) if character in "[]"]
    if cell:
        active += [at for at, character in enumerate(text) if character == "|"]
    if before_link and text.endswith("!"):
        active.append(len(text) - 1)
    for at in active:
        written[at] = f"\\{text[at]}"
    for at in {0, len(text) - 1}:
        if text[at] != " " and text[at].isspace():
            written[at] = "&nbsp;" if text[at] == "\xa0" else f"&#{ord(text[at])};"
    return written

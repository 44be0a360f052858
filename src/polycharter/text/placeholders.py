"""Placeholders: `{name}` in a message, with `{{` and `}}` for literal braces.

The convention is `python-brace-format` (GNU gettext manual, section 15.5.6), but only plain names are allowed: no
attributes, indexes, conversions or format specifications, because `str.format` follows them into the program.
"""

import re
from dataclasses import dataclass

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_PIECE = re.compile(r"\{\{|\}\}|\{(?P<name>" + _NAME + r")\}|\{[^{}]*\}|\{[\w.]*[)\]>]?|\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder among the pieces of a text."""

    name: str


@dataclass(frozen=True, slots=True)
class Malformed:
    """Braces that are no placeholder: what is written, and its offset in characters."""

    written: str
    offset: int


def pieces(text: str) -> tuple[str | Slot, ...]:
    """`text` cut into literal strings (braces undoubled) and slots; malformed braces stay as they are written.

    >>> pieces("within {days}, {{really}}")
    ('within ', Slot(name='days'), ', {really}')
    """
    found: list[str | Slot] = []
    literal: list[str] = []
    end = 0
    for match in _PIECE.finditer(text):
        literal.append(text[end : match.start()])
        end = match.end()
        if match["name"]:
            if joined := "".join(literal):
                found.append(joined)
            literal = []
            found.append(Slot(match["name"]))
        elif match.group() in ("{{", "}}"):
            literal.append(match.group()[0])
        else:
            literal.append(match.group())
    literal.append(text[end:])
    if joined := "".join(literal):
        found.append(joined)
    return tuple(found)


def names(text: str) -> tuple[str, ...]:
    """The names of the placeholders in their order, repeated ones repeated.

    >>> names("{a} and {b}, not {{c}}")
    ('a', 'b')
    """
    return tuple(match["name"] for match in _PIECE.finditer(text) if match["name"])


def malformed(text: str) -> tuple[Malformed, ...]:
    """Every brace that is neither a placeholder nor doubled.

    >>> malformed("{user.name} owes {n")
    (Malformed(written='{user.name}', offset=0), Malformed(written='{n', offset=17))
    """
    return tuple(
        Malformed(match.group(), match.start())
        for match in _PIECE.finditer(text)
        if not match["name"] and match.group() not in ("{{", "}}")
    )


def has_braces(text: str) -> bool:
    """Whether the text follows the convention at all, so that its entry is flagged `python-brace-format`."""
    return "{" in text or "}" in text

"""Inline nodes to the plain characters that a reader may be given."""

from collections.abc import Sequence

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value

_TO_SPACE = "\t\f\v"
_TO_NEWLINE = "\x85\u2028\u2029"
_DROPPED = (
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in f"\n\r{_TO_SPACE}{_TO_NEWLINE}"),
    *map(chr, range(0x202A, 0x202F)),  # bidi embeddings and overrides
    *map(chr, range(0x2066, 0x206A)),  # bidi isolates
    *map(chr, range(0xFFF9, 0xFFFC)),  # interlinear annotations
    "\ufeff",
    "\ufffe",
    "\uffff",
)
_CLEAN = {
    **dict.fromkeys(map(ord, _DROPPED), None),
    **dict.fromkeys(map(ord, _TO_SPACE), " "),
    **dict.fromkeys(map(ord, _TO_NEWLINE), "\n"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # half a character: no encoding can write it
}


def clean(text: str) -> str:
    r"""`text` without control characters and without what turns the direction of the text behind it.

    Newlines stay, as `\n`. The marks U+200E, U+200F and U+061C stay too: right-to-left text needs them, and they
    reach no further than where they stand (Unicode annex 9, section 2.6).

    >>> clean("a\x00b\u202e\r\nc\td")
    'ab\nc d'
    """
    if text.isprintable():  # as nearly all is; what is taken out or turned into another character is not
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)


def on_one_line(text: str) -> str:
    r"""`text` cleaned, its line breaks as spaces.

    >>> on_one_line("a\x00b\nc\u202ed")
    'ab cd'
    """
    return clean(text).replace("\n", " ")


def plain(nodes: Sequence[Inline], line_break: str = " ") -> str:
    """The characters of `nodes`, cleaned, without markup and addresses; `line_break` stands for the author's breaks.

    >>> plain((Text("within "), Strong((Value("days", "5 days"),)), Break(), Link("#a", (Text("see a"),))))
    'within 5 days see a'
    """
    return "".join(_plain(node, line_break) for node in nodes)


def _plain(node: Inline, line_break: str) -> str:
    match node:
        case Text(text) | Code(text) | Value(_, text):
            return clean(text)
        case Break():
            return line_break
        case Placeholder(name):
            return f"{{{name}}}"
        case Strong(children) | Emphasis(children) | Link(_, children) | Foreign(_, children):
            return plain(children, line_break)

"""Inline nodes as a flat row of texts, delimiters and breaks: the first half of writing Markdown.

White space moves out of bold, emphasis and links, because a delimiter beside a space is not one (CommonMark 0.31,
section 6.2). What has no words is left out, and so is bold in bold; bold beside bold becomes one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.render._templates import direction_of
from polycharter.render._tree import sibling
from polycharter.text.flatten import clean

_AUTOLINK = re.compile(
    r"https?://[\w.:/?#@!$&'()*+,;=~-]+|mailto:[\w.!#$&'*+/=?^{}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII
)
_LOCALE = re.compile(r"[A-Za-z0-9-]+")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>\\`]")


@dataclass(frozen=True, slots=True)
class Piece:
    """`role`: open, close, text, code, link, space or break.

    `kind`, of what opens and closes: strong, emphasis, link, span. `raw`: the characters of a text or a code as they
    are read, else what is written; empty for bold and emphasis, whose delimiter is chosen later.
    """

    role: str
    raw: str = ""
    kind: str = ""


SPACE = Piece("space")
BREAK = Piece("break")


def pieces(nodes: Iterable[Inline], direction: str, inside: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """The nodes in a row, in a document of this `direction`; `inside` names what they stand in already."""
    for node in nodes:
        match node:
            case Text(text):
                yield from _words(text, SPACE)
            case Value(_, text, href):
                yield from _link(href, (node,), direction, inside) if href else _words(text, BREAK)
            case Placeholder(name):
                yield Piece("text", f"{{{name}}}")
            case Code(text):
                code = re.sub(r"[ \n]+", " ", clean(text)).strip(" ")
                yield from _isolated([Piece("code", code)], direction) if code else ()
            case Break():
                yield BREAK
            case Strong(children):
                yield from _around("strong", "", children, "", direction, inside)
            case Emphasis(children):
                yield from _around("emphasis", "", children, "", direction, inside)
            case Foreign(locale, children):
                yield from _around("span", _span(locale, direction), children, "</span>", direction_of(locale), inside)
            case Link(href, children):
                yield from _link(href, children, direction, inside)


def arranged(row: Iterable[Piece]) -> list[Piece]:
    """The row with its white space outside of pairs, none at its ends and beside breaks, and no empty pairs.

    Texts and spaces that follow each other become one text; codes one code, or their backticks would run together.
    """
    done: list[Piece] = []
    opening: list[Piece] = []
    breaks, space = 0, False
    for piece in row:
        match piece.role:
            case "space":
                space = True
            case "break":
                breaks += 1
            case "open":
                opening.append(piece)
            case "close" if opening:
                opening.pop()
            case "close":
                done.append(piece)
            case _:
                if done and breaks:
                    done += [BREAK] * breaks
                elif done and space:
                    _append(done, Piece("text", " "))
                else:
                    _join_pairs(done, opening)
                done += opening
                _append(done, piece)
                opening.clear()
                breaks, space = 0, False
    return done


def _append(done: list[Piece], piece: Piece) -> None:
    if done and done[-1].role == piece.role and piece.role in ("text", "code"):
        done[-1] = Piece(piece.role, done[-1].raw + piece.raw)
    else:
        done.append(piece)


def _join_pairs(done: list[Piece], opening: list[Piece]) -> None:
    """Take away what closes and opens again at once: `**a****b**` is not what it looks like."""
    while done and opening and done[-1].role == "close" and done[-1].kind == opening[0].kind in ("strong", "emphasis"):
        done.pop()
        opening.pop(0)


def _around(
    kind: str, before: str, children: Iterable[Inline], after: str, direction: str, inside: frozenset[str]
) -> Iterator[Piece]:
    name = kind + before
    if name in inside:
        yield from pieces(children, direction, inside)
        return
    yield Piece("open", before, kind)
    yield from pieces(children, direction, inside | {name})
    yield Piece("close", after, kind)


def _link(href: str, children: Sequence[Inline], direction: str, inside: frozenset[str]) -> Iterator[Piece]:
    """A link, as `<address>` where its text is the address; in a link, its text."""
    text = children[0].text if len(children) == 1 and isinstance(children[0], (Text, Value)) else ""
    is_address = href in (text, f"mailto:{text}") and _AUTOLINK.fullmatch(href) and "xn--" not in href
    if is_address and "link" not in inside:
        yield from _isolated([Piece("link", f"<{text}>")], direction)
    elif not href or "link" in inside:
        yield from _unlinked(children, direction, inside)
    else:
        # The name of the pair must not depend on the address: no link stands in a link.
        yield Piece("open", "[", "link")
        yield from _unlinked(children, direction, inside | {"link"})
        yield Piece("close", f"]({_address(sibling(href, 'md'))})", "link")


def _unlinked(nodes: Sequence[Inline], direction: str, inside: frozenset[str]) -> Iterator[Piece]:
    """The text of a link; a value, such as a phone number, in its own direction."""
    match nodes:
        case [Value(_, text)]:
            yield from _isolated(_words(text, BREAK), direction)
        case _:
            yield from pieces(nodes, direction, inside)


def _words(text: str, newline: Piece) -> Iterator[Piece]:
    for part in re.split(r"([ \n]+)", clean(text)):
        if part.strip(" \n"):
            yield Piece("text", part)
        elif part:
            yield newline if "\n" in part else SPACE


def _isolated(row: Iterable[Piece], direction: str) -> Iterator[Piece]:
    """In a right-to-left document, an address or a code keeps its own direction (Unicode annex 9, section 2.4)."""
    yield from row if direction == "ltr" else (Piece("text", "\u2066"), *row, Piece("text", "\u2069"))


def _span(locale: str, direction: str) -> str:
    """The tag that says in which language words are, and their direction where it is not the document's."""
    if not _LOCALE.fullmatch(locale):
        return "<span>"
    turned = direction_of(locale)
    return f'<span lang="{locale}">' if turned == direction else f'<span lang="{locale}" dir="{turned}">'


def _address(href: str) -> str:
    """The target of a link, percent-encoded where Markdown would read a character as its own (section 6.3)."""
    safe = _UNSAFE_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", clean(href).replace("\n", ""))
    safe = re.sub(r"&(?=#?\w+;)", "&amp;", safe)
    return f"<{safe}>" if "(" in safe or ")" in safe else safe

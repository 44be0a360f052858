"""Inline Markdown of a message to a tree of inline nodes.

CommonMark without raw HTML and images; links by an allow-list of schemes, because the library's own check is a
list of what to refuse and lets `//host`, `intent:` and `blob:` through.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text
from polycharter.text.html import without_html
from polycharter.text.placeholders import Slot, pieces

_MARKUP = re.compile(r"[\\`*_\[\]<&!\n\r\0]")
"""What a text with inline markup has at least one of; without any of them it is read as it stands, and fast."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DEEPEST = 10
"""How deep markup may be nested: no text of a person comes near, and typst fails somewhere above 15."""
_ALLOWED_SCHEMES = ("https:", "http:", "mailto:", "tel:")


def link_is_allowed(href: str) -> bool:
    """Whether a charter may link there: https, http, mailto, tel, a `#heading` or a relative path.

    Nothing in it may be invisible: no space, control character or mark that turns the direction.

    >>> [link_is_allowed(h) for h in ("https://a.example.org", "#a", "b.html", "//evil", "javascript:x", "http://u@h")]
    [True, True, True, False, False, False]
    """
    if " " in href or "\\" in href or not href.isprintable():
        return False
    scheme = _SCHEME.match(href)
    if not scheme:
        return not href.startswith(("//", "/"))
    if scheme.group().lower() not in _ALLOWED_SCHEMES:
        return False
    if scheme.group().lower() in ("https:", "http:"):
        host = href[scheme.end() :].lstrip("/").partition("/")[0]
        return href[scheme.end() :].startswith("//") and "@" not in host and bool(host)
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_inline", "entity"])
    parser.validateLink = link_is_allowed  # type: ignore[method-assign,assignment] # how the library wants it set
    return parser


@lru_cache(maxsize=1)
def _image_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda _: True  # type: ignore[method-assign,assignment] # an image from anywhere is one
    return parser


def has_image(text: str) -> bool:
    r"""Whether a message holds an image, which to `parse_inline` is a “!” and a link.

    >>> [has_image(text) for text in ("![Map](map.png)", "Hello! [Map](map.png)", r"\![Map](map.png)", "`![a](b)`")]
    [True, False, False, False]
    """
    if "![" not in text:
        return False
    (token,) = _image_parser().parseInline(text)
    return any(child.type == "image" for child in token.children or ())


@lru_cache(maxsize=20_000)
def parse_inline(text: str) -> tuple[Inline, ...]:
    """The nodes of one message, its placeholders as `Placeholder`.

    >>> parse_inline("within **{days}**")
    (Text(text='within '), Strong(children=(Placeholder(name='days'),)))

    Markup that is nested more than 10 deep was not written by a person; such a text is taken as it stands.
    """
    if not _MARKUP.search(text):
        return _plain(text)
    (token,) = _parser().parseInline(text)
    tokens = token.children or []
    if any(each.level > _DEEPEST for each in tokens):
        return _plain(text)
    nodes, _ = _nodes(tokens, 0, "")
    return nodes


def _plain(text: str) -> tuple[Inline, ...]:
    """The text as it is written, with nothing but its placeholders."""
    return tuple(Placeholder(piece.name) if isinstance(piece, Slot) else Text(piece) for piece in pieces(text))


def _nodes(tokens: Sequence[Token], at: int, until: str) -> tuple[tuple[Inline, ...], int]:
    """The nodes from `at` up to the closing token `until`, and the index behind it."""
    nodes: list[Inline] = []
    literal: list[str] = []

    def flush() -> None:
        nodes.extend(_plain("".join(literal)))
        literal.clear()

    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.type == until:
            break
        if token.type in ("text", "text_special"):
            literal.append(token.content)
        elif token.type == "softbreak":
            literal.append(" ")
        else:
            flush()
            if token.type == "hardbreak":
                nodes.append(Break())
            elif token.type == "code_inline":
                nodes.append(Code(token.content))
            else:
                children, at = _nodes(tokens, at, token.type.replace("_open", "_close"))
                nodes.append(_container(token, children))
    flush()
    return tuple(nodes), at


def _container(token: Token, children: tuple[Inline, ...]) -> Inline:
    if token.type == "strong_open":
        return Strong(children)
    if token.type == "em_open":
        return Emphasis(children)
    if token.type == "link_open":
        return Link(str(token.attrs["href"]), children)
    raise AssertionError(f"inline token {token.type!r} has no node")


def walk(nodes: Sequence[Inline]) -> Iterator[Inline]:
    """Every node of the tree, parents before children."""
    for node in nodes:
        yield node
        if isinstance(node, (Strong, Emphasis, Link, Foreign)):
            yield from walk(node.children)


def links(text: str) -> tuple[str, ...]:
    """Where the links of a message lead, in their order."""
    return tuple(node.href for node in walk(parse_inline(text)) if isinstance(node, Link))


def structure(text: str) -> tuple[str, ...]:
    """The markup of a message, sorted, so that word order is free: `strong`, `emphasis`, `code …`, `break`, `link …`.

    >>> structure("See [here](#there), **now**")
    ('link #there', 'strong')
    """
    return tuple(sorted(filter(None, map(_describe, walk(parse_inline(text))))))


def _describe(node: Inline) -> str:
    match node:
        case Strong():
            return "strong"
        case Emphasis():
            return "emphasis"
        case Code(text):
            return f"code {text}"
        case Break():
            return "break"
        case Link(href):
            return f"link {href}"
        case _:
            return ""


def words(text: str) -> int:
    """How many words a message has, placeholders and markup not counted.

    >>> words("Within **{days}** we [answer](#a).")
    3
    """
    spoken = " ".join(node.text for node in walk(parse_inline(text)) if isinstance(node, (Text, Code)))
    return sum(any(character.isalnum() for character in word) for word in spoken.split())


@lru_cache(maxsize=20_000)
def letters(text: str) -> str:
    """Only what is language in a message: no placeholders, codes, markup, web or e-mail addresses."""
    spoken = "".join(
        node.text if isinstance(node, Text) else " "
        for node in walk(parse_inline(text))
        if isinstance(node, (Text, Placeholder, Code, Break))
    )
    return " ".join("" if _is_address(word) else word for word in without_html(spoken).split(" "))


def _is_address(word: str) -> bool:
    return "@" in word or "://" in word or "www." in word

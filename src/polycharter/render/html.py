"""HTML: one self-contained page for a locale and edition, without scripts and without requests to anywhere.

Templates: `html/page.html`, `html/blocks.html` (a macro for every kind of block), `html/index.html` and
`html/style.css`, which is put into the page. Besides the document's fields they get these functions:

`inline(text)` the text as HTML; `span(text)` the same, in a `<span lang dir>` where it is in another language than
the page; `lang(text)` only these attributes; `plain(text)` its characters alone, for attributes; `anchor(id)` an
`id` attribute, once; `css` the style sheet.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from polycharter.model.block import Paragraph, Records
from polycharter.model.index import Index
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText, State
from polycharter.render._templates import direction_of, fill, source
from polycharter.text.inline import link_is_allowed

FORMAT = "html"
EXTENSION = "html"
MEDIA_TYPE = "text/html; charset=utf-8"

_SHORT = 24
"""Values of up to so many characters are never broken; they fit on one line of a screen of 320 pixels."""
_DESCRIPTION = 160
"""Characters of a page's description that search engines show."""
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The page of one edition in one locale."""
    context = _functions(document.locale, document.direction) | {
        "document": document,
        "words": document.words,
        "css": _style(folders),
        "description": _description(document),
        "commitments": _commitments(document),
        "has_fallback": any(text.state is State.FALLBACK for text in _texts((document.title, document.sections))),
    }
    return _tidy(fill(folders, "html/page.html", context, escape=True))


def render_index(index: Index, folders: Sequence[Path]) -> bytes:
    """The page that lists every language with its editions and their files."""
    context = _functions(index.locale, index.direction) | {
        "index": index,
        "words": index.words,
        "css": _style(folders),
    }
    return _tidy(fill(folders, "html/index.html", context, escape=True))


def _functions(locale: str, direction: str) -> dict[str, Callable[..., Markup | str]]:
    """What templates call, for a page in this locale."""
    used: set[str] = set()

    def inline(text: LocalisedText) -> Markup:
        rtl = (direction if text.locale == locale else direction_of(text.locale)) == "rtl"
        return _nodes(text.nodes, _Around(rtl))

    def lang(text: LocalisedText) -> Markup:
        if text.locale == locale:
            return Markup("")
        return Markup(' lang="{}" dir="{}" data-state="{}"').format(text.locale, direction_of(text.locale), text.state)

    def span(text: LocalisedText) -> Markup:
        attributes = lang(text)
        return Markup("<span{}>{}</span>").format(attributes, inline(text)) if attributes else inline(text)

    def anchor(name: str) -> Markup:
        if name in used:
            return Markup("")
        used.add(name)
        return Markup(' id="{}"').format(name)

    return {"inline": inline, "lang": lang, "span": span, "plain": _plain, "anchor": anchor}


class _Around(NamedTuple):
    """What stands around a node: text written from right to left, a link (which can hold no other)."""

    rtl: bool
    link: bool = False


def _nodes(nodes: Sequence[Inline], around: _Around) -> Markup:
    return Markup("").join(_node(node, around) for node in nodes)


def _node(node: Inline, around: _Around) -> Markup:
    match node:
        case Text(text):
            return _characters(text)
        case Code(text):
            code = Markup('<code translate="no">{}</code>').format(_characters(text))
            return Markup('<bdi dir="ltr">{}</bdi>').format(code) if around.rtl else code
        case Break():
            return Markup("<br>")
        case Strong(children):
            return Markup("<strong>{}</strong>").format(_nodes(children, around))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(_nodes(children, around))
        case Link(href, children):
            inside = _nodes(children, around._replace(link=True))
            return inside if around.link else Markup('<a href="{}">{}</a>').format(_checked(href), inside)
        case Foreign(locale, children):
            direction = direction_of(locale)
            inside = _nodes(children, around._replace(rtl=direction == "rtl"))
            return Markup('<span lang="{}" dir="{}">{}</span>').format(locale, direction, inside)
        case Value():
            return _value(node, around)
        case Placeholder(name):
            raise AssertionError(f"placeholder {name!r} was not filled in")


def _value(value: Value, around: _Around) -> Markup:
    """A fact: kept on one line where it is short, a link where it leads somewhere, isolated in right-to-left text."""
    html = _value_text(value)
    whole = len(value.text) <= _SHORT and "\n" not in value.text
    if value.href and not around.link:
        name = "value nobr" if whole else "value"
        html = Markup('<a class="{}" href="{}">{}</a>').format(name, _checked(value.href), html)
    elif whole and not value.text.isalnum():
        html = Markup('<span class="nobr">{}</span>').format(html)
    if not around.rtl:
        return html
    return Markup('<bdi dir="{}">{}</bdi>').format("ltr" if value.href else "auto", html)


def _value_text(value: Value) -> Markup:
    """A value's characters; an address may be broken where its parts meet, and nowhere else while there is room."""
    if value.href and not value.href.startswith("tel:"):
        return Markup("<wbr>").join(map(_characters, re.split(r"(?<=[@/])(?!/)|(?=[.?&=_])", value.text)))
    return Markup("<br>").join(map(_characters, value.text.split("\n")))


def _characters(text: str) -> Markup:
    """Characters of data: escaped, without control characters, which HTML does not allow."""
    return escape(text.translate(_CONTROLS))


def _checked(href: str) -> str:
    """An address that the source wrote and that reading has checked; checked once more, since this is the last door."""
    if not link_is_allowed(href):
        raise AssertionError(f"a link to {href!r} got past the reader")
    return href


def _plain(text: LocalisedText) -> str:
    """The characters of a text without markup; a line break is a space."""

    def of(nodes: Sequence[Inline]) -> Iterator[str]:
        for node in nodes:
            match node:
                case Text(text) | Code(text) | Value(text=text):
                    yield text.translate(_CONTROLS)
                case Strong(children) | Emphasis(children) | Link(children=children) | Foreign(children=children):
                    yield from of(children)
                case Break() | Placeholder():
                    yield " "

    return " ".join("".join(of(text.nodes)).split())


def _description(document: LocalisedDocument) -> str:
    """The first paragraph of the page in its own language, cut at a word; empty where there is none."""
    blocks = (block for section in document.sections for block in section.blocks)
    texts = (block.text for block in blocks if isinstance(block, Paragraph) and block.text.locale == document.locale)
    first = next((_plain(text) for text in texts), "")
    return first if len(first) <= _DESCRIPTION else first[:_DESCRIPTION].rpartition(" ")[0] + "…"


def _commitments(document: LocalisedDocument) -> dict[str, LocalisedText]:
    """The commitments shown on this page: what each is called, by its id. Stories lead to them."""
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Records)]
    return {record.id: record.title for table in tables if table.kind == "commitments" for record in table.records}


def _texts(value: Any) -> Iterator[LocalisedText]:
    """Every text in a tree of blocks."""
    if isinstance(value, LocalisedText):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _style(folders: Sequence[Path]) -> Markup:
    """The style sheet; it is the owner's own, and `</` could only end the element early."""
    return Markup(source(folders, "html/style.css").replace("</", "<\\/"))  # noqa: S704


def _tidy(page: str) -> bytes:
    """The page without the blank lines and the indentation that templates leave behind."""
    lines = (line.strip(" \t\r") for line in page.split("\n"))
    return ("\n".join(line for line in lines if line) + "\n").encode()

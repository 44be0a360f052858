"""Texts as HTML: every node of a localised text, escaped, in its own language and direction."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedText
from polycharter.render._contexts import Functions
from polycharter.render._templates import direction_of, text_of
from polycharter.text.flatten import clean
from polycharter.text.flatten import plain as flat
from polycharter.text.inline import link_is_allowed
from polycharter.text.ranges import times_apart

_SHORT = 24
"""Values of up to so many characters are never broken; they fit on one line of a screen of 320 pixels."""

Where = Callable[[str], str]
"""Where a link leads from the page that is made; empty where it leads nowhere, and only its words are shown."""


def functions(locale: str, direction: str, where: Where = lambda href: href) -> Functions:
    """What templates call, for a page in this locale: `inline`, `span`, `lang`, `plain` and `anchor`."""
    used: set[str] = set()

    def inline(text: LocalisedText) -> Markup:
        text = text_of(text)
        rtl = (direction if text.locale == locale else direction_of(text.locale)) == "rtl"
        return _nodes(text.nodes, _Around(rtl, where))

    def lang(text: LocalisedText) -> Markup:
        if text_of(text).locale == locale:
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

    def characters(text: LocalisedText) -> str:
        return plain(text_of(text))

    return {"inline": inline, "lang": lang, "span": span, "plain": characters, "anchor": anchor}


class _Around(NamedTuple):
    """What stands around a node: text written from right to left, a page, a link (which can hold no other)."""

    rtl: bool
    where: Where
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
            target = "" if around.link else around.where(_checked(href))
            inside = _nodes(children, around._replace(link=bool(target) or around.link))
            return Markup('<a href="{}">{}</a>').format(_checked(target), inside) if target else inside
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
    return Markup("<br>").join(map(_line, value.text.split("\n")))


def _line(text: str) -> Markup:
    """A line of a value; from one time of the day to another, it is not broken."""
    if len(text) <= _SHORT:
        return _characters(text)
    whole = Markup('<span class="nobr">{}</span>')
    return Markup("").join(
        whole.format(_characters(piece)) if together else _characters(piece) for piece, together in times_apart(text)
    )


def _characters(text: str) -> Markup:
    """Characters of data: escaped, without control characters and without what turns the direction of other text."""
    return escape(clean(text))


def _checked(href: str) -> str:
    """An address that the source wrote and that reading has checked; checked once more, since this is the last door."""
    if not link_is_allowed(href):
        raise AssertionError(f"a link to {href!r} got past the reader")
    return href


def plain(text: LocalisedText) -> str:
    """The characters of a text without markup; a line break is a space."""
    return " ".join(flat(text.nodes).split())


def tidy(page: str) -> bytes:
    """The page without the blank lines and the indentation that templates leave behind."""
    lines = (line.strip(" \t\r") for line in page.split("\n"))
    return ("\n".join(line for line in lines if line) + "\n").encode()

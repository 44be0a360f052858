"""Inline nodes to runs and links: every run in its own language and direction."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._docx_xml import Element, Look, el, run
from polycharter.render._scripts import is_upright
from polycharter.render._templates import direction_of
from polycharter.render._tree import sibling
from polycharter.text.flatten import clean, on_one_line
from polycharter.text.inline import link_is_allowed

_SHORT = 24
"""Characters; a value that is not longer stays on one line."""
_LEFT_TO_RIGHT, _OWN, _END = "\u2066", "\u2068", "\u2069"
"""Isolates (Unicode annex 9, section 2.4): what stands in them does not turn the words around it."""
_BOOKMARK = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class _Around:
    """What a node stands in: the look of its runs, the words' language, whether a link is open already."""

    look: Look
    locale: str
    linked: bool


class Scribe:
    """Writes the texts of one document; `relate` returns the relationship id of an address outside of it."""

    def __init__(self, document: LocalisedDocument, anchors: Iterable[str], relate: Callable[[str], str]) -> None:
        self.document = document
        self.anchors = frozenset(name for name in anchors if _BOOKMARK.fullmatch(name))
        self.relate = relate
        self.rtl = document.direction == "rtl"

    def is_rtl(self, locale: str) -> bool:
        """Whether words of this locale are written from right to left."""
        return self.rtl if locale == self.document.locale else direction_of(locale) == "rtl"

    def said(
        self, text: LocalisedText, style: str = "", *, links: bool = True, rtl: bool | None = None
    ) -> list[Element]:
        """The text as runs and links; `rtl` is the direction of the paragraph, where it is not the text's own."""
        mine = self.is_rtl(text.locale)
        around = _Around(Look(style, rtl=mine, lang=self._lang(text.locale)), text.locale, not links)
        return _isolated(self._nodes(text.nodes, around), mine is not (mine if rtl is None else rtl))

    def written(self, text: str, style: str = "") -> Element:
        """Characters that are in no language we know: a version's number, a name, a date; in its own direction."""
        said = on_one_line(text)
        rtl = any(unicodedata.bidirectional(character) in ("R", "AL") for character in said)
        return run(f"{_OWN}{said}{_END}" if self.rtl and said else said, Look(style, rtl=rtl))

    def anchored(self, anchor: str, content: Sequence[Element]) -> list[Element]:
        """The content as a link within the document, where that has such a place."""
        return [el("hyperlink", *content, anchor=anchor, history=1)] if anchor in self.anchors else [*content]

    def _lang(self, locale: str) -> str:
        return "" if locale == self.document.locale else locale

    def _nodes(self, nodes: Sequence[Inline], around: _Around) -> list[Element]:
        return [element for node in nodes for element in self._node(node, around)]

    def _node(self, node: Inline, around: _Around) -> list[Element]:
        look = around.look
        match node:
            case Text(text):
                return [run(on_one_line(text), look)]
            case Break():
                return [run("\n", look)]
            case Code(text):
                return _kept([run(on_one_line(text), replace(look, style="Code", rtl=False))], around)
            case Strong(children):
                return self._nodes(children, replace(around, look=replace(look, strong=True)))
            case Emphasis(children):
                upright = is_upright(around.locale)
                look = replace(look, strong=look.strong or upright, emphasis=look.emphasis or not upright)
                return self._nodes(children, replace(around, look=look))
            case Link(href, children):
                return self._linked(href, lambda inside: self._nodes(children, inside), around)
            case Value(_, text, href):
                shown = clean(text)
                if len(shown) <= _SHORT:
                    shown = shown.replace(" ", "\u00a0")
                if not href:
                    return [run(shown, look)]
                link = self._linked(href, lambda inside: [run(shown, replace(inside.look, rtl=False))], around)
                return _kept(link, around)
            case Foreign(locale, children):
                rtl = self.is_rtl(locale)
                inside = replace(around, look=replace(look, rtl=rtl, lang=self._lang(locale)), locale=locale)
                return _isolated(self._nodes(children, inside), rtl is not look.rtl)
            case Placeholder(name):
                raise AssertionError(f"placeholder {name!r} was not filled in")

    def _linked(self, href: str, content: Callable[[_Around], list[Element]], around: _Around) -> list[Element]:
        """A link of the source's; plain words within another link, or where it leads to no place of this document."""
        if not link_is_allowed(href):
            raise AssertionError(f"a link to {href!r} got past the reader")
        if around.linked or (href.startswith("#") and href[1:] not in self.anchors):
            return content(replace(around, linked=True))
        inside = content(_Around(replace(around.look, style="Hyperlink"), around.locale, linked=True))
        address, _, anchor = sibling(href, "docx").partition("#")
        if not address:
            return self.anchored(anchor, inside)
        link = el("hyperlink", *inside, **({"anchor": anchor} if anchor else {}), history=1)
        link.set(qn("r:id"), self.relate(address))
        return [link]


def _kept(content: list[Element], around: _Around) -> list[Element]:
    """A number, address or code, kept in its own direction where the words around it run from right to left."""
    return [run(_LEFT_TO_RIGHT), *content, run(_END)] if around.look.rtl else content


def _isolated(content: list[Element], needed: bool) -> list[Element]:
    """The content in a first strong isolate, where its direction is not that of the words around it."""
    return [run(_OWN), *content, run(_END)] if needed and content else content

"""Inline nodes as characters that can be read aloud: `text <address>`, `[en]` before words in another language."""

from collections.abc import Sequence

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._tree import headings, sibling
from polycharter.text.flatten import clean, on_one_line, plain
from polycharter.text.wrap import KEPT_SPACE, width

_SPOKEN = ("mailto:", "tel:")
_DIGITS = 5
"""What has so many digits is a phone number, as the country writes it."""
_SHORT = 24
"""Columns; a value that is not wider stays on one line."""


class Speaker:
    """Says the texts of one document."""

    def __init__(self, document: LocalisedDocument) -> None:
        self.locale = document.locale
        self.is_rtl = document.direction == "rtl"
        self.headings = {anchor: plain(text.nodes) for anchor, text in headings(document).items()}

    def say(self, text: LocalisedText, *, breaks: bool = False) -> str:
        r"""The words of a text; with `breaks`, the author's line breaks are `\n`. It may hold `KEPT_SPACE`."""
        nodes = text.nodes if text.locale == self.locale else (Foreign(text.locale, text.nodes),)
        said = self._nodes(nodes, self.locale, set())
        lines = [" ".join(filter(None, line.split(" "))) for line in said.split("\n")]
        return ("\n" if breaks else " ").join(filter(None, lines))

    def _nodes(self, nodes: Sequence[Inline], locale: str, given: set[str]) -> str:
        """The nodes, in words of `locale`; `given` are the addresses that this text has said already."""
        return "".join(self._node(node, locale, given) for node in nodes)

    def _node(self, node: Inline, locale: str, given: set[str]) -> str:
        match node:
            case Text(text):
                return on_one_line(text)
            case Value(_, text, href):
                said = clean(text).replace(" ", KEPT_SPACE) if width(text) <= _SHORT else clean(text)
                return self._linked(self._isolated(said), href, given) if href else said
            case Code(text):
                return self._isolated(clean(text))
            case Break():
                return "\n"
            case Placeholder(name):
                return f"{{{name}}}"
            case Strong(children) | Emphasis(children):
                return self._nodes(children, locale, given)
            case Link(href, children):
                return self._linked(self._nodes(children, locale, given), href, given)
            case Foreign(other, children):
                said = self._nodes(children, other, given)
                return f"[{other}] {said}" if other != locale and said.strip() else said

    def _linked(self, said: str, href: str, given: set[str]) -> str:
        """What is said and, unless that says it already, where the link leads: an address, or a heading."""
        if href.startswith("#"):
            where = self.headings.get(href[1:], "")
            if not where or where.casefold() in said.casefold():
                return said
            return f"{said} ({'←' if self.is_rtl else '→'} {where})"
        address = clean(sibling(href, "txt"))
        for scheme in _SPOKEN:
            address = address.removeprefix(scheme)
        says_number = href.startswith("tel:") and sum(map(str.isdigit, said)) >= _DIGITS
        if address in given or _bare(address) == _bare(said) or says_number:
            return said
        given.add(address)
        return f"{said} <{self._isolated(address)}>"

    def _isolated(self, text: str) -> str:
        """In a right-to-left document, an address or a code keeps its own direction (Unicode annex 9, section 2.4)."""
        return f"\u2066{text}\u2069" if self.is_rtl else text


def _bare(address: str) -> str:
    """An address as people say it.

    >>> _bare("https://www.example.org/") == _bare("example.org")
    True
    """
    text = address.replace(KEPT_SPACE, " ").strip(" \u2066\u2069/").casefold()
    return text.removeprefix("https://").removeprefix("http://").removeprefix("www.")

"""An HTML page or snippet read back with the standard library's parser."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from tests.readback.reading import Reading

VOID = frozenset({"br", "meta", "link", "wbr", "img", "hr", "input"})
_INLINE = frozenset({"a", "b", "bdi", "br", "code", "em", "q", "span", "strong", "time", "wbr"})
_PLACES = ("p", "place")
"""The links to the same chapter in other languages stand in such an element, within the text."""


class Page(HTMLParser):
    """A page: what it shows, and what it only holds (attributes, comments, data of other programs)."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[int, str]] = []
        self.lines: list[str] = [""]
        self.links: list[str] = []
        self.hidden: list[str] = []
        self.data: list[Any] = []
        self.feed(page)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def within(self, tag: str, kind: str = "") -> bool:
        """Whether the parser stands in such an element, of such a class."""
        return any(name == tag and kind in [*classes.split(), ""] for name, classes in self.open)

    @property
    def told(self) -> bool:
        """Whether the parser stands in the charter's own text."""
        return (self.within("main") or self.open[0][0] == "section") and not self.within(*_PLACES)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.elements.append((tag, named))
        self.hidden += named.values()
        if tag not in VOID:
            self.open.append((tag, named.get("class", "")))
        if tag not in _INLINE:
            self.lines.append("")
        if self.open and self.told and tag == "a":
            self.links.append(named.get("href", ""))
        if self.level(tag):
            self.headings.append((self.level(tag), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1][0] == tag, f"{tag} is closed within {self.open}"
        self.open.pop()
        if tag not in _INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.open:
            return
        if self.open[-1][0] == "script":
            self.data.append(json.loads(data))
            return
        title = self.within("h1")
        if self.told:
            self.lines[-1] += data
        if self.told or title:
            heading = next((tag for tag, _ in reversed(self.open) if self.level(tag)), "")
            if heading:
                level, words = self.headings[-1]
                self.headings[-1] = (level, words + data)

    def handle_comment(self, data: str) -> None:
        self.hidden.append(data)

    @staticmethod
    def level(tag: str) -> int:
        """The level of a heading's element, 0 of others."""
        return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0

    def ids(self, prefix: str) -> Iterator[str]:
        """What follows the prefix in the ids that begin so, in order."""
        for _, attrs in self.elements:
            if attrs.get("id", "").startswith(prefix):
                yield attrs["id"].removeprefix(prefix)


def read(page: str) -> Reading:
    """A page or a snippet; the levels of a page's headings are those below its title."""
    read = Page(page)
    titles = [words for level, words in read.headings if level == 1]
    headings = tuple((level - 1, words) for level, words in read.headings if level > 1 and words)
    _, first = read.elements[0]
    lines = tuple(line for line in read.lines if line.strip())
    return Reading(" ".join(titles), headings, lines, tuple(read.links), language=first.get("lang", ""))

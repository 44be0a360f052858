"""A Markdown file read back with markdown-it, a reader of CommonMark."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from tests.readback.reading import Reading

_ANCHOR = re.compile(r" ?\{#[^{}]+\}$")


def read(markdown: str) -> Reading:
    """The file between its first chapter and its last rule; levels are those below the title."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown))
    blocks = list(tree.children)
    rules = [at for at, block in enumerate(blocks) if block.type == "hr"]
    chapters = [at for at, block in enumerate(blocks) if block.type == "heading" and block.tag == "h2"]
    body = blocks[chapters[0] : rules[-1]]
    titles = [_ANCHOR.sub("", line) for block in blocks if block.tag == "h1" for line in _lines(block)]
    headings = tuple(
        (int(block.tag[1]) - 1, "".join(_lines(block))) for part in body for block in part.walk() if _is_heading(block)
    )
    lines = tuple(line for block in body for line in _lines(block))
    links = [str(one.attrs["href"]) for block in body for one in block.walk() if one.type == "link"]
    return Reading("".join(titles), headings, lines, tuple(links))


def _is_heading(block: SyntaxTreeNode) -> bool:
    return block.type == "heading"


def _lines(block: SyntaxTreeNode) -> Iterator[str]:
    """The texts of a block, without the anchors of headings."""
    for one in block.walk():
        if one.type == "inline":
            words = "".join(_words(child) for child in one.children)
            yield _ANCHOR.sub("", words) if one.parent and _is_heading(one.parent) else words


def _words(node: SyntaxTreeNode) -> str:
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(map(_words, node.children)) if node.children else node.content

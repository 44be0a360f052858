"""Markdown read back with markdown-it, and what should be read, as the same plain tuples.

A text is a tuple of characters, each with what it stands in (`strong`, `emphasis`, `code`, `link …`, `lang …`). White
space stands in nothing: whether a space is inside or outside of bold, nobody sees.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.render._tree import sibling
from polycharter.text.flatten import clean

Run = tuple[str, frozenset[str]]
NOWHERE: frozenset[str] = frozenset()


def parser() -> MarkdownIt:
    """CommonMark with tables and raw HTML; link targets come out as they were written."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    for step in ("normalizeLink", "normalizeLinkText"):
        setattr(markdown, step, lambda address: address)
    setattr(markdown, "validateLink", bool)  # noqa: B010 - every address that there is
    return markdown


def read(markdown: str) -> list[tuple[object, ...]]:
    """The blocks of a document."""
    return [block for node in SyntaxTreeNode(parser().parse(markdown)).children for block in _block(node)]


def _block(node: SyntaxTreeNode) -> Iterator[tuple[object, ...]]:
    match node.type:
        case "heading":
            text = _inline(node)
            words = "".join(character for character, _ in text)
            anchor = re.search(r" ?\{#([^{}]+)\}$", words)
            kept = text[: anchor.start()] if anchor else text
            yield "heading", int(node.tag[1]), anchor[1] if anchor else "", kept
        case "paragraph":
            yield "paragraph", _inline(node)
        case "bullet_list" | "ordered_list":
            start = None if node.type == "bullet_list" else int(node.attrs.get("start", 1))
            yield (
                "list",
                start,
                [[block for child in item.children for block in _block(child)] for item in node.children],
            )
        case "blockquote":
            yield "quote", [block for child in node.children for block in _block(child)]
        case "table":
            rows = [row for part in node.children for row in part.children]
            yield "table", [[_inline(cell) for cell in row.children] for row in rows]
        case "hr":
            yield ("hr",)
        case _:
            raise AssertionError(f"{node.type} is not what we write: {node.content!r}")


def _inline(node: SyntaxTreeNode) -> tuple[Run, ...]:
    token = node.children[0].token if node.children else None
    return _squeezed(_runs((token.children if token else None) or []))


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    inside: list[str] = []
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield from ((character, frozenset(inside) - {""}) for character in token.content)
            case "softbreak":
                yield " ", NOWHERE
            case "hardbreak":
                yield "\n", NOWHERE
            case "code_inline":
                yield from ((character, frozenset((*inside, "code"))) for character in token.content)
            case "strong_open":
                inside.append("strong")
            case "em_open":
                inside.append("emphasis")
            case "link_open":
                inside.append(f"link {token.attrs['href']}")
            case "html_inline" if token.content == "<span>":
                inside.append("")
            case "html_inline" if opened := re.fullmatch(r'<span lang="([\w-]+)"( dir="(ltr|rtl)")?>', token.content):
                inside.append(f"lang {opened[1]}")
            case "strong_close" | "em_close" | "link_close":
                inside.pop()
            case "html_inline" if token.content == "</span>":
                inside.pop()
            case _:
                raise AssertionError(f"{token.type} is not what we write: {token.content!r}")
    assert not inside


def expected(nodes: Sequence[Inline], *, one_line: bool = False) -> tuple[Run, ...]:
    """What a text is when it is read back."""
    return _squeezed(_wanted(nodes, NOWHERE, one_line))


def _wanted(nodes: Sequence[Inline], inside: frozenset[str], one_line: bool) -> Iterator[Run]:
    def within(mark: str, children: Sequence[Inline]) -> Iterator[Run]:
        return _wanted(children, inside | {mark}, one_line)

    for node in nodes:
        match node:
            case Text(text):
                yield from ((character, inside) for character in clean(text).replace("\n", " "))
            case Code(text):
                words = " ".join(filter(None, re.split("[ \n]+", clean(text))))
                yield from ((character, inside | {"code"}) for character in words)
            case Placeholder(name):
                yield from ((character, inside) for character in f"{{{name}}}")
            case Break():
                yield " " if one_line else "\n", NOWHERE
            case Strong(children):
                yield from within("strong", children)
            case Emphasis(children):
                yield from within("emphasis", children)
            case Foreign(locale, children):
                yield from within(f"lang {locale}", children)
            case Link(href, children):
                yield from _wanted(children, inside | _link(href, inside), one_line)
            case Value(_, text, href):
                words = re.sub(" *\n[ \n]*", " " if one_line else "\n", clean(text))
                yield from ((character, inside | _link(href, inside)) for character in words)


def _link(href: str, inside: frozenset[str]) -> frozenset[str]:
    """A link in a link is none."""
    is_one = href and not any(name.startswith("link") for name in inside)
    return frozenset({f"link {sibling(href, 'md')}"}) if is_one else NOWHERE


def _squeezed(runs: Iterator[Run]) -> tuple[Run, ...]:
    """Runs of spaces as one, none at the ends and beside breaks."""
    done: list[Run] = []
    space: str = ""
    for character, inside in runs:
        if character in " \n":
            space = space if "\n" in space and character == " " else space.strip(" ") + character
            continue
        if space and done:
            done += [(each, NOWHERE) for each in space]
        space = ""
        done.append((character, inside))
    return tuple(done)


def said(runs: object) -> str:
    """The characters of a text that was read back."""
    assert isinstance(runs, tuple)
    return "".join(character for character, _ in runs)

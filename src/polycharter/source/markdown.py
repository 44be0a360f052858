"""One section of the charter: front matter, Markdown, containers."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from polycharter.model.block import Block, Heading, Listing, Paragraph, Quote, Scoped, Story, Table
from polycharter.model.charter import Section
from polycharter.model.content import Content
from polycharter.model.edition import USUAL_EDITIONS, Edition
from polycharter.model.errors import Mistake
from polycharter.model.inline import Code, Link
from polycharter.model.message import Message
from polycharter.model.place import Place
from polycharter.source.records import KINDS, Data
from polycharter.source.table import Table as TomlTable
from polycharter.source.toml_file import parse_toml
from polycharter.text.inline import has_image, parse_inline, walk

CONTAINERS = ("edition", "story", "note", "log-sheet", *KINDS)

_HEADING_ID = re.compile(r"^(?P<text>.*?)[ \t]*\{#(?P<id>[^{}]*)\}$")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_HARD_BREAK = re.compile(r"(?:\\| {2,})$")
_UNSUPPORTED = {
    "hr": ("a horizontal rule", "Begin a new section or write a heading."),
    "code_block": ("an indented block", "Take the four spaces at the beginning of the line away."),
    "fence": ("a code block", "A charter has none; write a paragraph."),
}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Blocks only: inline text stays as the author wrote it, for the message."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["reference", "inline", "html_block"])
    return parser.use(container_plugin, "box", validate=lambda *_: True)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of its section before the title."""

    editions: tuple[Edition, ...] = USUAL_EDITIONS
    note: str = ""
    max_length: int | None = None
    after: str = ""


def read_section(text: str, path: str, data: Data, mistakes: list[Mistake]) -> tuple[Section, FrontMatter]:
    """The section in `text`; what is wrong in it is added to `mistakes`."""
    front, body, first_line = _front_matter(text, path, mistakes)
    reader = _Reader(path, first_line, front, data, mistakes)
    blocks = reader.blocks(_parser().parse(body))
    place = Place(path, first_line)
    if not blocks or not isinstance(blocks[0], Heading) or blocks[0].level != 1:
        mistakes.append(Mistake(place, "a section begins with its title", "Write “# Title {#id}” on the first line."))
        blocks = (Heading(1, "", Message("", "title of a section", place)), *blocks)
    title, *rest = blocks
    assert isinstance(title, Heading)
    for block in rest:
        if isinstance(block, Heading) and block.level == 1:
            assert isinstance(block.text, Message)
            mistakes.append(
                Mistake(block.text.place, "a second title in one section", "Write “##”, or begin a file of its own.")
            )
    return Section(title.id, title, front.editions, tuple(rest), place), front


def _front_matter(text: str, path: str, mistakes: list[Mistake]) -> tuple[FrontMatter, str, int]:
    """Front matter, the text behind it, and the line on which that begins."""
    if not text.startswith("+++\n"):
        return FrontMatter(), text, 1
    end = text.find("\n+++", 3)
    if end < 0 or text[end + 4 : end + 5] not in ("", "\n"):
        mistakes.append(Mistake(Place(path, 1), "the front matter has no end", "Close it with a line +++."))
        return FrontMatter(), "", 1
    file = parse_toml(text[4:end], path, first_line=2)
    table = TomlTable(file, (), file.data, mistakes)
    editions: tuple[Edition, ...] = USUAL_EDITIONS
    names = table.texts("editions", tuple(Edition), required=False)
    if "editions" in table:
        editions = tuple(edition for edition in Edition if edition in names)
    front = FrontMatter(
        editions, table.text("note", ""), table.integer("max_length", 0) or None, table.text("after", "")
    )
    table.finish()
    body = text[end + 5 :]
    return front, body, text.count("\n", 0, end) + 3


class _Reader:
    """Turns the tokens of one file into blocks."""

    def __init__(self, path: str, first_line: int, front: FrontMatter, data: Data, mistakes: list[Mistake]) -> None:
        self._path = path
        self._first_line = first_line
        self._front = front
        self._data = data
        self._mistakes = mistakes
        self._note = ""
        self._context = ""
        self._line = 0

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block[Content], ...]:
        """The blocks of these tokens, which are balanced."""
        found: list[Block[Content]] = []
        at = 0
        while at < len(tokens):
            end = _close(tokens, at)
            block = self._block(tokens[at], tokens[at + 1 : end], tokens[end])
            if block is not None:
                found.append(block)
            at = end + 1
        return tuple(found)

    def _place(self, token: Token) -> Place:
        """The token's line; of a token that has none, the last line seen."""
        if token.map:
            self._line = token.map[0] + self._first_line
        return Place(self._path, self._line)

    def _wrong(self, token: Token, what: str, todo: str) -> None:
        self._mistakes.append(Mistake(self._place(token), what, todo))

    def _block(self, opening: Token, inside: Sequence[Token], closing: Token) -> Block[Content] | None:
        self._place(opening)
        match opening.type:
            case "heading_open":
                return self._heading(int(opening.tag[1:]), inside[0])
            case "paragraph_open":
                return Paragraph(self._message(inside[0], inside[0].content, "paragraph"))
            case "bullet_list_open" | "ordered_list_open":
                ordered = opening.type == "ordered_list_open"
                start = int(opening.attrs.get("start", 1)) if ordered else None
                return Listing(start, tuple(self._item(item) for item in _children(inside)))
            case "blockquote_open":
                return Quote(self.blocks(inside))
            case "table_open":
                return self._table(inside)
            case "container_box_open":
                return self._container(opening, inside, closing)
            case other:
                name, todo = _UNSUPPORTED.get(other, (f"the Markdown of “{other}”", "Write a paragraph."))
                self._wrong(opening, f"{name} is not part of a charter", todo)
                return None

    def _heading(self, level: int, inline: Token) -> Heading[Content]:
        found = _HEADING_ID.match(inline.content)
        text, id = (found["text"], found["id"]) if found else (inline.content, "")
        if not found:
            slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "title"
            self._wrong(inline, f"the heading “{text}” has no id", f"Write “{'#' * level} {text} {{#{slug}}}”.")
        elif not _ID.fullmatch(id):
            self._wrong(inline, f"{id!r} is no id", "Use small letters, digits and hyphens, a letter first.")
        return Heading(level, id, self._message(inline, text, "title of a section" if level == 1 else "heading"))

    def _item(self, tokens: Sequence[Token]) -> tuple[Block[Content], ...]:
        """The blocks of a list item; its paragraphs are known to translators as list items."""
        blocks = self.blocks(tokens)
        return tuple(
            replace(block, text=replace(block.text, kind="list item"))
            if isinstance(block, Paragraph) and isinstance(block.text, Message)
            else block
            for block in blocks
        )

    def _table(self, inside: Sequence[Token]) -> Block[Content]:
        rows: list[tuple[Content, ...]] = []
        aligns: list[str] = []
        for token_index, token in enumerate(inside):
            if token.type == "tr_open":
                self._place(token)
                cells = [cell for cell in inside[token_index : _close(inside, token_index)] if cell.type == "inline"]
                kind = "table cell" if rows else "heading of a table column"
                rows.append(tuple(self._message(cell, cell.content, kind) for cell in cells))
            if token.type == "th_open":
                aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        return Table(rows[0], tuple(rows[1:]), tuple(aligns))

    def _container(self, opening: Token, inside: Sequence[Token], closing: Token) -> Block[Content] | None:
        word, *arguments = opening.info.split() or [""]
        if not closing.markup:
            self._wrong(opening, f"the container “::: {word}” is not closed", "End it with a line :::.")
        if word not in CONTAINERS:
            self._wrong(opening, f"there is no container {word!r}", f"Choose from: {', '.join(CONTAINERS)}.")
            return None
        if word in ("log-sheet", *KINDS) and inside:
            self._wrong(opening, f"the container “::: {word}” holds no text", "Close it with ::: on the next line.")
        if word == "edition":
            return Scoped(self._editions(opening, arguments), self.blocks(inside))
        if word == "story":
            return self._story(opening, inside, arguments)
        if word == "note":
            self._note = " ".join(token.content.replace("\n", " ") for token in inside if token.type == "inline")
            self._context = next((a.removeprefix("context=") for a in arguments if a.startswith("context=")), "")
            return None
        if word == "log-sheet":
            if self._data.log_sheet is None:
                self._wrong(opening, "there is no log sheet", "Describe it under [log_sheet] in charter.toml.")
            return self._data.log_sheet
        return self._records(opening, word, arguments)

    def _editions(self, opening: Token, names: Collection[str]) -> tuple[Edition, ...]:
        known = ", ".join(Edition)
        if not names:
            self._wrong(opening, "the container says no edition", f"Choose from: {known}.")
        for name in names:
            if name not in tuple(Edition):
                self._wrong(opening, f"there is no edition {name!r}", f"Choose from: {known}.")
        return tuple(edition for edition in Edition if edition in names)

    def _story(self, opening: Token, inside: Sequence[Token], arguments: Sequence[str]) -> Block[Content]:
        commitments = self._data.records["commitments"]
        if len(arguments) != 1 or arguments[0] not in commitments:
            named = " ".join(arguments) or "nothing"
            self._wrong(opening, f"a story tells of one commitment, this one of {named}", "Write “::: story ID”.")
        blocks = self.blocks(inside)
        if not blocks or not isinstance(blocks[0], Heading):
            self._wrong(opening, "a story begins with a heading", "Write “### Title {#id}” under it.")
        return Scoped((Edition.STAFF,), (Story(arguments[0] if arguments else "", blocks),))

    def _records(self, opening: Token, kind: str, ids: Sequence[str]) -> Block[Content] | None:
        for id in ids:
            if id not in self._data.records[kind]:
                self._wrong(opening, f"there is no {id!r} among the {kind}", "Correct the id, or define it.")
                return None
        return self._data.block(kind, tuple(ids))

    def _message(self, token: Token, content: str, kind: str) -> Message:
        place = self._place(token)
        text = _one_line(content)
        for node in walk(parse_inline(text)):
            href = getattr(node, "href", "")
            if "{" in href or "%7B" in href:
                self._mistakes.append(
                    Mistake(place, f"a placeholder stands in the link {href}", "Write the address itself.")
                )
        if "](" in text and not has_image(text) and not _links_hold(text):
            todo = "Link to https:, http:, mailto:, tel:, a #heading or a relative path."
            self._mistakes.append(Mistake(place, "a link leads where a charter may not", todo))
        note = " ".join(filter(None, (self._note, self._front.note)))
        message = Message(
            text,
            kind,
            place,
            context=self._context or None,
            note=note,
            max_length=self._front.max_length if kind in ("paragraph", "list item") else None,
        )
        self._note = self._context = ""
        return message


def _links_hold(text: str) -> bool:
    """Whether everything in the text that is written as a link is one."""
    written = re.findall(r"(?<!\\)\]\(", text)
    nodes = tuple(walk(parse_inline(text)))
    in_code = sum(node.text.count("](") for node in nodes if isinstance(node, Code))
    return sum(isinstance(node, Link) for node in nodes) + in_code >= len(written)


def _one_line(content: str) -> str:
    """White space as single spaces; only the author's hard breaks stay, written with a backslash."""
    lines = content.split("\n")
    joined: list[str] = []
    for line in lines[:-1]:
        hard = _HARD_BREAK.search(line)
        joined.append(" ".join(_HARD_BREAK.sub("", line).split(" ")).strip() + ("\\\n" if hard else " "))
    joined.append(lines[-1].strip())
    return re.sub(r"[ \t]+", " ", "".join(joined))


def _close(tokens: Sequence[Token], at: int) -> int:
    """The index of the token that closes the one at `at`; `at` itself for a token without contents."""
    if tokens[at].nesting != 1:
        return at
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    raise AssertionError("markdown-it closes what it opens")


def _children(tokens: Sequence[Token]) -> tuple[Sequence[Token], ...]:
    """The insides of the elements that follow one another in `tokens`."""
    found: list[Sequence[Token]] = []
    at = 0
    while at < len(tokens):
        end = _close(tokens, at)
        found.append(tokens[at + 1 : end])
        at = end + 1
    return tuple(found)

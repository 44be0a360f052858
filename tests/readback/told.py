"""What each format has to hold of an edition in a locale, told from that edition's JSON."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import polib
from tests.readback.reading import Item, Told, key

Json = dict[str, Any]


@dataclass
class _Collected:
    """What one walk over the JSON gathers."""

    format: str
    titles: dict[str, tuple[str, str]]
    anchors: dict[str, str]
    address: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bookmarks: list[tuple[int, str]] = field(default_factory=list)
    level: int = 0
    heading: str = ""


@cache
def data(file: Path) -> Json:
    """The JSON of an edition in a locale."""
    loaded: Json = json.loads(file.read_text("utf-8"))
    return loaded


def told(file: Path, format: str) -> Told:
    """What the file of this format has to hold that stands beside the JSON `file`."""
    charter = data(file)
    site = tomllib.loads((file.parents[2] / "charter.toml").read_text("utf-8")).get("site")
    address = f"{site['address']}{charter['locale']}/" if site else ""
    found = _Collected(format, _commitments(charter), _anchors(charter), address)
    for section in charter["sections"]:
        where = f"section {section['id']}"
        _heading(found, f"{where}, heading", 1, section["heading"])
        _blocks(found, where, section["blocks"])
    words = frozenset(furniture(file.parents[2], charter["locale"]))
    return Told(
        charter["locale"],
        "" if format == "snippet" else charter["title"]["text"],
        tuple(found.headings),
        tuple(found.items),
        tuple(filter(None, found.links)),
        tuple(found.bookmarks),
        words,
    )


def told_poster(file: Path) -> Told:
    """What the poster has to hold: every commitment, who promises it and since when."""
    charter = data(file)
    titles = _commitments(charter)
    promised = [Item(f"commitment {name}", title) for name, (title, _) in titles.items()]
    about = [
        Item("organisation", charter["organisation"], ordered=False, times=2),
        Item("title", charter["title"]["text"], ordered=False),
        Item("version", charter["version"], ordered=False),
        Item("effective date", charter["effective_from"]["text"], ordered=False),
    ]
    words = frozenset(furniture(file.parents[2], charter["locale"]))
    numbered = tuple((number, title) for number, (title, _) in enumerate(titles.values(), 1))
    return Told(charter["locale"], charter["title"]["text"], numbered, (*promised, *about), (), furniture=words)


@cache
def furniture(project: Path, locale: str) -> tuple[str, ...]:
    """The words of the templates in a language, without those with a value in them."""
    catalogue = project / "locales" / locale.replace("-", "_") / "LC_MESSAGES" / "interface.po"
    path = catalogue if catalogue.exists() else project / "locales" / "interface.pot"
    entries = polib.pofile(path.read_text("utf-8"))
    return tuple(entry.msgstr or entry.msgid for entry in entries if "{" not in entry.msgid)


def nodes(text: Any) -> Iterator[Json]:
    """Every inline node of a text, outer ones first."""
    for node in text.get("inline", text.get("children", [])):
        yield node
        yield from nodes(node)


def records(blocks: Any, kind: str = "") -> Iterator[Json]:
    """The groups of records among the blocks, those within others too, of one kind where it is named."""
    for block in blocks:
        if "records" in block and kind in ("", block["kind"]):
            yield block
        for inner in (block.get("blocks", []), *block.get("items", [])):
            yield from records(inner, kind)


def _commitments(charter: Json) -> dict[str, tuple[str, str]]:
    """Words and the anchor of the nearest heading above, of each commitment by its id."""
    found: dict[str, tuple[str, str]] = {}
    for section in charter["sections"]:
        anchor = section["anchor"]
        for block in section["blocks"]:
            anchor = block["id"] if block["kind"] == "heading" else anchor
            if block["kind"] == "commitments":
                found |= {one["id"]: (one["title"]["text"], anchor) for one in block["records"]}
    return found


def _anchors(charter: Json) -> dict[str, str]:
    """The words of every heading by its anchor."""
    found = {section["anchor"]: section["heading"]["text"] for section in charter["sections"]}
    blocks = [block for section in charter["sections"] for block in section["blocks"]]
    inner = [one for block in blocks for one in block.get("blocks", [])]
    for block in (*blocks, *inner):
        if block["kind"] == "heading":
            found[block["id"]] = block["text"]["text"]
    return found


def _text(found: _Collected, where: str, text: Json, item: Item | None = None) -> None:
    """A text and its links."""
    inner = list(nodes(text))
    values = tuple(node["name"] for node in inner if node["kind"] == "value" and node["name"])
    found.items.append(replace(item or Item(where, ""), where=where, text=text["text"], values=values))
    found.links += _spoken(found, inner) if found.format == "txt" else _targets(found, inner)


def _targets(found: _Collected, inner: Sequence[Json]) -> list[str]:
    return [_target(found, node["href"]) for node in inner if node.get("href")]


def _spoken(found: _Collected, inner: Sequence[Json]) -> list[str]:
    """The links of a plain text: an address once, a heading unless the words name it; a value says its own address."""
    said: dict[str, None] = {}
    for link in (node for node in inner if node["kind"] == "link"):
        words = "".join(node["text"] for node in nodes(link) if "text" in node).casefold()
        href = _target(found, link["href"])
        if not href.startswith("#"):
            said[href] = None
        elif (heading := found.anchors.get(href[1:], "")) and heading.casefold() not in words:
            said[f"→ {heading}"] = None
    return list(said)


def _target(found: _Collected, href: str) -> str:
    """Where a link leads in a file of this format: what stands alone leads to the published pages."""
    if not re.match("(public|summary|staff)[.]html", href):
        return href
    if found.format in ("pdf", "snippet"):
        return f"{found.address}{href}" if found.address else ""
    return href.replace(".html", f".{found.format}", 1)


def _heading(found: _Collected, where: str, level: int, text: Json) -> None:
    """A heading; no level is skipped, but in plain text, where it is only a line under the words."""
    level = level if found.format == "txt" else min(level, found.level + 1)
    found.level, found.heading = level, text["text"]
    found.headings.append((level, text["text"]))
    found.bookmarks.append((level, text["text"]))
    _text(found, where, text)


def _blocks(found: _Collected, where: str, blocks: Sequence[Json]) -> None:
    for number, block in enumerate(blocks, 1):
        _block(found, f"{where}, {block['kind']} {number}", block)


def _block(found: _Collected, where: str, block: Json) -> None:
    match block["kind"]:
        case "heading":
            _heading(found, f"{where} ({block['id']})", block["level"], block["text"])
        case "paragraph":
            _text(found, where, block["text"])
        case "list":
            for number, item in enumerate(block["items"], 1):
                _blocks(found, f"{where}, item {number}", item)
        case "quote":
            _blocks(found, where, block["blocks"])
        case "table":
            times = len(block["rows"]) if found.format == "txt" else 1
            for head in block["header"]:
                _text(found, f"{where}, head", head, Item("", "", ordered=False, times=times))
            for row, cells in enumerate(block["rows"], 1):
                for column, cell in enumerate(cells, 1):
                    _text(found, f"{where}, row {row}, column {column}", cell)
        case "story":
            _story(found, where, block)
        case "log-sheet":
            repeated = key(block["caption"]["text"]) == key(found.heading)
            _text(found, f"{where}, caption", block["caption"], Item("", "", needed=not repeated))
            for column in block["columns"]:
                _text(found, f"{where}, column", column)
        case _:
            _records(found, where, block)


def _story(found: _Collected, where: str, block: Json) -> None:
    """A story; it ends in the commitment that it is about. In DOCX its title is of a style of its own."""
    level, heading = found.level, found.heading
    many, marked = len(found.headings), len(found.bookmarks)
    _blocks(found, where, block["blocks"])
    del found.bookmarks[marked:]
    if found.format == "docx":
        del found.headings[many:]
    found.level, found.heading = level, heading
    if block["commitment"] in found.titles:
        title, anchor = found.titles[block["commitment"]]
        found.items.append(Item(f"{where}, its commitment {block['commitment']}", title))
        named = {"html": f"#commitments-{block['commitment']}", "md": f"#{anchor}", "docx": f"#{block['commitment']}"}
        found.links.append("#" if found.format == "pdf" else named.get(found.format, ""))


def _records(found: _Collected, where: str, block: Json) -> None:
    """The records of one kind; in HTML and PDF the title of each is a heading."""
    if not block["records"]:
        _text(found, f"{where}, none", block["none"])
        return
    alone = len(block["records"]) == 1 and block["records"][0]["title"]["text"] == block["caption"]["text"]
    repeated = key(block["caption"]["text"]) == key(found.heading)
    _text(found, f"{where}, caption", block["caption"], Item("", "", needed=not (alone or repeated)))
    for record in block["records"]:
        name = f"{block['kind'].removesuffix('s')} {record['id']}"
        if not alone:
            _text(found, name, record["title"])
            if found.format in ("html", "pdf"):
                found.headings.append((found.level + 1, record["title"]["text"]))
        for each in record["fields"]:
            _text(found, f"{name}, label of {each['name']}", each["label"], Item("", "", ordered=False))
            _text(found, f"{name}, {each['name']}", each["value"], Item("", "", ordered=False))

"""A tagged PDF read back with pypdf: its structure tree with the characters behind every tag.

This is what a screen reader gets. Each page's marked content is turned into characters by the fonts' own ToUnicode
tables (ISO 32000-1, 9.10.3), and the tree (14.7) says what each piece is.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject
from tests.readback.reading import Reading

_BLOCKS = frozenset(
    ["P", "LBody", "LI", "L", "TD", "TH", "TR", "Div", "Title", "Caption", "BlockQuote", "Table", "Sect"]
)
_TEXTS = ("/T", "/Lang", "/Alt", "/ActualText", "/E")
_LEFT_OUT = frozenset({"Lbl", "Note", "TOC"})
"""Signs of lists and footnotes, the footnotes (an address, for readers on paper), the contents."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure tree: its tag, its attributes of text, its parts; a part is an element or characters.

    `links` are the targets of the annotations in it: addresses, or `#` and the name of a place in the file.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...]
    parts: tuple["Element | str", ...]
    links: tuple[str, ...] = ()

    def walk(self) -> Iterator["Element"]:
        """This element and all within it, in the order of reading."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.walk()

    @property
    def text(self) -> str:
        """The characters in it, without footnotes and signs of lists."""
        return "".join(
            part if isinstance(part, str) else part.text
            for part in self.parts
            if isinstance(part, str) or part.tag not in _LEFT_OUT
        )


def read(data: bytes) -> Reading:
    """The file from its first chapter on."""
    reader = PdfReader(io.BytesIO(data))
    root = structure(reader)
    top = list(root.parts)
    first = next(at for at, part in enumerate(top) if isinstance(part, Element) and _level(part))
    body = Element("Document", (), tuple(top[first:]))
    headings = tuple((_level(one), dict(one.attributes).get("T", one.text)) for one in body.walk() if _level(one))
    links = [one.links[0] for one in _inside(body) if one.tag == "Link" and one.links]
    title = str(reader.metadata.title) if reader.metadata else ""
    return Reading(
        title,
        headings,
        tuple(_lines(body)),
        tuple(links),
        tuple(_bookmarks(reader, reader.outline, 1)),
        str(reader.root_object.get("/Lang", "")),
    )


def read_poster(data: bytes) -> Reading:
    """A poster: one page of numbered commitments, each a heading whose level is its number."""
    reader = PdfReader(io.BytesIO(data))
    assert len(reader.pages) == 1, f"{len(reader.pages)} pages"
    lines = list(_lines(structure(reader)))
    numbered = tuple((int(line), after) for line, after in pairwise(lines) if line.isdecimal())
    title = str(reader.metadata.title) if reader.metadata else ""
    texts = tuple(line for line in lines if not line.isdecimal())
    return Reading(title, numbered, texts, (), language=str(reader.root_object.get("/Lang", "")))


def structure(reader: PdfReader) -> Element:
    """The structure tree of a file; its root is the element `Document`."""
    places = (page.indirect_reference for page in reader.pages)
    pages = {place.idnum: number for number, place in enumerate(places) if place}
    texts = _marked(reader)

    def element(source: Any, page: int) -> Element:
        page = pages[source.raw_get("/Pg").idnum] if "/Pg" in source else page
        named = ((name[1:], str(source[name])) for name in _TEXTS if name in source)
        parts: list[Element | str] = []
        links: list[str] = []
        for kid in _kids(source):
            if isinstance(kid, int):
                parts.append(texts.get((page, kid), ""))
            elif kid.get("/Type") == "/MCR":
                parts.append(texts.get((pages[kid.raw_get("/Pg").idnum], kid["/MCID"]), ""))
            elif kid.get("/Type") == "/OBJR":
                links.append(_target(kid["/Obj"].get_object()))
            else:
                parts.append(element(kid, page))
        return Element(str(source["/S"])[1:], tuple(named), tuple(parts), tuple(links))

    (root,) = _kids(reader.root_object["/StructTreeRoot"])
    return element(root, 0)


def _kids(source: Any) -> list[Any]:
    """What stands within an element: elements, references, numbers of marked content."""
    held: Any = source.get("/K", [])
    held = held.get_object() if isinstance(held, IndirectObject) else held
    return [kid.get_object() for kid in (held if isinstance(held, list) else [held])]


def _target(annotation: Any) -> str:
    action = annotation.get("/A", {})
    if "/URI" in action:
        return str(action["/URI"])
    place = annotation.get("/Dest", action.get("/D", ""))
    return f"#{place}" if isinstance(place, str) else "#"


def _marked(reader: PdfReader) -> dict[tuple[int, int], "str | Element"]:
    """The characters of each piece of marked content, by the number of its page and its own.

    A piece that says its language is an element.
    """
    found: dict[tuple[int, int], list[str]] = {}
    languages: dict[tuple[int, int], str] = {}
    tables: dict[int, dict[int, str]] = {}
    for number, page in enumerate(reader.pages):
        fonts: Any = page["/Resources"]
        fonts = fonts["/Font"]
        marks: list[int | None] = []
        font: dict[int, str] = {}
        for operands, operator in ContentStream(page["/Contents"], reader).operations:
            match operator:
                case b"BDC" | b"BMC":
                    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
                    mark = properties.get("/MCID", marks[-1] if marks else None)
                    if "/Lang" in properties and mark is not None:
                        languages[number, mark] = str(properties["/Lang"])
                    if "/ActualText" in properties and mark is not None:
                        found.setdefault((number, mark), []).append(str(properties["/ActualText"]))
                        mark = None
                    marks.append(mark)
                case b"EMC":
                    marks.pop()
                case b"Tf":
                    reference = fonts.raw_get(operands[0])
                    if reference.idnum not in tables:
                        tables[reference.idnum] = _unicode(reference.get_object()["/ToUnicode"].get_data())
                    font = tables[reference.idnum]
                case b"Tj" | b"TJ" if marks and marks[-1] is not None:
                    pieces = operands[0] if operator == b"TJ" else operands
                    found.setdefault((number, marks[-1]), []).extend(_shown(pieces, font))
    texts = {at: _in_order(characters) for at, characters in found.items()}
    return {
        at: Element("Span", (("Lang", languages[at]),), (text,)) if at in languages else text
        for at, text in texts.items()
    }


def _shown(pieces: Any, font: dict[int, str]) -> list[str]:
    """The characters of each glyph that is shown."""
    glyphs = b"".join(piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes"))
    codes = (int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2))
    return [font.get(code, "\ufffd") for code in codes]


def _in_order(glyphs: list[str]) -> str:
    """The characters in the order of reading; glyphs are drawn from left to right, whichever way they are read."""
    classes = [{unicodedata.bidirectional(one) for one in each} for each in glyphs]
    if not any(each & {"R", "AL"} for each in classes):
        return "".join(glyphs)
    runs: list[list[str]] = []
    before = False
    for each, kind in zip(reversed(glyphs), reversed(classes), strict=True):
        runs_right = bool(kind & {"L", "EN", "AN", "CS", "ES", "ET"})
        if runs_right and before:
            runs[-1].insert(0, each)
        else:
            runs.append([each])
        before = runs_right
    return "".join(one for run in runs for one in run)


def _unicode(table: bytes) -> dict[int, str]:
    """The characters of each glyph, from the table that a font brings."""
    found: dict[int, str] = {}
    text = table.decode("latin-1")
    assert "beginbfrange" not in text, "a kind of table that this reader doesn't know"
    for part in re.findall("beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, characters in re.findall("<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]*)>", part):
            found[int(code, 16)] = bytes.fromhex(characters).decode("utf-16-be")
    return found


def _level(element: Element) -> int:
    found = re.fullmatch("H([1-6])", element.tag)
    return int(found[1]) if found else 0


def _inside(element: Element) -> Iterator[Element]:
    """All elements within one, but for footnotes and the like."""
    for part in element.parts:
        if isinstance(part, Element) and part.tag not in _LEFT_OUT:
            yield part
            yield from _inside(part)


def _lines(element: Element) -> Iterator[str]:
    """The texts in an element, one for each block."""
    said = ""
    for part in element.parts:
        if isinstance(part, str):
            said += part
        elif part.tag in _LEFT_OUT:
            continue
        elif part.tag in _BLOCKS or _level(part):
            yield from (said,) if said.strip() else ()
            said = ""
            yield from _lines(part)
        else:
            inner = list(_lines(part))
            if len(inner) > 1:
                yield from (said, *inner)
                said = ""
            else:
                said += "".join(inner)
    if said.strip():
        yield said


def _bookmarks(reader: PdfReader, outline: Any, level: int) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, level + 1)
        else:
            yield level, str(entry.title)

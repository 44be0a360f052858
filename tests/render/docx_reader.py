"""Reads a finished Word file back: its parts as trees, its texts, its relationships."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.dom import minidom
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = (
    "docProps/core.xml",
    "word/document.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "word/settings.xml",
    "word/_rels/document.xml.rels",
)
"""What differs from document to document."""


def part(data: bytes, name: str) -> bytes:
    """One member of the archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def names(data: bytes) -> list[str]:
    """The members of the archive, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def tree(data: bytes, name: str = "word/document.xml") -> Any:
    """One member as a tree."""
    return ElementTree.fromstring(part(data, name))


def normal(data: bytes) -> str:
    """The parts that differ, as XML with one element a line: without namespace declarations, words on one line."""
    written = []
    for name in PARTS:
        pretty = minidom.parseString(part(data, name)).toprettyxml(indent=" ")
        pretty = re.sub(r' xmlns:\w+="[^"]*"', "", pretty.partition("\n")[2])
        pretty = re.sub(r">\n\s*([^<>\n]*)\n\s*</", r">\1</", pretty)
        written.append(f"<!-- {name} -->\n{pretty}")
    return "".join(written)


def attribute(element: Any, name: str = "val") -> str:
    """An attribute of WordprocessingML."""
    return str(element.get(W + name, ""))


def style(paragraph: Any) -> str:
    """The style of a paragraph, `Normal` where it names none."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if found is None else attribute(found)


def words(element: Any) -> str:
    """The characters of an element; a line break or tab is a space."""
    kinds = {W + "br": " ", W + "tab": " "}
    return "".join(one.text or "" if one.tag == W + "t" else kinds.get(one.tag, "") for one in element.iter())


def paragraphs(root: Any, of: str = "") -> list[Any]:
    """The paragraphs, those in tables too; of one style where it is named."""
    return [one for one in root.iter(W + "p") if not of or style(one) == of]


def outside(data: bytes) -> Iterator[str]:
    """The target of every relationship that leads out of the file."""
    for name in names(data):
        if name.endswith(".rels"):
            yield from (one.get("Target") or "" for one in tree(data, name) if one.get("TargetMode") == "External")

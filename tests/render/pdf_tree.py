"""A finished PDF as lines of text: its bookmarks, then its structure tree with the words behind every tag.

Where a line ends on the page is left out, so that a changed margin or font changes nothing here.
"""

import io
import unicodedata
from collections.abc import Iterator

from pypdf import PdfReader
from tests.readback.pdf_reader import Element, read, structure


def written(data: bytes, *, bookmarks: bool = True) -> str:
    """Title and language; bookmarks, where there are any; the tree, one element or run of words a line."""
    reader = PdfReader(io.BytesIO(data))
    lines = [f"title {reader.metadata.title if reader.metadata else ''}", f"lang {reader.root_object['/Lang']}"]
    marks = (read(data).bookmarks or ()) if bookmarks else ()
    lines += [f"bookmark {level} {title}" for level, title in marks]
    return "\n".join((*lines, *_tree(structure(reader), ""))) + "\n"


def _tree(element: Element, indent: str) -> Iterator[str]:
    about = "".join(f" {name}={value!r}" for name, value in element.attributes)
    leads = "".join(f" -> {link}" for link in element.links)
    yield f"{indent}{element.tag}{about}{leads}"
    said = ""
    for part in element.parts:
        if isinstance(part, str):
            said += part
        else:
            yield from _words(said, indent)
            said = ""
            yield from _tree(part, indent + " ")
    yield from _words(said, indent)


def _words(said: str, indent: str) -> Iterator[str]:
    shown = "".join(one for one in said if unicodedata.category(one) != "Cf").strip()
    if shown:
        yield f"{indent} | {shown}"

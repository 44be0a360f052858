"""A Word file read back with python-docx."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from tests.readback.reading import Reading


def read(data: bytes) -> Reading:
    """The file from its first chapter on; what stands in its margins is left out."""
    document = docx.Document(io.BytesIO(data))
    whole = list(paragraphs(document))
    first = next(at for at, one in enumerate(whole) if _level(one))
    titles = [one.text for one in whole if _style(one) == "Title"]
    body = whole[first:]
    links = [link.address or f"#{link.fragment}" for one in body for link in one.hyperlinks]
    return Reading(
        " ".join(titles),
        tuple((_level(one), one.text) for one in body if _level(one)),
        tuple(one.text for one in body if one.text.strip()),
        tuple(links),
        language=document.core_properties.language,
    )


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph in the order of reading, those in the cells of tables too."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (one for row in block.rows for cell in row.cells for one in cell.paragraphs)
        else:
            yield block


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def _level(paragraph: Paragraph) -> int:
    found = re.fullmatch("Heading ([1-9])", _style(paragraph))
    return int(found[1]) if found else 0

"""Every renderer writes the two samples as the golden files say: Dutch, and Arabic from right to left.

Together the samples hold every kind of block and inline node. How to renew the files stands in `tests/golden.py`.
"""

import dataclasses
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from tests.golden import golden
from tests.render import pdf_tree
from tests.render.docx_reader import normal
from tests.render.sample import SHIPPED, document
from tests.render.sample_index import index
from tests.render.sample_kinds import whole_right_to_left

from polycharter.model import block, inline
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument
from polycharter.render import docx, html, json, markdown, pdf, poster, snippet, text, xlsx

GOLDEN = Path(__file__).with_name("golden")
SAMPLES = {
    "public": document(Edition.PUBLIC),
    "summary": document(Edition.SUMMARY),
    "staff": document(Edition.STAFF),
    "arabic": whole_right_to_left(),
}


def page(data: bytes) -> str:
    """A page without its style sheet, which is a file of its own."""
    return re.sub("(<style>).*(</style>)", r"\1…\2", data.decode(), flags=re.DOTALL)


def cells(data: bytes) -> str:
    """The cells of a workbook, a row a line."""
    sheets: Any = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    lines = []
    for sheet in sheets:
        lines.append(f"# {sheet.title}")
        lines += [" | ".join(str(cell.value or "") for cell in row).rstrip() for row in sheet.iter_rows()]
    return "\n".join(lines) + "\n"


Render = Callable[[LocalisedDocument], str]
WRITTEN: Mapping[str, Render] = {
    "html": lambda of: page(html.render(of, [SHIPPED])),
    "md": lambda of: markdown.render(of, [SHIPPED]).decode(),
    "txt": lambda of: text.render(of, [SHIPPED]).decode(),
    "json": lambda of: json.render(of, [SHIPPED]).decode(),
    "docx.xml": lambda of: normal(docx.render(of, [SHIPPED])),
    "pdf.txt": lambda of: pdf_tree.written(pdf.render(of, [SHIPPED])),
}

ALSO: Mapping[str, Callable[[], str]] = {
    "public.poster.pdf.txt": lambda: pdf_tree.written(poster.render(SAMPLES["public"], [SHIPPED]), bookmarks=False),
    "summary.snippet.html": lambda: snippet.render(SAMPLES["summary"], [SHIPPED]).decode(),
    "staff.xlsx.txt": lambda: cells(xlsx.render(SAMPLES["staff"], [SHIPPED])),
    "arabic.xlsx.txt": lambda: cells(xlsx.render(SAMPLES["arabic"], [SHIPPED])),
    "index.html": lambda: page(html.render_index(index(), [SHIPPED])),
}
"""What only some editions have, by the name of its golden file."""


@pytest.mark.parametrize("format", WRITTEN)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_written_as_the_golden_file_says(sample: str, format: str) -> None:
    made = WRITTEN[format](SAMPLES[sample])
    assert made == golden(GOLDEN / f"{sample}.{format}", made)


@pytest.mark.parametrize("name", ALSO)
def test_what_only_some_editions_have_is_written_as_the_golden_file_says(name: str) -> None:
    made = ALSO[name]()
    assert made == golden(GOLDEN / name, made)


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{sample}.{format}" for sample in SAMPLES for format in WRITTEN} | set(ALSO)
    assert {path.name for path in GOLDEN.iterdir()} == wanted


@pytest.mark.parametrize("sample", ["staff", "arabic"])
def test_a_sample_holds_every_kind_of_block_and_inline_node(sample: str) -> None:
    found = set(kinds(SAMPLES[sample].sections))
    blocks = {getattr(one, "__origin__", one) for one in get_args(block.Block)} - {block.Scoped}
    nodes = set(get_args(inline.Inline)) - {inline.Placeholder}
    assert {one.__name__ for one in blocks | nodes} <= found
    assert {"commitments", "contacts", "interruptions", "review", "agreements"} <= found


def kinds(part: Any) -> Iterator[str]:
    """The names of all classes in a part of a document, and the kinds of its records."""
    if isinstance(part, tuple):
        for inner in part:
            yield from kinds(inner)
    elif dataclasses.is_dataclass(part):
        yield type(part).__name__
        yield from (part.kind,) if isinstance(part, block.Records) else ()
        for field in dataclasses.fields(part):
            yield from kinds(getattr(part, field.name))


def test_what_runs_from_right_to_left_is_tagged_in_the_order_of_reading() -> None:
    """Who listens hears the first word first: the pieces of a line are not tagged as they stand on the page."""
    tree = WRITTEN["pdf.txt"](SAMPLES["arabic"]).splitlines()
    for words in ("ميثاق خدمة العملاء", "ما تحضره معك", "طعام صادق وجواب صادق."):
        assert any(line.strip(" |") == words for line in tree), words

"""The finished files by format: where each stands, and what its reader makes of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.readback import docx_reader, html_reader, markdown_reader, pdf_reader, sheet_reader, text_reader
from tests.readback.reading import differences
from tests.readback.told import data, told, told_poster

LOCALES = ("en", "nl", "vi", "ca", "sv")
EDITIONS = ("public", "summary", "staff")

Problems = Callable[[bytes, Path], list[str]]
"""From the bytes of a file and the JSON of its edition to what the file says otherwise."""


def _document(format: str) -> Problems:
    def problems(content: bytes, charter: Path) -> list[str]:
        match format:
            case "docx":
                reading = docx_reader.read(content)
            case "pdf":
                reading = pdf_reader.read(content)
            case "md":
                reading = markdown_reader.read(content.decode())
            case "txt":
                reading = text_reader.read(content.decode())
            case _:
                reading = html_reader.read(content.decode())
        return differences(reading, told(charter, format))

    return problems


FORMATS: Mapping[str, tuple[str, tuple[str, ...], Problems]] = {
    **{format: (format, EDITIONS, _document(format)) for format in ("html", "md", "txt", "docx", "pdf")},
    "snippet": ("snippet.html", ("summary",), _document("snippet")),
    "poster": (
        "poster.pdf",
        ("public",),
        lambda content, charter: differences(pdf_reader.read_poster(content), told_poster(charter)),
    ),
    "xlsx": (
        "xlsx",
        ("public", "staff"),
        lambda content, charter: sheet_reader.differences(sheet_reader.read(content), data(charter)),
    ),
}
"""Of each format its ending, the editions that have it, and how a file of it is compared."""


def problems(format: str, file: Path, content: bytes | None = None) -> list[str]:
    """What a finished file says otherwise than the JSON beside it: a line each, with locale, edition and format.

    `content` stands for the file's own bytes.
    """
    ending, _, compare = FORMATS[format]
    edition = file.name.removesuffix(f".{ending}")
    found = compare(file.read_bytes() if content is None else content, file.with_name(f"{edition}.json"))
    return [f"{file.parent.name} {edition} {format}: {one}" for one in found]

"""Everything that a file holds, seen by readers or not: texts, attributes, properties, comments, data of programs."""

import html
import io
import re
import zipfile
from collections.abc import Collection, Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, StreamObject, TextStringObject

_TAG = re.compile(r"<[^>]*>")


def squeezed(text: str) -> str:
    """A text as it is compared: small letters, without spaces, hyphens, escapes and what nobody sees."""
    return re.sub("[\\s\\\\\u00ad\u200b-\u200f\u2060-\u2069\ufeff-]+", "", text).lower()


def layers(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The parts of a file with what each says."""
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from _markup(member, archive.read(member).decode("utf-8", "replace"))
            yield "names of members", " ".join(archive.namelist())
    elif name.endswith(".pdf"):
        yield from _pdf(PdfReader(io.BytesIO(content)))
    else:
        yield from _markup("text", content.decode())


def _markup(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Once with its tags, for what they hold, and once without, because a text may go on behind one."""
    yield name, html.unescape(text)
    if "<" in text:
        yield f"{name}, without tags", html.unescape(_TAG.sub("", text))


def _pdf(reader: PdfReader) -> Iterator[tuple[str, str]]:
    yield "pages", " ".join(page.extract_text() for page in reader.pages)
    said: list[str] = []
    streams: list[str] = []
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        found: Any = reader.get_object(number)
        said += _strings(found)
        if isinstance(found, StreamObject):
            streams.append(found.get_data().decode("latin-1"))
    yield "strings of all objects", "\n".join((*said, *_strings(reader.trailer.get("/Info", {}))))
    metadata = reader.xmp_metadata
    yield "XMP", html.unescape(metadata.stream.get_data().decode()) if metadata else ""
    yield "streams", "\n".join(streams)


def _strings(part: Any) -> Iterator[str]:
    """The strings in an object, without those of the objects it refers to."""
    if isinstance(part, TextStringObject):
        yield str(part)
    elif isinstance(part, ByteStringObject):
        yield bytes(part).decode("latin-1")
    elif isinstance(part, dict):
        for name in part:
            yield str(name)
            yield from _strings(part.raw_get(name) if hasattr(part, "raw_get") else part[name])
    elif isinstance(part, list):
        for inner in part:
            yield from _strings(inner)


def leaks(name: str, content: bytes, secrets: Collection[str]) -> list[str]:
    """The secrets that a file holds, each with the part that holds it. They are given as `squeezed` makes them."""
    return [
        f"{name}, {layer}: {secret}"
        for layer, text in layers(name, content)
        for told in (squeezed(text),)
        for secret in secrets
        if secret in told
    ]

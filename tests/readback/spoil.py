"""Finished files spoiled on purpose: a commitment gone, a number changed, a link lost, a level wrong, a text too much.

Each function takes a file's bytes and gives it back spoiled in one way; it fails where there is nothing to spoil.
"""

import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import docx
import openpyxl
from docx.text.paragraph import Paragraph
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from tests.readback.docx_reader import paragraphs


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the file that is spoiled: the commitment that goes, the one after it, a value, a heading."""

    title: str
    next: str
    value: str
    changed: str
    heading: str
    link: str
    extra: str


Spoil = Callable[[bytes, Words], bytes]


def _text(pattern: str, instead: str) -> Spoil:
    """Spoils the first place in a text; names of `Words` in braces stand for its values."""

    def spoil(content: bytes, words: Words) -> bytes:
        known = {name: getattr(words, name) for name in Words.__slots__}
        found = re.sub(r"\{(\w+)\}", lambda slot: re.escape(known[slot[1]]).replace("\\ ", r"\s+"), pattern)
        said = re.sub(r"\{(\w+)\}", lambda slot: known[slot[1]], instead)
        spoiled, times = re.subn(found, lambda match: match.expand(said), content.decode(), count=1, flags=re.DOTALL)
        assert times, f"nothing to spoil: {found}"
        return spoiled.encode()

    return spoil


def _word(change: Callable[[list[Paragraph], Words], None]) -> Spoil:
    def spoil(content: bytes, words: Words) -> bytes:
        document = docx.Document(io.BytesIO(content))
        change(list(paragraphs(document)), words)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return spoil


def _of(all_of: list[Paragraph], text: str) -> Paragraph:
    return next(one for one in all_of if text in one.text.replace("\u00a0", " "))


def _cut_word(all_of: list[Paragraph], words: Words) -> None:
    element = _of(all_of, words.title)._p
    end = _of(all_of, words.next)._p
    while element is not end:
        following = element.getnext()
        element.getparent().remove(element)
        element = following


def _change_word(all_of: list[Paragraph], words: Words) -> None:
    run = next(run for one in all_of for run in one.runs if words.value in run.text.replace("\u00a0", " "))
    run.text = run.text.replace("\u00a0", " ").replace(words.value, words.changed)


def _unlink_word(all_of: list[Paragraph], words: Words) -> None:
    link = next(link for one in all_of for link in one.hyperlinks if link.address == words.link)._hyperlink
    for run in list(link):
        link.addprevious(run)
    link.getparent().remove(link)


def _lower_word(all_of: list[Paragraph], words: Words) -> None:
    next(one for one in all_of if one.text == words.heading and "Heading" in str(one.style)).style = "Heading 3"


def _add_word(all_of: list[Paragraph], words: Words) -> None:
    _of(all_of, words.title).insert_paragraph_before(words.extra)


def _pdf(change: Callable[[PdfWriter, list[Any], Words], None]) -> Spoil:
    def spoil(content: bytes, words: Words) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
        tree: Any = writer.root_object["/StructTreeRoot"]
        root = tree["/K"].get_object()
        change(writer, _flat((root[0] if isinstance(root, list) else root).get_object()), words)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return spoil


def _flat(element: Any) -> list[Any]:
    """All elements within one of the structure tree, in the order of reading."""
    found = [element] if "/S" in element else []
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object()
        found += _flat(inner) if isinstance(inner, dict) else []
    return found


def _headed(elements: list[Any], text: str) -> Any:
    return next(one for one in elements if one.get("/T") == text)


def _cut_pdf(writer: PdfWriter, elements: list[Any], words: Words) -> None:
    """Without the heading of the commitment; its fields go to the one before."""
    heading = _headed(elements, words.title)
    siblings = heading["/P"].get_object()["/K"]
    at = next(at for at, kid in enumerate(siblings) if kid.get_object() == heading)
    del siblings[at]


def _cut_poster(writer: PdfWriter, elements: list[Any], words: Words) -> None:
    """The fifth commitment's place in the tree, with its number, is that of the last."""
    lists = [one for one in elements if one["/S"] == "/Div" and len(one["/K"]) > 5]
    del lists[0]["/K"][4]


def _change_pdf(writer: PdfWriter, elements: list[Any], words: Words) -> None:
    """Every font shows the first letter of the changed value for that of the value."""
    resources: list[Any] = [page["/Resources"] for page in writer.pages]
    fonts = {font.idnum: font.get_object() for one in resources for font in one["/Font"].values()}
    old, new = (f"<{ord(one[0]):04X}>" for one in (words.value, words.changed))
    for font in fonts.values():
        table = DecodedStreamObject()
        table.set_data(font["/ToUnicode"].get_data().replace(f" {old}".encode(), f" {new}".encode()))
        font[NameObject("/ToUnicode")] = writer._add_object(table)


def _unlink_pdf(writer: PdfWriter, elements: list[Any], words: Words) -> None:
    for one in elements:
        kids = one["/K"] if one["/S"] == "/Link" and isinstance(one["/K"], list) else []
        for kid in list(kids):
            target: Any = kid.get_object().get("/Obj") if isinstance(kid.get_object(), dict) else None
            if target and target.get_object().get("/A", {}).get("/URI") == words.link:
                kids.remove(kid)
                return
    raise AssertionError("no link to spoil")


def _lower_pdf(writer: PdfWriter, elements: list[Any], words: Words) -> None:
    _headed(elements, words.heading)[NameObject("/S")] = NameObject("/H3")


def _add_pdf(writer: PdfWriter, elements: list[Any], words: Words) -> None:
    """A page shows more where its first text stands, in characters for those who do not see the page."""
    page: Any = writer.pages[-1]
    number = min(map(int, re.findall(rb"/MCID (\d+)", page["/Contents"].get_object().get_data())))
    said = words.extra.encode("utf-16-be").hex()
    stream = DecodedStreamObject()
    more = f"\n/Span<</MCID {number}/ActualText<FEFF{said}>>>BDC EMC".encode()
    stream.set_data(page["/Contents"].get_object().get_data() + more)
    page[NameObject("/Contents")] = writer._add_object(stream)


def _sheet(change: Callable[[Any, Words], None]) -> Spoil:
    def spoil(content: bytes, words: Words) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(content))
        change(book.worksheets[0], words)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return spoil


def _row(sheet: Any, words: Words) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == words.title)


def _change_sheet(sheet: Any, words: Words) -> None:
    cell = next(cell for cell in sheet[_row(sheet, words)][1:] if words.value in str(cell.value))
    cell.value = cell.value.replace(words.value, words.changed)


def _result_sheet(sheet: Any, words: Words) -> None:
    cell = next(cell for cell in sheet[_row(sheet, words)] if isinstance(cell.value, float))
    cell.value += 0.01


def _json(change: Callable[[Any, Words], None]) -> Spoil:
    def spoil(content: bytes, words: Words) -> bytes:
        charter = json.loads(content)
        change(charter, words)
        return json.dumps(charter).encode()

    return spoil


def _cut_json(charter: Any, words: Words) -> None:
    for block in (block for section in charter["sections"] for block in section["blocks"]):
        kept = [one for one in block.get("records", []) if one["title"]["text"] != words.title]
        block |= {"records": kept} if "records" in block else {}


def _change_json(charter: Any, words: Words) -> None:
    values = [node for node in _dicts(charter) if node.get("kind") == "value" and node["text"] == words.value]
    values[-1]["text"] = words.changed


def _unlink_json(charter: Any, words: Words) -> None:
    link = next(node for node in _dicts(charter) if node.get("href") == words.link)
    link |= {"kind": "strong"}
    del link["href"]


def _lower_json(charter: Any, words: Words) -> None:
    next(node for node in _dicts(charter) if node.get("id") == "delivery")["level"] = 3


def _add_json(charter: Any, words: Words) -> None:
    paragraph = {"kind": "paragraph", "text": {"text": words.extra, "state": "translated"}}
    charter["sections"][-1]["blocks"].append(paragraph)


def _dicts(part: Any) -> list[Any]:
    """Every object in a part of the JSON."""
    inner = list(part.values()) if isinstance(part, dict) else part if isinstance(part, list) else []
    return [part] * isinstance(part, dict) + [one for each in inner for one in _dicts(each)]


SPOILED: Mapping[str, Mapping[str, Spoil]] = {
    "html": {
        "commitment": _text(r'<li class="card [^>]*commitments-reply-letters">.*?(?=<li class="card )', ""),
        "number": _text(r'(commitments-reply-letters">.*?){value}', r"\g<1>{changed}"),
        "link": _text(r'(<main.*)<a href="{link}">(.*?)</a>', r"\1\2"),
        "level": _text(r'<h3 id="delivery">(.*?)</h3>', r'<h4 id="delivery">\1</h4>'),
        "extra": _text("</main>", "<p>{extra}</p></main>"),
    },
    "snippet": {
        "number": _text("{value}", "{changed}"),
        "link": _text(r"<a href[^>]*>(.*?)</a>", r"\1"),
        "level": _text(r"<h2( [^>]*)>(.*?)</h2>", r"<h3\1>\2</h3>"),
        "extra": _text("</div>", "<p>{extra}</p></div>"),
    },
    "md": {
        "commitment": _text(r"- \*\*{title}\*\*.*?(?=- \*\*{next})", ""),
        "number": _text(r"(\*\*{title}.*?){value}", r"\g<1>{changed}"),
        "link": _text(r"\[([^\]]*)\]\({link}\)", r"\1"),
        "level": _text(r"### ([^\n]*\{#delivery\})", r"#### \1"),
        "extra": _text(r"\n---\n", "\n{extra}\n\n---\n"),
    },
    "txt": {
        "commitment": _text(r"{title}\n.*?(?={next})", ""),
        "number": _text(r"({title}\n.*?){value}", r"\g<1>{changed}"),
        "link": _text(r"\s<{link}>", ""),
        "level": _text(r"\n{heading}\n-+\n", r"\n{heading}\n~~~~~~\n"),
        "extra": _text(r"\n\* \* \*\n", "\n{extra}\n\n\n* * *\n"),
    },
    "docx": {
        "commitment": _word(_cut_word),
        "number": _word(_change_word),
        "link": _word(_unlink_word),
        "level": _word(_lower_word),
        "extra": _word(_add_word),
    },
    "pdf": {
        "commitment": _pdf(_cut_pdf),
        "number": _pdf(_change_pdf),
        "link": _pdf(_unlink_pdf),
        "level": _pdf(_lower_pdf),
        "extra": _pdf(_add_pdf),
    },
    "poster": {"commitment": _pdf(_cut_poster), "number": _pdf(_change_pdf), "extra": _pdf(_add_pdf)},
    "xlsx": {
        "commitment": _sheet(lambda sheet, words: sheet.delete_rows(_row(sheet, words))),
        "number": _sheet(_change_sheet),
        "result": _sheet(_result_sheet),
        "extra": _sheet(lambda sheet, words: sheet.append([words.extra])),
    },
    "json": {
        "commitment": _json(_cut_json),
        "number": _json(_change_json),
        "link": _json(_unlink_json),
        "level": _json(_lower_json),
        "extra": _json(_add_json),
    },
}
"""How each format is spoiled, and what the finding has to be about."""

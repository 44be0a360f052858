"""What only the staff edition says is in no other file, in no language, seen or unseen."""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject
from tests.readback.files import FORMATS, LOCALES
from tests.readback.layers import leaks, squeezed

from polycharter.catalogue.po_read import read_po
from polycharter.model.edition import Edition
from polycharter.model.inline import Text
from polycharter.model.message import Key
from polycharter.model.walk import messages
from polycharter.source.charter import read_charter
from polycharter.text.inline import parse_inline, walk


@cache
def secrets(project: Path, locale: str) -> frozenset[str]:
    """The longest run of plain words of every message that only staff read, as this language says it; squeezed."""
    charter = read_charter(project, [project / "templates"])
    editions: dict[Key, set[Edition]] = {}
    for message in messages(charter):
        editions.setdefault(message.key, set()).update(message.editions)
    path = project / f"locales/{locale}/LC_MESSAGES/charter.po"
    live = read_po(path.read_bytes()).live() if locale != "en" else {}
    said = {key: live[key].targets[0] if live else key[1] for key in editions}
    public = squeezed("\n".join(said[key] for key, readers in editions.items() if readers != {Edition.STAFF}))
    found = {longest_run(said[key]) for key, readers in editions.items() if readers == {Edition.STAFF}}
    return frozenset(text for text in found if len(text) > 20 and text not in public)


def longest_run(message: str) -> str:
    runs = (node.text for node in walk(parse_inline(message)) if isinstance(node, Text))
    return squeezed(max(runs, key=len, default=""))


def test_the_secrets_are_all_that_the_source_files_keep_for_staff(shipped: Path) -> None:
    """Read once more without polycharter: the lines within `:::: edition staff`, and files for staff alone."""
    kept: list[str] = []
    public = ""
    for path in sorted((shipped / "charter").glob("*.md")):
        head, _, text = path.read_text("utf-8").rpartition("+++\n")
        fences: list[str] = []
        for line in text.split("\n"):
            if fence := re.match(r"(:{3,}) *(.*)", line):
                fences.pop() if not fence[2] else fences.append(fence[2])
            elif "note" not in "".join(fences):
                if 'editions = ["staff"]' in head or "edition staff" in fences:
                    words = re.sub(r"^ *(- |[0-9]+\. |#+ |> )", "", line)
                    kept.append(max(re.split(r"[*_`{}\[\]|]+|\(#[^)]*\)", words), key=lambda part: len(squeezed(part))))
                else:
                    public += squeezed(line)
    wanted = [squeezed(part) for part in kept if len(squeezed(part)) > 30]
    known = "\n".join(secrets(shipped, "en"))
    assert len(wanted) > 30
    assert [part for part in wanted if part not in known and part not in public] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_staff_text_is_in_a_file_for_others(built: Path, shipped: Path, locale: str) -> None:
    told = secrets(shipped, locale) | secrets(shipped, "en")
    files = [path for path in sorted((built / locale).iterdir()) if not path.name.startswith("staff.")]
    assert len(files) == 15
    found = [one for path in files for one in leaks(f"{locale}/{path.name}", path.read_bytes(), told)]
    assert not found, "\n".join(found)


def test_no_staff_text_is_in_the_lists_of_files(built: Path, shipped: Path) -> None:
    told = frozenset().union(*(secrets(shipped, locale) for locale in LOCALES))
    for name in ("index.html", "manifest.json"):
        assert leaks(name, (built / name).read_bytes(), told) == []


@pytest.mark.parametrize(
    "ending", [*(ending for ending, editions, _ in FORMATS.values() if "staff" in editions), "json"]
)
def test_the_comparison_sees_staff_text_in_each_format(built: Path, shipped: Path, ending: str) -> None:
    told = secrets(shipped, "nl")
    assert len(told) > 50
    found = leaks(f"staff.{ending}", (built / "nl" / f"staff.{ending}").read_bytes(), told)
    seen = {secret for secret in told if any(one.endswith(secret) for one in found)}
    assert len(seen) > (5 if ending == "xlsx" else len(told) * 0.95), f"{ending}: {len(seen)} of {len(told)}"


SECRET = "Only our colleagues may read this sentence"


def in_html(content: bytes) -> bytes:
    return content.replace(b"<body", f"<!-- {SECRET} --><body".encode(), 1)


def in_an_attribute(content: bytes) -> bytes:
    return content.replace(b"<main", f'<main title="{SECRET}"'.encode(), 1)


def in_word_properties(content: bytes) -> bytes:
    document, out = docx.Document(io.BytesIO(content)), io.BytesIO()
    document.core_properties.comments = SECRET
    document.save(out)
    return out.getvalue()


def in_a_part_of_its_own(content: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", f"<c><t>{SECRET[:9]}</t><t>{SECRET[9:]}</t></c>")
    return out.getvalue()


def in_pdf_information(content: bytes) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.add_metadata({"/Note": SECRET})
    writer.write(out)
    return out.getvalue()


def in_pdf_structure(content: bytes) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    tree = writer.root_object["/StructTreeRoot"]
    tree[NameObject("/Alt")] = TextStringObject(SECRET)  # type: ignore[index]
    writer.write(out)
    return out.getvalue()


def in_pdf_metadata(content: bytes) -> bytes:
    return content.replace(b"</rdf:RDF>", f"<!-- {SECRET} --></rdf:RDF>".encode(), 1)


@pytest.mark.parametrize(
    ("name", "hide"),
    [
        ("summary.html", in_html),
        ("summary.html", in_an_attribute),
        ("summary.docx", in_word_properties),
        ("summary.docx", in_a_part_of_its_own),
        ("public.xlsx", in_a_part_of_its_own),
        ("summary.pdf", in_pdf_information),
        ("summary.pdf", in_pdf_structure),
        ("summary.pdf", in_pdf_metadata),
    ],
)
def test_what_nobody_sees_is_looked_through_too(built: Path, name: str, hide: object) -> None:
    assert callable(hide)
    whole = (built / "nl" / name).read_bytes()
    assert leaks(name, whole, [squeezed(SECRET)]) == []
    assert leaks(name, hide(whole), [squeezed(SECRET)]) != []

"""A localised document as a PDF: tagged, PDF/UA-1 and PDF/A-2a, made by typst from the templates in `pdf/`.

The document goes to typst as data (`doc.json`), never as markup, so nothing that a translator wrote can become
code: a string is printed as it stands. The templates and that file are all that typst can read; a project's own
`pdf/<name>` takes the place of the shipped one of the same name, and fonts in `pdf/fonts/` or of the extra
`polycharter[fonts]` are used where the built-in ones lack a letter.

What can't be printed is left out of every string: control characters (a line end or tab becomes a space) and the
characters that turn the writing direction of the text around them (`polycharter.text.flatten.clean`).
"""

import datetime
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from polycharter.model.block import Json
from polycharter.model.errors import CharterError, Mistake, UnprintableError, charter_error
from polycharter.model.localised import LocalisedDocument
from polycharter.model.place import Place
from polycharter.render import _fonts
from polycharter.render._pdf_tree import tree as tree_of
from polycharter.render._templates import NOT_OWN, place_of
from polycharter.text.quote import quote

FORMAT = "pdf"
LABEL = "PDF"
EXTENSION = "pdf"
MEDIA_TYPE = "application/pdf"

STANDARDS = ["ua-1", "a-2a"]
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2): typst refuses what would break either."""

_EMPTY_ROOT = Path(__file__)
"""typst's root must exist and hold nothing: a file is such a place, so templates read no file of the machine."""

_NO_FILE = "failed to load file"
_NOT_DEFINED = re.compile(r"(?:unknown variable: |module `[^`]*` does not contain `)(?P<name>[\w-]+)")
_UNPRINTED = re.compile(r'(?:the text|the codepoint) `"(.*?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PACKAGE = re.compile(r'"@[\w-]+/[^"\n]*"')
"""The name of a package of typst's registry, for which it would ask the network, wherever it stands."""
_COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
_TEMPLATE_LINE = re.compile(r"┌─ (?:\S*/)?([^/\s]+):(\d+):(\d+)")


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The PDF's bytes; `folders` are template folders, of which the first that has a file is the one used.

    Raises `CharterError` where a template is wrong, `UnprintableError` where no font has one of the document's
    characters.
    """
    return compiled(document, folders, "charter.typ")


def compiled(document: LocalisedDocument, folders: Sequence[Path], template: str) -> bytes:
    """What the template `pdf/<template>` makes of the document; raises as `render` does."""
    import typst  # here, because finding the renderers should not load a compiler

    sources, homes = _sources(folders, template)
    own = [fonts for folder in folders if (fonts := folder / "pdf" / "fonts").is_dir()]
    if not own and _fonts.needs_extra(document.locale):
        place = Place(f"{document.locale}/{document.edition}.{EXTENSION}")
        what = f"the letters of {document.locale} need fonts that typst does not have itself"
        todo = f"Install {_fonts.EXTRA}, or put a font that has them into templates/pdf/fonts."
        raise UnprintableError(Mistake(place, what, todo), what)
    tree = {**tree_of(document), **({"fonts": []} if own else {})}  # the project's own come before those of the extra
    sources["doc.json"] = json.dumps(tree).encode()
    sources["main.typ"] = f'#include "{template}"\n'.encode()
    compile_: Any = typst.compile_with_warnings  # its type hints leave out files in memory
    try:
        data, warnings = compile_(
            sources,
            root=_EMPTY_ROOT,
            font_paths=[*own, *_fonts.folders(document.locale)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=_midnight(document),
        )
    except typst.TypstError as error:
        raise _translated(error.message, error.diagnostic, document, tree, homes, folders) from None
    if warnings:
        raise CharterError(*(_mistake(warning.message, warning.diagnostic, homes, folders) for warning in warnings))
    return bytes(data)


def _sources(folders: Sequence[Path], template: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """The template files by name, and where each was found."""
    files = (path for folder in reversed(folders) for path in sorted((folder / "pdf").glob("*.*")) if path.is_file())
    found = {path.name: path for path in files}
    if template not in found:
        raise charter_error(
            Place(f"templates/pdf/{template}"),
            "no template folder has this file",
            "Remove the setting that leads here, or copy the shipped templates.",
        )
    homes = {name: place_of(folders, path) for name, path in found.items()}
    sources = {name: path.read_bytes() for name, path in found.items()}
    for name, data in sources.items():
        if name.endswith(".typ"):
            _check(data, homes[name])
    return sources, homes


def _check(template: bytes, path: str) -> None:
    """Refuse what typst would not name well: a template that is not UTF-8, or that asks the network for a package."""
    try:
        text = template.decode()
    except UnicodeDecodeError as error:
        raise charter_error(Place(path), "not UTF-8", "Save the file as UTF-8.") from error
    if package := _PACKAGE.search(_COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)):
        line = text.count("\n", 0, package.start()) + 1
        place = Place(path, line, package.start() - text.rfind("\n", 0, package.start()))
        what = f"the PDF cannot be made: {package[0]} is a package, and a build asks nobody on the network"
        raise charter_error(place, what, "Put what you need of it into a file in templates/pdf, and import that.")


def _midnight(document: LocalisedDocument) -> datetime.datetime:
    day = datetime.date.fromisoformat(document.effective_from_iso)
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _translated(
    message: str,
    diagnostic: str,
    document: LocalisedDocument,
    tree: Json,
    homes: Mapping[str, str],
    folders: Sequence[Path],
) -> CharterError:
    """What typst refused, in words that say what to do."""
    named = "".join(map(_unescaped, _UNPRINTED.findall(diagnostic)))
    missing = dict.fromkeys(character for character in named if unicodedata.category(character) != "Cf")
    if not missing:
        return CharterError(_mistake(message, diagnostic, homes, folders))
    listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
    where = next((text for text in _strings(tree) if any(character in text for character in missing)), "")
    mistake = Mistake(
        Place(f"{document.locale}/{document.edition}.{EXTENSION}"),
        f"no font has the characters {listed}; the first stand in: {where.strip().rstrip('.')}",
        f"Put a font that has them into templates/pdf/fonts ({_fonts.EXTRA} brings many), or write other characters.",
    )
    return UnprintableError(mistake, f"no font has {listed}, in {quote(where.strip(), 30)}")


def _mistake(message: str, diagnostic: str, homes: Mapping[str, str], folders: Sequence[Path]) -> Mistake:
    name, line, column = next(iter(_TEMPLATE_LINE.findall(diagnostic)), ("charter.typ", "0", "0"))
    place = Place(homes.get(name, name), int(line), int(column) + 1)
    if (asked := _NOT_DEFINED.match(message)) and (own := _without(asked["name"], folders)):
        what = f"the PDF cannot be made: {asked['name']}, which {name} uses on line {line}, is not defined here"
        todo = f"Write #let {asked['name']} = …, as in the file that comes with polycharter."
        return Mistake(Place(place_of(folders, own)), what, todo)
    todo = "Correct the template, or the text that it prints."
    if Path(place.path).is_absolute():
        todo = f"{NOT_OWN} Or change the text that it prints."
    if message.startswith(_NO_FILE):
        message, todo = f"{_NO_FILE}: it is not in templates/pdf", "Put it there: templates can load nothing else."
    return Mistake(place, f"the PDF cannot be made: {message}", todo)


def _without(name: str, folders: Sequence[Path]) -> Path | None:
    """The project's own template that lacks a definition which the shipped one in its place has."""
    defines = re.compile(rf"^#let {re.escape(name)}(?![\w-])", re.MULTILINE)
    for shipped in sorted((folders[-1] / "pdf").glob("*.typ")):
        own = folders[0] / "pdf" / shipped.name
        if own.is_file() and defines.search(shipped.read_text("utf-8")) and not defines.search(own.read_text("utf-8")):
            return own
    return None


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _strings(tree: Json) -> Iterator[str]:
    """Every text of the tree, in its order."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (list, dict)):
        for child in tree.values() if isinstance(tree, dict) else tree:
            yield from _strings(child)

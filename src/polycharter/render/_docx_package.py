"""What stands around the text of a Word file: properties, settings, styles, lists, page headers and footers."""

import datetime
import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from polycharter.model.errors import charter_error
from polycharter.model.localised import LocalisedDocument
from polycharter.model.place import Place
from polycharter.render._docx_inline import Scribe
from polycharter.render._docx_xml import Element, Form, Look, el, field, language, paragraph, run, tab
from polycharter.render._scripts import is_upright
from polycharter.render._templates import ON_REQUEST, source
from polycharter.text.flatten import on_one_line, plain

_KEPT = ("styles", "settings", "theme", "numbering")
"""What of python-docx's own template stays in the file; the rest is a thumbnail and the like."""
_PROPERTY = 255
"""Characters that a property of a document can hold (ISO/IEC 29500-2, core properties, as Word reads them)."""
_NEEDED = {"docx/styles.xml": ("style", "styleId"), "docx/numbering.xml": ("abstractNum", "abstractNumId")}
"""What a template of a project must have as the shipped one has it: elements, by the attribute that names them."""
_ANY_NAME = "http://schemas.microsoft.com/office/word"


def new_package(document: LocalisedDocument, folders: Sequence[Path]) -> Document:
    """An empty file with the styles and lists of the templates, in the document's language."""
    package = docx.Document(io.BytesIO(_blank()))
    part = package.part
    styles = _template(folders, "docx/styles.xml")
    if document.direction == "rtl":
        _mirror_borders(styles)
    if is_upright(document.locale):
        _straighten(styles)
    _fill(package.styles.element, styles)
    defaults = package.styles.element.find(".//" + qn("w:rPrDefault") + "/" + qn("w:rPr"))
    if defaults is not None:
        defaults.append(language(document.locale))
    _fill(part.numbering_part.element, _template(folders, "docx/numbering.xml"))
    _fill(package.settings.element, _settings(document))
    _describe(package, document)
    return package


@lru_cache(maxsize=1)
def _blank() -> bytes:
    """python-docx's own template without its styles and what else we have no use for: it is read for every document."""
    package = docx.Document()
    part = package.part
    for name, relationship in list(part.rels.items()):
        if relationship.reltype.rsplit("/", 1)[-1] not in _KEPT:
            part.rels.pop(name)
    for name, relationship in list(part.package.rels.items()):
        if relationship.reltype.rsplit("/", 1)[-1] not in ("officeDocument", "core-properties"):
            part.package.rels.pop(name)
    for emptied in (package.styles.element, part.numbering_part.element, package.settings.element):
        emptied[:] = []
    data = io.BytesIO()
    package.save(data)
    return data.getvalue()


def _fill(old: Element, new: Element) -> None:
    for child in list(old):
        old.remove(child)
    old.extend(child for child in new if isinstance(child.tag, str))


def _template(folders: Sequence[Path], name: str) -> Element:
    """A template's XML; entities are not resolved. CharterError where it lacks a style or list of the shipped one."""
    root = _parsed(folders, name)
    tag, attribute = _NEEDED[name]
    wanted, there = (
        {element.get(qn(f"w:{attribute}")): None for element in tree.iter(qn(f"w:{tag}"))}
        for tree in (_parsed(folders[-1:], name), root)
    )
    if lost := [id for id in wanted if id not in there]:
        what = f"has no {tag} with the {attribute} {', '.join(map(repr, lost))}, which the document uses"
        raise charter_error(Place(f"templates/{name}"), what, "Copy it from the shipped file, and change its look.")
    return root


def _parsed(folders: Sequence[Path], name: str) -> Element:
    try:
        return parse_xml(source(folders, name).encode())
    except SyntaxError as error:
        what = f"is no well-formed XML ({error.msg})"
        raise charter_error(Place(f"templates/{name}", error.lineno or 0), what, ON_REQUEST) from None


def _mirror_borders(styles: Element) -> None:
    """Turn the borders of paragraphs round: unlike indents, they do not follow the direction of the text."""
    for borders in styles.iter(qn("w:pBdr")):
        sides = {side: borders.find(qn(f"w:{side}")) for side in ("left", "right")}
        turned = {"left": sides["right"], "right": sides["left"]}
        rest = {side: borders.find(qn(f"w:{side}")) for side in ("top", "bottom")}
        for child in list(borders):
            borders.remove(child)
        for side in ("top", "left", "bottom", "right"):
            border = {**rest, **turned}[side]
            if border is not None:
                border.tag = qn(f"w:{side}")
                borders.append(border)


def _straighten(styles: Element) -> None:
    """Take the slant from every style."""
    for tag in ("w:i", "w:iCs"):
        for slant in list(styles.iter(qn(tag))):
            slant.getparent().remove(slant)


def _settings(document: LocalisedDocument) -> Element:
    """The settings, in the order of the schema (CT_Settings): Word is strict about it."""
    compat = el(
        "compat",
        *(
            el("compatSetting", name=name, uri=_ANY_NAME, val=value)
            for name, value in (
                ("compatibilityMode", 15),
                ("overrideTableStyleFontSizeAndJustification", 1),
                ("enableOpenTypeFeatures", 1),
                ("doNotFlipMirrorIndents", 1),
            )
        ),
    )
    scheme = {f"accent{n}": f"accent{n}" for n in range(1, 7)}
    names = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", **scheme}
    return el(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=709),
        el("autoHyphenation"),
        el("characterSpacingControl", val="doNotCompress"),
        compat,
        el("themeFontLang", val=document.locale, eastAsia=document.locale, bidi=document.locale),
        el("clrSchemeMapping", **names, hyperlink="hyperlink", followedHyperlink="followedHyperlink"),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )


def _describe(package: Document, document: LocalisedDocument) -> None:
    """The properties of the file; its times are those of the charter, not of its making."""

    def kept(text: str) -> str:
        return on_one_line(text)[:_PROPERTY]

    day = datetime.datetime.fromisoformat(f"{document.effective_from_iso}T00:00:00")
    properties: Any = package.core_properties
    properties.title = kept(plain(document.title.nodes))
    properties.author = properties.last_modified_by = kept(document.organisation)
    properties.subject = kept(plain(document.words[f"edition_{document.edition}"].nodes))
    properties.language = document.locale
    properties.version = kept(document.version)
    properties.keywords = kept(f"{document.edition}; version {document.version}; replaces {document.supersedes}")
    properties.identifier = kept(f"source sha256:{document.source_hash}")
    properties.comments = kept(f"catalogue sha256:{document.catalogue_hash}")
    properties.category = ""
    properties.revision = 1
    properties.created = properties.modified = day


def add_numbering(package: Document, starts: Sequence[int]) -> None:
    """A list for each numbered one of the document, which begins anew; list 1 has bullets."""
    numbering = package.part.numbering_part.element
    numbering.append(el("num", el("abstractNumId", val=1), numId=1))
    for number, start in enumerate(starts, 2):
        levels = (el("lvlOverride", el("startOverride", val=start), ilvl=level) for level in range(9))
        numbering.append(el("num", el("abstractNumId", val=2), *levels, numId=number))


class Pages:
    """Page sizes, headers and footers, for upright pages and for those that lie down."""

    def __init__(self, package: Document, document: LocalisedDocument, scribe: Scribe) -> None:
        part: Any = package.part
        self.rtl = scribe.rtl
        self.headers: dict[bool, str] = {}
        self.footers: dict[bool, str] = {}
        words = document.words
        for wide in (False, True):
            ending = "Wide" if wide else ""
            title = scribe.said(document.title, links=False, rtl=self.rtl)
            head = (*title, tab(), scribe.written(document.organisation))
            version = (
                *scribe.said(words["version"], rtl=self.rtl),
                run(" "),
                scribe.written(document.version),
                run("  ·  "),
                *scribe.said(words["effective_from"], rtl=self.rtl),
                run(" "),
                scribe.written(document.effective_from),
            )
            number = (tab(), field("PAGE", "1"), run(" / ", Look(rtl=self.rtl)), field("NUMPAGES", "1"))
            self.headers[wide] = _part(part.add_header_part(), Form(f"Header{ending}", rtl=self.rtl), head)
            foot = Form(f"Footer{ending}", rtl=self.rtl)
            self.footers[wide] = _part(part.add_footer_part(), foot, (*version, *number))

    def section(self, *, wide: bool, first: bool) -> Element:
        """The properties of a section; the very first page of the document has no header."""
        kinds = ["default", *(["first"] if first else [])]
        references = [_reference("header", "default", self.headers[wide])]
        references += [_reference("footer", kind, self.footers[wide]) for kind in kinds]
        size = {"w": 16838, "h": 11906, "orient": "landscape"} if wide else {"w": 11906, "h": 16838}
        margin = {"top": 1361, "bottom": 1134, "left": 907, "right": 907} if wide else {}
        around = {"top": 1531, "right": 1587, "bottom": 1474, "left": 1587, "header": 709, "footer": 680, "gutter": 0}
        properties = el("sectPr", *references, el("type", val="nextPage"), el("pgSz", **size))
        properties.append(el("pgMar", **{**around, **margin}))
        if first:
            properties.append(el("titlePg"))
        if self.rtl:
            properties.append(el("bidi"))
        return properties


def _part(added: tuple[Any, str], form: Form, content: Sequence[Element]) -> str:
    """Fill a new header or footer; returns the id of its relationship."""
    part, name = added
    for child in list(part.element):
        part.element.remove(child)
    part.element.append(paragraph(form, content))
    return name


def _reference(kind: str, pages: str, name: str) -> Element:
    reference = el(f"{kind}Reference", type=pages)
    reference.set(qn("r:id"), name)
    return reference

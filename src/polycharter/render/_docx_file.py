"""The whole Word file: title, contents, sections, and the parts around them."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from polycharter.model.localised import LocalisedDocument
from polycharter.render._docx_blocks import LABEL, Composer, Sheet
from polycharter.render._docx_inline import Scribe
from polycharter.render._docx_package import Pages, add_numbering, new_package
from polycharter.render._docx_xml import Element, Form, paragraph, run, tab
from polycharter.render._tree import anchors, has_fallback
from polycharter.render._zip import repacked
from polycharter.text.flatten import plain
from polycharter.text.wrap import width


def written(document: LocalisedDocument, folders: Sequence[Path], *, whole: bool) -> bytes:
    """The file; a document that is `whole` begins with its edition's name and its contents."""
    package = new_package(document, folders)

    def relate(address: str) -> str:
        return str(package.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    scribe = Scribe(document, anchors(document), relate)
    composer = Composer(document, scribe)
    front = tuple(_front(document, scribe, composer, whole=whole))
    first, *rest = composer.sheets() or [Sheet(())]
    sheets = [Sheet(front), first, *rest] if first.wide else [Sheet(front + first.content), *rest]
    _assemble(package, sheets, Pages(package, document, scribe))
    add_numbering(package, composer.starts)
    out = io.BytesIO()
    package.save(out)
    return repacked(out.getvalue())


def _front(document: LocalisedDocument, scribe: Scribe, composer: Composer, *, whole: bool) -> Iterator[Element]:
    """The title block, the notice that words are missing, and the contents."""
    words = document.words
    yield paragraph(Form("Organisation", rtl=scribe.rtl), [scribe.written(document.organisation)])
    yield composer.paragraph(document.title, Form("Title"), links=False)
    if whole:
        yield composer.paragraph(words[f"edition_{document.edition}"], Form("Subtitle"), links=False)
    facts = {"version": document.version, "effective_from": document.effective_from, "supersedes": document.supersedes}
    for key, value in facts.items():
        if value:
            between = tab() if width(plain(words[key].nodes)) <= LABEL else run("\n")
            label = scribe.said(words[key], "Label", links=False, rtl=scribe.rtl)
            yield paragraph(Form("Fact", rtl=scribe.rtl), [*label, between, scribe.written(value)])
    if has_fallback(document):
        yield composer.paragraph(words["not_translated_yet"], Form("Notice"))
    if whole:
        yield composer.paragraph(words["contents"], Form("ContentsTitle"), links=False)
        for section in document.sections:
            title = scribe.said(section.heading.text, "Hyperlink", links=False)
            form = Form("ContentsEntry", rtl=scribe.is_rtl(section.heading.text.locale))
            yield paragraph(form, scribe.anchored(section.heading.id, title))


def _assemble(package: Document, sheets: Sequence[Sheet], pages: Pages) -> None:
    """Put the sheets into the body: the properties of each section but the last stand in its last paragraph."""
    body = package.element.body
    for child in list(body):
        body.remove(child)
    for at, sheet in enumerate(sheets):
        properties = pages.section(wide=sheet.wide, first=not at)
        body.extend(sheet.content)
        if sheet.content and sheet.content[-1].tag == qn("w:tbl"):
            body.append(paragraph(Form("Gap"), ()))
        if at == len(sheets) - 1:
            body.append(properties)
        else:
            body[-1].get_or_add_pPr().append(properties)

"""Elements of WordprocessingML (ISO/IEC 29500-1), with their children in the order that Word insists on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
"""An element of the tree that python-docx saves."""

_NAMESPACES = {"w": nsmap["w"]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def el(tag: str, *children: Element, **attributes: str | int) -> Element:
    """The element `w:tag`; an attribute's name is that of WordprocessingML without its `w:`."""
    named = {_name(name): str(value) for name, value in attributes.items()}
    element: Element = oxml_parser.makeelement(_name(tag), named, _NAMESPACES)
    element.extend(children)
    return element


@lru_cache(maxsize=1024)
def _name(tag: str) -> str:
    return qn(f"w:{tag}")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks and in which language it is; `lang` is empty where that is the document's own."""

    style: str = ""
    strong: bool = False
    emphasis: bool = False
    rtl: bool = False
    lang: str = ""


PLAIN = Look()
"""As the paragraph is."""


def run(text: str, look: Look = PLAIN) -> Element:
    """A run of characters; a newline is a line break, and no other character means anything."""
    children = [_run_properties(look)] if look != PLAIN else []
    for at, line in enumerate(text.split("\n")):
        if at:
            children.append(el("br"))
        if line:
            words = el("t")
            words.text = line
            words.set(_SPACE, "preserve")
            children.append(words)
    return el("r", *children)


def _run_properties(look: Look) -> Element:
    properties = el("rPr")
    if look.style:
        properties.append(el("rStyle", val=look.style))
    if look.strong:
        properties.extend((el("b"), el("bCs")))
    if look.emphasis:
        properties.extend((el("i"), el("iCs")))
    if look.rtl:
        properties.append(el("rtl"))
    if look.lang:
        properties.append(language(look.lang))
    return properties


def language(locale: str) -> Element:
    """`w:lang`: the language of the letters of every script, since a run has one language only."""
    return el("lang", val=locale, eastAsia=locale, bidi=locale)


def tab() -> Element:
    """A run that is a tab."""
    return el("r", el("tab"))


def field(instruction: str, shown: str) -> Element:
    """A field that the reader's program fills in: PAGE or NUMPAGES."""
    return el("fldSimple", run(shown), instr=f" {instruction} ")


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is besides its style.

    `number` is a list (`w:numId`) of which it begins an item at `depth`; without one, `depth` above 0 sets it in as
    deep as the text of such an item. `outline` is the level of a heading that its style does not give, from 1.
    """

    style: str = "Normal"
    rtl: bool = False
    number: int = 0
    depth: int = 0
    outline: int = 0
    align: str = ""
    new_page: bool = False
    keep: bool = False


INDENT = 454
"""How far each level of a list is set in, in twentieths of a point, as in the template `docx/numbering.xml`."""


def paragraph(form: Form, content: Iterable[Element]) -> Element:
    """A paragraph."""
    properties = el("pPr")
    if form.style != "Normal":
        properties.append(el("pStyle", val=form.style))
    if form.keep:
        properties.append(el("keepNext"))
    if form.new_page:
        properties.append(el("pageBreakBefore"))
    if form.number:
        properties.append(el("numPr", el("ilvl", val=form.depth - 1), el("numId", val=form.number)))
    if form.rtl:
        properties.append(el("bidi"))
    if form.depth and not form.number:
        properties.append(el("ind", left=INDENT * form.depth))
    if form.align:
        properties.append(el("jc", val=form.align))
    if form.outline:
        properties.append(el("outlineLvl", val=min(form.outline, 9) - 1))
    return el("p", *([properties] if len(properties) else []), *content)


@dataclass(frozen=True, slots=True)
class Grid:
    """What a table is besides its cells: style, column widths in twentieths of a point, a name for screen readers."""

    style: str
    columns: Sequence[int]
    name: str
    rtl: bool = False
    row_height: int = 0


def table(grid: Grid, rows: Iterable[Sequence[Element]]) -> Element:
    """A table; the first of `rows` is its header, repeated on every page. A cell holds one paragraph."""
    properties = el("tblPr", el("tblStyle", val=grid.style))
    if grid.rtl:
        properties.append(el("bidiVisual"))
    properties.extend(
        (
            el("tblW", w=sum(grid.columns), type="dxa"),
            el("tblLayout", type="fixed"),
            el("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            el("tblCaption", val=grid.name),
        )
    )
    widths = el("tblGrid", *(el("gridCol", w=width) for width in grid.columns))
    return el("tbl", properties, widths, *(_row(grid, cells, not at) for at, cells in enumerate(rows)))


def _row(grid: Grid, cells: Sequence[Element], is_header: bool) -> Element:
    properties = el("trPr", el("cantSplit"))
    if grid.row_height and not is_header:
        properties.append(el("trHeight", val=grid.row_height, hRule="atLeast"))
    if is_header:
        properties.append(el("tblHeader"))
    filled = (
        el("tc", el("tcPr", el("tcW", w=width, type="dxa")), cell)
        for width, cell in zip(grid.columns, cells, strict=True)
    )
    return el("tr", properties, *filled)

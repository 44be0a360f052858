"""HTML: one self-contained page for a locale and edition, without scripts and without requests to anywhere.

Templates: `html/page.html`, `html/blocks.html` (a macro for every kind of block) and `html/index.html`, with
`html/theme.css` and `html/style.css`, which are put into each page. What they get is in `_contexts.py`.
"""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from polycharter.model.block import Paragraph, Records
from polycharter.model.index import Index
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render._contexts import IndexContext, PageContext
from polycharter.render._html_inline import functions, plain, tidy
from polycharter.render._json_ld import organisation
from polycharter.render._templates import Words, fill, source
from polycharter.render._tree import has_fallback

FORMAT = "html"
LABEL = "HTML"
EXTENSION = "html"
MEDIA_TYPE = "text/html; charset=utf-8"

_DESCRIPTION = 160
"""Characters of a page's description that search engines show."""
_FEW = 10
"""Up to so many languages stand in a row at the top of a page; more of them are folded away until asked for."""


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The page of one edition in one locale."""
    context: PageContext = {
        **functions(document.locale, document.direction),
        "document": document,
        "words": Words(document.words),
        "css": _style(folders),
        "description": _description(document),
        "commitments": _commitments(document),
        "has_fallback": has_fallback(document),
        "many_languages": len(document.alternates) > _FEW,
        "json_ld": Markup(organisation(document)),  # noqa: S704 - JSON whose angle brackets are escaped
    }
    return tidy(fill(folders, "html/page.html", context, escape=True))


def render_index(index: Index, folders: Sequence[Path]) -> bytes:
    """The page that lists every language with its editions and their files."""
    context: IndexContext = {
        **functions(index.locale, index.direction),
        "index": index,
        "words": Words(index.words),
        "css": _style(folders),
    }
    return tidy(fill(folders, "html/index.html", context, escape=True))


def _description(document: LocalisedDocument) -> str:
    """The first paragraph of the page in its own language, cut at a word; empty where there is none."""
    blocks = (block for section in document.sections for block in section.blocks)
    texts = (block.text for block in blocks if isinstance(block, Paragraph) and block.text.locale == document.locale)
    first = next((plain(text) for text in texts), "")
    return first if len(first) <= _DESCRIPTION else first[:_DESCRIPTION].rpartition(" ")[0] + "…"


def _commitments(document: LocalisedDocument) -> dict[str, LocalisedText]:
    """The commitments shown on this page: what each is called, by its id. Stories lead to them."""
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Records)]
    return {record.id: record.title for table in tables if table.kind == "commitments" for record in table.records}


def _style(folders: Sequence[Path]) -> Markup:
    """The style sheets, one behind the other; they are the owner's own, and `</` could only end the element early."""
    both = (source(folders, f"html/{name}.css").replace("</", "<\\/") for name in ("theme", "style"))
    return Markup("\n".join(both))  # noqa: S704

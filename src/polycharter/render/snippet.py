"""A snippet: the summary as a piece of HTML that a web team puts into its own pages.

Template: `html/snippet.html`. It is no page: one element with stable ids and classes, its language and direction, and
the hashes of what it was made from. It brings no style and no script, so it looks like the page around it. Only the
summary is rendered in it, and only where nothing in it is in another language. Links lead to the published charter
(`[site] address`); without an address their words stay and the links go.
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urljoin

from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument
from polycharter.render._contexts import SnippetContext
from polycharter.render._html_inline import functions, tidy
from polycharter.render._templates import Words, fill
from polycharter.render._tree import has_fallback

FORMAT = "snippet"
LABEL = ""
EXTENSION = "snippet.html"
MEDIA_TYPE = "text/html; charset=utf-8"
STEADY = True

_ABSOLUTE = ("https:", "http:", "mailto:", "tel:")


def applies(document: LocalisedDocument) -> bool:
    """Whether this is a summary without a word of another language."""
    return document.edition is Edition.SUMMARY and not has_fallback(document)


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The summary as one element."""

    def where(href: str) -> str:
        if href.startswith(_ABSOLUTE):
            return href
        return urljoin(f"{document.address}{document.locale}/public.html", href) if document.address else ""

    context: SnippetContext = {
        **functions(document.locale, document.direction, where),
        "document": document,
        "words": Words(document.words),
        "commitments": {},
    }
    return tidy(fill(folders, "html/snippet.html", context, escape=True))

"""What each template gets, by name: the page docs/reference/templates.md is made from these.

The string under a name says what it is. mypy compares them with what the renderers hand over.
"""

from collections.abc import Callable, Mapping
from typing import TypedDict

from polycharter.model.index import Index
from polycharter.model.localised import LocalisedDocument, LocalisedText


class Functions(TypedDict):
    """What the templates in `html/` can call. All but `plain` give HTML that is escaped already."""

    inline: Callable[[LocalisedText], str]
    """`inline(text)`: the text with its links, emphasis and values."""
    span: Callable[[LocalisedText], str]
    """`span(text)`: the same, inside `<span lang dir data-state>` where it is in another language than the page."""
    lang: Callable[[LocalisedText], str]
    """`lang(text)`: only these attributes, for an element that you write yourself; empty for the page's language."""
    plain: Callable[[LocalisedText], str]
    """`plain(text)`: its characters without markup, for attributes and the title of the page."""
    anchor: Callable[[str], str]
    """`anchor(id)`: the attribute `id="…"` the first time, nothing the second: an id stands in a page once."""


class PageContext(Functions):
    """`html/page.html` and what it imports (`html/blocks.html`): one edition in one language."""

    document: LocalisedDocument
    """The edition with everything in it, see below."""
    words: Mapping[str, LocalisedText]
    """The interface words: `words.contents`. One that does not exist is an error."""
    css: str
    """The style sheets: `html/theme.css`, then `html/style.css`."""
    description: str
    """The first paragraph in the page's own language, cut at 160 characters; may be empty."""
    commitments: Mapping[str, LocalisedText]
    """What each commitment that the page shows is called, by its id; stories lead to them."""
    has_fallback: bool
    """Whether something on the page is not translated, and stands there in the source language."""
    many_languages: bool
    """Whether there are more than ten languages: too many for one row."""
    json_ld: str
    """Organisation and contact points as schema.org data, ready for a `<script>`; may be empty."""


class IndexContext(Functions):
    """`html/index.html`: every published language with its editions and files."""

    index: Index
    """What is published, see below."""
    words: Mapping[str, LocalisedText]
    """The interface words, in the source language."""
    css: str
    """The style sheets: `html/theme.css`, then `html/style.css`."""


class SnippetContext(Functions):
    """`html/snippet.html`: the summary for the pages of others."""

    document: LocalisedDocument
    """The summary."""
    words: Mapping[str, LocalisedText]
    """The interface words."""
    commitments: Mapping[str, LocalisedText]
    """Empty; `html/blocks.html` asks for it."""


class MarkdownContext(TypedDict):
    """`markdown/charter.md`. Every text is Markdown already; nothing is escaped again."""

    locale: str
    """The language, as in `charter.toml`: `nl`."""
    direction: str
    """`ltr` or `rtl`."""
    edition: str
    """`public`, `summary` or `staff`."""
    title: str
    """The charter's title."""
    organisation: str
    """Whose charter it is."""
    version: str
    """The charter's version."""
    effective_from: str
    """The day from which it counts, as the language writes it."""
    supersedes: str
    """The version before; may be empty."""
    words: Mapping[str, str]
    """The interface words."""
    contents: list[str]
    """A link to each section."""
    others: list[str]
    """A link to the same edition in each other language."""
    has_fallback: bool
    """Whether something is not translated."""
    source_hash: str
    """SHA-256 of this edition in the source language."""
    catalogue_hash: str
    """SHA-256 of this edition in its own language."""
    body: str
    """All sections."""


class TextContext(TypedDict):
    """`text/charter.txt`. Every text is wrapped at 72 columns already."""

    locale: str
    """The language, as in `charter.toml`: `nl`."""
    direction: str
    """`ltr` or `rtl`."""
    edition: str
    """`public`, `summary` or `staff`."""
    title: str
    """The charter's title, underlined."""
    organisation: str
    """Whose charter it is."""
    words: Mapping[str, str]
    """The interface words, not wrapped."""
    edition_name: str
    """What readers know the edition as: “In short”."""
    version_lines: str
    """Version and effective date, a line each."""
    notice: str
    """That words are missing; empty unless they are."""
    contents_title: str
    """“Contents”, underlined."""
    contents: list[str]
    """The title of each section."""
    body: str
    """All sections."""
    footer_lines: str
    """Version, effective date, the version before, and two hashes."""

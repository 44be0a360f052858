"""What the PDF templates are given: a localised document as plain JSON values.

Everything that typst would refuse or that would lead nowhere on paper is settled here, so the templates only lay out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from polycharter.model.block import Block, Heading, Json, Listing, LogSheet, Paragraph, Quote, Record, Records, Story
from polycharter.model.block import Table as TableBlock
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render import _fonts
from polycharter.render._scripts import UPRIGHT, is_upright
from polycharter.render._tree import has_fallback, same_words
from polycharter.text.flatten import on_one_line, plain
from polycharter.text.ranges import times_apart

_LEADS_OUT = re.compile(r"(?:https?://|mailto:|tel:)[!-~\u00a1-\uffff]+", re.IGNORECASE)
_EDITION = re.compile(r"(?:public|summary|staff)\.html(?:#[\w-]+)?")


def tree(document: LocalisedDocument) -> dict[str, Json]:
    """The document as JSON: kinds by name, languages split, links and heading levels made safe for a PDF."""
    return _Tree(document).json()


class _Tree:
    """One walk over a document; it remembers the last heading's level and the labels that are taken."""

    def __init__(self, document: LocalisedDocument) -> None:
        self.document = document
        self.level = 0  # of the last heading: PDF/UA-1 allows no skipped level
        self.heading = document.title  # the last one; a caption that says the same is not said again
        self.free = {section.heading.id for section in document.sections}
        for section in document.sections:
            self.free.update(_ids(section.blocks))
        self.targets = frozenset(self.free)

    def json(self) -> dict[str, Json]:
        document = self.document
        language, region = _split(document.locale)
        keywords = (f"{document.edition}", f"version {document.version}", f"replaces {document.supersedes}")
        hashes = (f"source sha256:{document.source_hash}", f"catalogue sha256:{document.catalogue_hash}")
        return {
            "lang": language,
            "region": region,
            "dir": document.direction,
            "fonts": [*_fonts.families(document.locale)],
            "upright": {"here": is_upright(document.locale), "languages": [*sorted(UPRIGHT)]},
            "edition": str(document.edition),
            "organisation": on_one_line(document.organisation),
            "title": self.title(document.title),
            "version": on_one_line(document.version),
            "supersedes": on_one_line(document.supersedes),
            "effective_from": on_one_line(document.effective_from),
            "keywords": [on_one_line(keyword) for keyword in (*keywords, *hashes)],
            "partly": has_fallback(document),
            "words": {key: self.text(text) for key, text in document.words.items()},
            "sections": [
                {"heading": self.block(section.heading), "blocks": self.blocks(section.blocks)}
                for section in document.sections
            ],
        }

    def text(self, text: LocalisedText) -> dict[str, Json]:
        return {"nodes": self.nodes(text.nodes), "plain": on_one_line(plain(text.nodes)), **self.language(text.locale)}

    def title(self, text: LocalisedText) -> dict[str, Json]:
        """A heading's text; a dash where nothing of it can be printed, because PDF/UA-1 allows no empty heading."""
        said = self.text(text)
        return said if str(said["plain"]).strip() else {**said, "nodes": [{"kind": "text", "text": "–"}], "plain": "–"}

    def language(self, locale: str) -> dict[str, Json]:
        """`lang` and `region` where the words are in another language than the document, else nulls."""
        language, region = _split(locale) if locale != self.document.locale else (None, None)
        return {"lang": language, "region": region}

    def nodes(self, nodes: Sequence[Inline], behind: str = "") -> list[Json]:
        """The nodes; `behind` is the text that follows the last of them."""
        return [self.node(node, plain(nodes[at:]) + behind) for at, node in enumerate(nodes, 1)]

    def node(self, node: Inline, behind: str) -> Json:
        match node:
            case Text(text):
                return {"kind": "text", "text": on_one_line(text)}
            case Strong(children):
                return {"kind": "strong", "children": self.nodes(children, behind)}
            case Emphasis(children):
                return {"kind": "emphasis", "children": self.nodes(children, behind)}
            case Code(text):
                return {"kind": "code", "text": self.isolated(text)}
            case Break():
                return {"kind": "break"}
            case Link(href, children):
                return {"kind": "link", "children": self.nodes(children), **self.target(href, plain(children), behind)}
            case Value(_, text, href):
                shown = self.isolated(text) if href else on_one_line(text)
                pieces: list[Json] = [[*piece] for piece in times_apart(shown)]
                return {"kind": "value", "text": shown, "pieces": pieces, **self.target(href, text, behind)}
            case Foreign(locale, children):
                held = self.nodes(children, behind)
                if self.document.direction == "rtl":  # first strong isolate: the other language has its own direction
                    held = [{"kind": "text", "text": "\u2068"}, *held, {"kind": "text", "text": "\u2069"}]
                return {"kind": "foreign", "children": held, **self.language(locale)}
            case _:
                raise AssertionError(f"{node!r} has no place in a localised document")

    def isolated(self, text: str) -> str:
        """A phone number, address or code, kept in its own direction where the document runs from right to left."""
        return f"\u2066{on_one_line(text)}\u2069" if self.document.direction == "rtl" else on_one_line(text)

    def target(self, href: str, shown: str = "", behind: str = "") -> dict[str, Json]:
        """What a link leads to on paper: a `url` or an `anchor`. A relative path leads nowhere there: both are null.

        Another edition is where the charter is published, if that is known.
        `note` is the address, for readers on paper, unless the words shown say it (or are it, for a phone number).
        `inside` says that the word goes on behind the link.
        """
        if self.document.address and _EDITION.fullmatch(href):
            href = f"{self.document.address}{self.document.locale}/{href}"
        url = href if _LEADS_OUT.fullmatch(href) else None
        anchor = href[1:] if href.startswith("#") and href[1:] in self.targets else None
        scheme, _, address = href.partition(":")
        address = href if scheme.lower() in ("http", "https") else address
        said = scheme.lower() == "tel" or address in shown
        note = None if url is None or said else self.isolated(address)
        return {"url": url, "anchor": anchor, "note": note, "inside": behind[:1].isalnum()}

    def blocks(self, blocks: Iterable[Block[LocalisedText]]) -> list[Json]:
        return [self.block(block) for block in blocks]

    def block(self, block: Block[LocalisedText]) -> Json:
        match block:
            case Heading(level, name, text):
                self.level, self.heading = min(level, self.level + 1), text
                return {"kind": "heading", "level": self.level, "id": self.claim(name), "text": self.title(text)}
            case Paragraph(text):
                return {"kind": "paragraph", "text": self.text(text)}
            case Listing(start, items):
                return {"kind": "listing", "start": start, "items": [self.blocks(item) for item in items]}
            case Quote(blocks):
                return {"kind": "quote", "blocks": self.blocks(blocks)}
            case TableBlock(header, rows, aligns):
                cells: list[Json] = [[self.text(cell) for cell in row] for row in rows]
                return {"kind": "table", "header": [*map(self.text, header)], "rows": cells, "aligns": [*aligns]}
            case Story(commitment, blocks):
                before = self.level, self.heading  # what follows a story does not belong to it
                story: dict[str, Json] = {"kind": "story", "blocks": self.blocks(blocks)}
                self.level, self.heading = before
                return {**story, **self.target(f"#{commitment}")}
            case Records(kind, caption, records, none):
                shown: list[Json] = [self.record(record) for record in records]
                above = None if same_words(caption, self.heading) else self.text(caption)
                return {"kind": "records", "of": kind, "records": shown, "caption": above, "none": self.text(none)}
            case LogSheet(caption, columns, rows):
                heads: list[Json] = [self.text(column) for column in columns]
                return {"kind": "log-sheet", "caption": self.text(caption), "columns": heads, "rows": rows}
            case _:
                raise AssertionError(f"{block!r} has no place in a localised document")

    def record(self, record: Record[LocalisedText]) -> Json:
        fields: list[Json] = [
            {
                "name": field.name,
                "label": self.text(field.label),
                "value": self.text(field.value),
            }
            for field in record.fields
            if self.document.edition in field.editions
        ]
        title = {"level": self.level + 1, "id": self.claim(record.id), "title": self.title(record.title)}
        return {**title, "fields": fields, "marks": [*record.marks]}

    def claim(self, name: str) -> Json:
        """`name` as a label where it is the first of this name, else null: a label in typst is unique."""
        if name not in self.free:
            return None
        self.free.discard(name)
        return name


def _split(locale: str) -> tuple[str, str | None]:
    """Language and region of a BCP 47 tag, as typst wants them: no script, no numeric region.

    >>> _split("pt-BR"), _split("sr-Latn"), _split("es-419")
    (('pt', 'BR'), ('sr', None), ('es', None))
    """
    language, *rest = locale.split("-")
    return language, next((part for part in rest if len(part) == 2 and part.isalpha()), None)


def _ids(blocks: Iterable[Block[LocalisedText]]) -> Iterator[str]:
    """The ids of all headings and records in `blocks`."""
    for block in blocks:
        match block:
            case Heading():
                yield block.id
            case Records():
                yield from (record.id for record in block.records)
            case Quote() | Story():
                yield from _ids(block.blocks)
            case Listing():
                for item in block.items:
                    yield from _ids(item)
            case _:
                pass

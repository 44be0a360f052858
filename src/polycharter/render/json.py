"""The charter as JSON, for programs: ids, typed values, the state of every text; `docs/reference/json.md` explains it.

There is no template: the shape is a contract, published as `docs/reference/charter.schema.json`. What may be absent is
absent where it says nothing: `locale` where it is the document's, `inline` where it is the text alone, `href` of a
value that leads nowhere.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from polycharter.model.block import (
    Block,
    Heading,
    Json,
    Listing,
    LogSheet,
    Paragraph,
    Quote,
    Record,
    Records,
    Scoped,
    Story,
    Table,
)
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText
from polycharter.render._tree import has_fallback
from polycharter.text.flatten import clean, plain

FORMAT = "json"
LABEL = "JSON"
EXTENSION = "json"
MEDIA_TYPE = "application/json"

SCHEMA = "urn:polycharter:schema:charter:1"
"""The `$id` of the schema; its number goes up when a program that reads the old shape would read the new one wrong."""

Object = dict[str, Json]


def render(document: LocalisedDocument, folders: Sequence[Path]) -> bytes:
    """The document as UTF-8, indented by one space, its keys in the order in which people read."""
    del folders  # the shape is not the project's to change
    return (json.dumps(_document(document), ensure_ascii=False, indent=1) + "\n").encode()


def _document(document: LocalisedDocument) -> Object:
    def said(text: LocalisedText) -> Object:
        return _text(text, document.locale)

    return {
        "$schema": SCHEMA,
        "organisation": clean(document.organisation),
        "title": said(document.title),
        "edition": str(document.edition),
        "edition_name": said(document.words[f"edition_{document.edition}"]),
        "locale": document.locale,
        "direction": document.direction,
        "version": clean(document.version),
        "effective_from": {"date": document.effective_from_iso, "text": clean(document.effective_from)},
        "supersedes": clean(document.supersedes) or None,
        "has_fallback": has_fallback(document),
        "alternates": [
            {"locale": other.locale, "name": clean(other.name), "direction": other.direction}
            for other in document.alternates
        ],
        "sections": [_section(section, document) for section in document.sections],
        "provenance": {"source_sha256": document.source_hash, "catalogue_sha256": document.catalogue_hash},
    }


def _section(section: LocalisedSection, document: LocalisedDocument) -> Object:
    return {
        "id": section.id,
        "state": str(section.state),
        "heading": _text(section.heading.text, document.locale),
        "anchor": section.heading.id,
        "blocks": [_block(block, document) for block in section.blocks],
    }


def _block(block: Block[LocalisedText], document: LocalisedDocument) -> Object:
    def said(text: LocalisedText) -> Object:
        return _text(text, document.locale)

    def all_of(blocks: Sequence[Block[LocalisedText]]) -> list[Json]:
        return [_block(inner, document) for inner in blocks]

    match block:
        case Heading(level, anchor, text):
            return {"kind": "heading", "level": level, "id": anchor, "text": said(text)}
        case Paragraph(text):
            return {"kind": "paragraph", "text": said(text)}
        case Listing(start, items):
            return {"kind": "list", "ordered": start is not None, "start": start, "items": [*map(all_of, items)]}
        case Quote(blocks):
            return {"kind": "quote", "blocks": all_of(blocks)}
        case Table(header, rows, aligns):
            cells: list[Json] = [[said(cell) for cell in row] for row in rows]
            return {"kind": "table", "header": [*map(said, header)], "aligns": [*aligns], "rows": cells}
        case Story(commitment, blocks):
            return {"kind": "story", "commitment": commitment, "blocks": all_of(blocks)}
        case Records(kind, caption, records, none):
            shown: list[Json] = [_record(record, document) for record in records]
            return {"kind": kind, "caption": said(caption), "records": shown, "none": said(none)}
        case LogSheet(caption, columns, rows):
            return {"kind": "log-sheet", "caption": said(caption), "columns": [*map(said, columns)], "rows": rows}
        case Scoped():
            raise AssertionError("a localised document holds no scopes")


def _record(record: Record[LocalisedText], document: LocalisedDocument) -> Object:
    fields: list[Json] = [
        {
            "name": field.name,
            "label": _text(field.label, document.locale),
            "value": _text(field.value, document.locale),
            "raw": _raw(field.raw),
        }
        for field in record.fields
        if document.edition in field.editions
    ]
    return {
        "id": record.id,
        "title": _text(record.title, document.locale),
        "marks": [*record.marks],
        "shown_until": record.shown_until.isoformat() if record.shown_until else None,
        "fields": fields,
    }


def _raw(value: Json) -> Json:
    """The typed value, its strings cleaned like every text: a name may come from a locale file."""
    match value:
        case str():
            return clean(value)
        case list():
            return [*map(_raw, value)]
        case dict():
            return {key: _raw(inner) for key, inner in value.items()}
        case _:
            return value


def _text(text: LocalisedText, locale: str) -> Object:
    """A text in plain characters, its state, its locale if it has its own, and its nodes if they say more."""
    said: Object = {"text": plain(text.nodes, "\n"), "state": str(text.state)}
    if text.locale != locale:
        said["locale"] = text.locale
    if any(not isinstance(node, Text) for node in text.nodes):
        said["inline"] = [*map(_node, text.nodes)]
    return said


def _node(node: Inline) -> Object:
    match node:
        case Text(text):
            return {"kind": "text", "text": clean(text)}
        case Strong(children):
            return {"kind": "strong", "children": [*map(_node, children)]}
        case Emphasis(children):
            return {"kind": "emphasis", "children": [*map(_node, children)]}
        case Code(text):
            return {"kind": "code", "text": clean(text)}
        case Link(href, children):
            return {"kind": "link", "href": href, "children": [*map(_node, children)]}
        case Break():
            return {"kind": "break"}
        case Value(name, text, href):
            value: Object = {"kind": "value", "name": name, "text": clean(text)}
            return value | ({"href": href} if href else {})
        case Foreign(locale, children):
            return {"kind": "foreign", "locale": locale, "children": [*map(_node, children)]}
        case Placeholder(name):
            raise AssertionError(f"placeholder {name!r} was not filled in")

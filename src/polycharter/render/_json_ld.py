"""JSON-LD (json-ld.org) with the vocabulary of schema.org: who the organisation is and how to reach it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from polycharter.model.block import Json, Record, Records
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.text.flatten import clean, plain

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the script element or begin a comment in it (HTML, "Restrictions for contents of script elements")."""


def organisation(document: LocalisedDocument) -> str:
    """The organisation with its contact points as the page shows them; empty where it shows none.

    Values are the typed ones behind the page: numbers as they are dialled, times in ISO 8601. Words are the page's,
    in its own language alone.
    """
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Records)]
    records = {record.id: record for table in tables if table.kind == "contacts" for record in table.records}
    if not records:
        return ""
    data = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": clean(document.organisation),
        "contactPoint": [_contact(record, document.locale) for record in records.values()],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _contact(record: Record[LocalisedText], locale: str) -> dict[str, Any]:
    """A ContactPoint (schema.org/ContactPoint)."""
    raw = {field.name: field.raw for field in record.fields}
    words = {field.name: field.value for field in record.fields} | {"role": record.title}
    found: dict[str, Any] = {
        "contactType": _said(words.get("role"), locale),
        "description": _said(words.get("matter"), locale),
        "telephone": raw.get("phone"),
        "email": raw.get("email"),
        "url": raw.get("website"),
        "availableLanguage": raw.get("languages"),
        "hoursAvailable": list(_hours(raw.get("hours"))),
    }
    return {"@type": "ContactPoint", **{key: value for key, value in found.items() if value}}


def _said(text: LocalisedText | None, locale: str) -> str:
    """Words in the page's language; other words would be taken for it."""
    return plain(text.nodes) if text is not None and text.locale == locale else ""


def _hours(rows: Json) -> Iterator[dict[str, Any]]:
    """OpeningHoursSpecification (schema.org), one a row, each day by name."""
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping):
            first, last = (_WEEK.index(str(row[key])) for key in ("from_day", "to_day"))
            days = _WEEK[first : last + 1] if first <= last else (*_WEEK[first:], *_WEEK[: last + 1])
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": [f"https://schema.org/{day.capitalize()}" for day in days],
                "opens": row["opens"],
                "closes": row["closes"],
            }

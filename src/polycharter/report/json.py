"""JSON: the outcome for programs; docs/reference/findings-json.md describes it, findings.schema.json is its schema."""

import json
import re
from collections.abc import Sequence
from typing import Any

from polycharter.model.coverage import Tally
from polycharter.model.finding import Excerpt, Finding
from polycharter.model.outcome import Outcome
from polycharter.model.review import EditionReview
from polycharter.report._words import counts
from polycharter.text.quote import visible

FORMAT = "json"

SCHEMA = "urn:polycharter:schema:findings:1"

_UNUSUAL = re.compile(r"[^\x20-\x7e\n]")


def findings(outcome: Outcome) -> str:
    """Every finding with its place, those that are allowed, what was not checked, and how many there are."""
    return dumped(
        {
            "$schema": SCHEMA,
            "findings": [_finding(finding) for finding in outcome.findings],
            "allowed": [{**_finding(finding), "reason": finding.allowed} for finding in outcome.allowed],
            "not_checked": [
                {"check": row.check, "locale": row.locale, "domain": row.domain, "reason": row.reason}
                for row in outcome.not_checked
            ],
            "count": {**_count(outcome), "allowed": len(outcome.allowed)},
        }
    )


def parity(reviews: Sequence[EditionReview], locales: Sequence[str] = ()) -> str:
    """The proof as JSON; read only when it is asked for, since it brings the reader of Markdown with it."""
    from polycharter.report._parity import as_json

    return as_json(reviews, locales)


def status(outcome: Outcome) -> str:
    """The coverage of every edition and file, and what can be published."""
    editions = [
        {
            "locale": row.locale,
            "edition": row.edition,
            "publishable": row.publishable,
            "reasons": list(row.reasons),
            "shown": "complete" if row.publishable else row.instead,
            **({"kept": {"files": list(row.kept), "version": row.version, "made": row.since}} if row.kept else {}),
            **_tallies(row.translated, row.fuzzy, row.missing),
        }
        for row in outcome.coverage
    ]
    files = [
        {
            "locale": row.locale,
            "domain": row.domain,
            "path": row.path,
            **_tallies(row.translated, row.fuzzy, row.missing),
        }
        for row in outcome.files
    ]
    return dumped({"editions": editions, "files": files, "findings": _count(outcome)})


def dumped(value: Any) -> str:
    """JSON in which every character that has no shape is escaped, so that it may be shown on a terminal."""
    return _UNUSUAL.sub(_harmless, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _harmless(found: re.Match[str]) -> str:
    character = found[0]
    return character if visible(character) == character else json.dumps(character)[1:-1]


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "locale": finding.locale,
        "domain": finding.domain,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "what": finding.what,
        "todo": finding.todo,
        "messages": [{"context": context, "id": id} for context, id in finding.keys],
        "excerpt": _excerpt(finding.excerpt),
    }


def _excerpt(excerpt: Excerpt | None) -> dict[str, Any] | None:
    if excerpt is None:
        return None
    return {"line": excerpt.line, "text": excerpt.text, "start": excerpt.start, "length": excerpt.length}


def _tallies(translated: Tally, fuzzy: Tally, missing: Tally) -> dict[str, Any]:
    names = {"translated": translated, "fuzzy": fuzzy, "missing": missing}
    return {name: {"messages": tally.messages, "words": tally.words} for name, tally in names.items()}


def _count(outcome: Outcome) -> dict[str, int]:
    return {severity.value: number for severity, number in counts(outcome.findings).items()}

"""JSON: the outcome for programs; docs/reference/status-json.md describes it."""

import json
from typing import Any

from polycharter.model.coverage import Tally
from polycharter.model.finding import Finding, Severity
from polycharter.model.outcome import Outcome

FORMAT = "json"


def findings(outcome: Outcome) -> str:
    """Every finding with its place, and how many there are of each severity."""
    return _dump({"findings": [_finding(finding) for finding in outcome.findings], "count": _count(outcome)})


def status(outcome: Outcome) -> str:
    """The coverage of every edition and file, and what can be published."""
    editions = [
        {
            "locale": row.locale,
            "edition": row.edition,
            "publishable": row.publishable,
            "reasons": list(row.reasons),
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
    return _dump({"editions": editions, "files": files, "findings": _count(outcome)})


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


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
    }


def _tallies(translated: Tally, fuzzy: Tally, missing: Tally) -> dict[str, Any]:
    names = {"translated": translated, "fuzzy": fuzzy, "missing": missing}
    return {name: {"messages": tally.messages, "words": tally.words} for name, tally in names.items()}


def _count(outcome: Outcome) -> dict[str, int]:
    found = [finding.severity for finding in outcome.findings]
    return {severity.value: found.count(severity) for severity in Severity}

"""SARIF 2.1.0 (OASIS), which code forges and editors show beside the lines of a file.

Places count characters (`columnKind` is `unicodeCodePoints`). What a translator allows is a result that is suppressed
in the source, with the reason; what was not checked is a notification.
"""

from typing import Any
from urllib.parse import quote as percent

from polycharter.model.coverage import Coverage
from polycharter.model.finding import Finding, NotChecked, Severity
from polycharter.model.outcome import Outcome
from polycharter.report._words import held
from polycharter.report.json import dumped
from polycharter.text.quote import visible

FORMAT = "sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def findings(outcome: Outcome) -> str:
    """One run: a rule for each check that found something, a result for each finding."""
    results = [*outcome.findings, *outcome.allowed]
    rules = sorted({finding.check for finding in results})
    return _log(
        [_rule(id) for id in rules],
        [_result(finding, rules.index(finding.check)) for finding in results],
        [_notification(row) for row in outcome.not_checked],
    )


def status(outcome: Outcome) -> str:
    """One run: a result for each edition that is not published."""
    return _log([{"id": "not-published"}], [_held(row) for row in outcome.held], [])


def _log(rules: list[dict[str, Any]], results: list[dict[str, Any]], notifications: list[dict[str, Any]]) -> str:
    run = {
        "tool": {"driver": {"name": "polycharter", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notifications}],
        "results": results,
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(id: str) -> dict[str, Any]:
    return {"id": id, "help": {"text": f"polycharter explain {id}"}}


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(f"{finding.what}. {finding.todo}")},
        "locations": [{"physicalLocation": _location(finding)}],
        "properties": {"certainty": finding.certainty, "locale": finding.locale, "domain": finding.domain},
    }
    if finding.allowed:
        made["suppressions"] = [{"kind": "inSource", "justification": visible(finding.allowed)}]
    return made


def _location(finding: Finding) -> dict[str, Any]:
    place, excerpt = finding.place, finding.excerpt
    made: dict[str, Any] = {"artifactLocation": {"uri": percent(place.path.encode("utf-8", "surrogatepass"), safe="/")}}
    if place.line:
        region: dict[str, Any] = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
            if excerpt is not None and excerpt.length and excerpt.line == place.line:
                region["endColumn"] = place.column + excerpt.length
        made["region"] = region
    return made


def _notification(row: NotChecked) -> dict[str, Any]:
    text = visible(f"{row.check} was not checked in {row.locale} {row.domain}: {row.reason}")
    return {"level": "note", "message": {"text": text}, "associatedRule": {"id": row.check}}


def _held(row: Coverage) -> dict[str, Any]:
    return {
        "ruleId": "not-published",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": f"{visible(row.locale)} {row.edition} is not published: {held(row)}"},
    }

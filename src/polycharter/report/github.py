"""Workflow commands of GitHub Actions: each finding becomes an annotation at its line of the pull request.

The form is that of GitHub's documentation, "Workflow commands for GitHub Actions". A message escapes `%`, CR and LF;
a property `:` and `,` as well, so that no text of a catalogue can begin another command.
"""

from polycharter.model.finding import Finding, Severity
from polycharter.model.outcome import Outcome
from polycharter.report._words import held, left_out, summary
from polycharter.text.quote import visible

FORMAT = "github"

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def findings(outcome: Outcome) -> str:
    """One command for each finding; what was not checked and the summary as plain lines."""
    lines = [_command(finding) for finding in outcome.findings]
    return "\n".join([*lines, *left_out(outcome.not_checked), summary(outcome)]) + "\n"


def status(outcome: Outcome) -> str:
    """One warning for each edition that is not published, with the reasons; a summary line last."""
    lines = [
        f"::warning title={_property(f'{row.locale} {row.edition}')}::not published: {_message(held(row))}"
        for row in outcome.held
    ]
    published = len(outcome.coverage) - len(lines)
    return "\n".join([*lines, f"{published} of {len(outcome.coverage)} editions can be published."]) + "\n"


def _command(finding: Finding) -> str:
    place, excerpt = finding.place, finding.excerpt
    properties = {"file": place.path, "line": place.line, "col": place.column}
    if excerpt is not None and excerpt.length and excerpt.line == place.line:
        properties["endColumn"] = place.column + excerpt.length
    properties["title"] = finding.check
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    return f"::{_COMMANDS[finding.severity]} {given}::{_message(f'{finding.what}. {finding.todo}')}"


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")

"""What every report says in the same words: the summary, what was not checked, findings by file."""

from collections.abc import Collection, Mapping, Sequence

from polycharter.model.coverage import Coverage, Incomplete
from polycharter.model.finding import Finding, NotChecked, Severity
from polycharter.model.outcome import Outcome
from polycharter.text.quote import counted, listed, visible

_NAMED = 8
"""Checks that are named where they could not look; more are only counted."""


def counts(findings: Sequence[Finding]) -> Mapping[Severity, int]:
    """How many findings there are of each severity, the worst first."""
    found = [finding.severity for finding in findings]
    return {severity: found.count(severity) for severity in Severity}


def totals(findings: Sequence[Finding]) -> str:
    """The numbers in words: `2 errors, 1 note`; empty where there are none."""
    return ", ".join(counted(number, severity) for severity, number in counts(findings).items() if number)


def summary(outcome: Outcome) -> str:
    """The last line: how many findings, and how many are allowed."""
    line = totals(outcome.findings) or "No findings"
    if outcome.allowed:
        line += f"; {counted(len(outcome.allowed), 'finding')} allowed by translators, with reasons"
    return f"{line}."


def by_file(findings: Sequence[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Findings by the path of their file, in the order in which the files come first."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.path, []).append(finding)
    return found


def left_out(rows: Sequence[NotChecked]) -> Sequence[str]:
    """What was not checked, a sentence for each reason."""
    reasons: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for row in rows:
        checks, locales = reasons.setdefault(row.reason, ({}, {}))
        checks[row.check] = None
        locales[row.locale] = None
    return [
        f"Not checked in {listed(map(visible, locales), 12)}: {_named(checks)} ({visible(reason)})."
        for reason, (checks, locales) in reasons.items()
    ]


def _named(checks: Collection[str]) -> str:
    return listed(checks, _NAMED) if len(checks) <= _NAMED else counted(len(checks), "check")


def held(row: Coverage) -> str:
    """Why an edition is not published, on one line, and which earlier files stay in its place."""
    files = f"version {row.version}" if row.instead is Incomplete.LAST_GOOD else ", ".join(row.kept)
    stays = (f"{files} of {row.since} stays",) if row.kept else ()
    return visible("; ".join((*row.reasons, *stays)))


def verdict(row: Coverage) -> str:
    """Whether readers get an edition, and why not or not wholly, on one line."""
    if row.publishable:
        return "yes"
    return f"{'with source text' if row.shown else 'no'}: {held(row)}"

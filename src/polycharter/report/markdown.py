"""Markdown for a pull request or an e-mail: findings by file, what is allowed and why; coverage as a table.

Texts of catalogues are escaped: they become no markup, no link, no mention of somebody and no HTML. An `@` at the
start of a word is followed by a word joiner (U+2060), because no escape keeps forges from telling the person.
"""

import re

from polycharter.model.finding import Finding
from polycharter.model.outcome import Outcome
from polycharter.report._words import by_file, left_out, summary, totals, verdict
from polycharter.text.quote import visible

FORMAT = "markdown"

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!&$])")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_ADDRESS = re.compile(r"(?i)(https?|ftp)://|\bwww\.")


def findings(outcome: Outcome) -> str:
    """A heading for each file, an item for each finding; the summary last, in bold."""
    lines = ["## Findings", ""]
    for path, its in by_file(outcome.findings).items():
        lines += [f"### {_safe(path)}: {totals(its)}", "", *map(_item, its), ""]
    if outcome.allowed:
        lines += ["### Allowed by translators", ""]
        lines += [
            f"- {_where(finding)} `{finding.check}`: {_safe(finding.what)}. **Reason:** {_safe(finding.allowed)}"
            for finding in outcome.allowed
        ]
        lines.append("")
    if outcome.not_checked:
        lines += [*(f"- {_safe(sentence)}" for sentence in left_out(outcome.not_checked)), ""]
    return "\n".join([*lines, f"**{summary(outcome)}**"]) + "\n"


def status(outcome: Outcome) -> str:
    """A row for each edition: how much is translated, and why it is not published."""
    lines = ["| locale | edition | translated | fuzzy | missing | published |", "|---|---|---:|---:|---:|---|"]
    for row in outcome.coverage:
        told = _safe(verdict(row))
        numbers = f"{row.translated.messages}/{row.total.messages} | {row.fuzzy.messages} | {row.missing.messages}"
        lines.append(f"| {_safe(row.locale)} | {row.edition} | {numbers} | {told} |")
    return "\n".join(lines) + "\n"


def _item(finding: Finding) -> str:
    line = f"line {finding.place.line}: " if finding.place.line else ""
    return f"- **{finding.severity}** {line}{_safe(finding.what)}. {_safe(finding.todo)} (`{finding.check}`)"


def _where(finding: Finding) -> str:
    return f"{_safe(str(finding.place))}:"


def _safe(text: str) -> str:
    r"""`text` as it reads, whatever it holds.

    >>> print(_safe("*a* <b> www.example.org"))
    \*a\* \<b\> www\.example.org
    """
    escaped = _SPECIAL.sub(r"\\\1", visible(text))
    escaped = _ADDRESS.sub(lambda found: found[0].replace(":", r"\:").replace(".", r"\."), escaped)
    return _MENTION.sub("@\u2060", escaped)

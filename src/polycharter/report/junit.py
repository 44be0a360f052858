"""JUnit XML, which test reporters of CI servers read: a suite for each file, a case for each finding.

Errors and warnings are failures, notes pass with a text, what is allowed or was not checked is skipped. Where there is
nothing to tell there is one case that passes, because many servers take a report without cases for a broken run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from polycharter.model.finding import Finding, Severity
from polycharter.model.outcome import Outcome
from polycharter.report._words import by_file, held, left_out
from polycharter.text.quote import visible

FORMAT = "junit"


@dataclass(frozen=True, slots=True)
class _Case:
    """A case: what it is called, what became of it (`failure`, `skipped`, `system-out` or nothing), its texts."""

    name: str
    became: str = ""
    kind: str = ""
    message: str = ""
    text: str = ""


def findings(outcome: Outcome) -> str:
    """Every finding, by file."""
    suites = {path: [_case(finding) for finding in its] for path, its in by_file(outcome.findings).items()}
    for path, its in by_file(outcome.allowed).items():
        suites.setdefault(path, []).extend(_allowed(finding) for finding in its)
    rest = [_Case("not checked", "skipped", "", sentence) for sentence in left_out(outcome.not_checked)]
    if not suites:
        rest.append(_Case("no findings"))
    return _document({**suites, **({"polycharter": rest} if rest else {})})


def status(outcome: Outcome) -> str:
    """Every edition; one that is not published has failed."""
    suites: dict[str, list[_Case]] = {}
    shown = set(outcome.coverage) - set(outcome.held)
    for row in outcome.coverage:
        became = _Case(row.edition) if row in shown else _Case(row.edition, "failure", "not published", held(row))
        suites.setdefault(row.locale, []).append(became)
    return _document(suites)


def _case(finding: Finding) -> _Case:
    became = "system-out" if finding.severity is Severity.NOTE else "failure"
    message = f"{finding.severity}: {finding.what}"
    return _Case(_name(finding), became, finding.check, message, f"{finding.place}: {message}. {finding.todo}")


def _allowed(finding: Finding) -> _Case:
    return _Case(_name(finding), "skipped", finding.check, f"allowed: {finding.allowed}", finding.what)


def _name(finding: Finding) -> str:
    return f"{finding.check} {finding.place}"


def _document(suites: dict[str, list[_Case]]) -> str:
    cases = [case for its in suites.values() for case in its]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {_numbers('polycharter', cases)}>"]
    for name, its in suites.items():
        lines.append(f"  <testsuite {_numbers(name, its)}>")
        lines += (line for case in its for line in _lines(name, case))
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _numbers(name: str, cases: Sequence[_Case]) -> str:
    became = [case.became for case in cases]
    return (
        f'name={_attribute(name)} tests="{len(cases)}" failures="{became.count("failure")}" errors="0" '
        f'skipped="{became.count("skipped")}"'
    )


def _lines(suite: str, case: _Case) -> Iterable[str]:
    start = f"    <testcase classname={_attribute(suite)} name={_attribute(case.name)}"
    if not case.became:
        yield f"{start}/>"
        return
    yield f"{start}>"
    given = f" message={_attribute(case.message)}" if case.became != "system-out" else ""
    given += f" type={_attribute(case.kind)}" if case.became == "failure" else ""
    yield f"      <{case.became}{given}>{_text(case.text)}</{case.became}>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))


def _text(text: str) -> str:
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

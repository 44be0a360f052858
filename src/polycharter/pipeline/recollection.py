"""What a build remembers of findings and numbers, out of JSON again."""

from collections.abc import Mapping
from typing import Any

from polycharter.model.coverage import Coverage, Incomplete, Tally
from polycharter.model.edition import Edition
from polycharter.model.errors import Mistake
from polycharter.model.finding import Certainty, Excerpt, Finding, NotChecked, Severity
from polycharter.model.outcome import FileCoverage, Outcome
from polycharter.model.place import Place


def outcome(kept: Mapping[str, Any], artefacts: int) -> Outcome:
    """The outcome of the last build, of which nothing had to be written again."""
    return Outcome(
        findings=tuple(finding(row) for row in kept["findings"]),
        coverage=tuple(_coverage(row) for row in kept["coverage"]),
        files=tuple(FileCoverage(row["locale"], row["domain"], row["path"], *_tallies(row)) for row in kept["files"]),
        unchanged=artefacts,
        index=kept["index"],
        allowed=tuple(finding(row) for row in kept["allowed"]),
        not_checked=tuple(NotChecked(**row) for row in kept["not_checked"]),
        fail_on=kept["fail_on"],
        damaged=tuple(Mistake(Place(**row["place"]), row["what"], row["todo"]) for row in kept["damaged"]),
    )


def _coverage(row: Mapping[str, Any]) -> Coverage:
    known = {
        "edition": Edition(row["edition"]),
        "reasons": tuple(row["reasons"]),
        "instead": Incomplete(row["instead"]),
        "kept": tuple(row["kept"]),
        **dict(zip(("translated", "fuzzy", "missing"), _tallies(row), strict=True)),
    }
    return Coverage(**{**row, **known})


def _tallies(row: Mapping[str, Any]) -> tuple[Tally, Tally, Tally]:
    translated, fuzzy, missing = (Tally(**row[name]) for name in ("translated", "fuzzy", "missing"))
    return translated, fuzzy, missing


def finding(row: Mapping[str, Any]) -> Finding:
    """One finding."""
    known = {
        "severity": Severity(row["severity"]),
        "certainty": Certainty(row["certainty"]),
        "place": Place(**row["place"]),
        "keys": tuple((context, id) for context, id in row["keys"]),
        "excerpt": Excerpt(**row["excerpt"]) if row["excerpt"] else None,
    }
    return Finding(**{**row, **known})

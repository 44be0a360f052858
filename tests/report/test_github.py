"""Annotations of GitHub Actions: one line each, and no text of a file begins another command."""

import re

from tests.report.outcomes import DUTCH, HOSTILE, OUTCOME

from polycharter.report import github

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_a_finding_is_an_annotation_at_its_place() -> None:
    note, error, *rest = github.findings(OUTCOME).splitlines()
    assert note == "::notice file=charter.toml,line=3,title=x::w. T."
    found = _COMMAND.fullmatch(error)
    assert found
    assert found[1] == "error"
    assert found[2] == f"file={DUTCH},line=12,col=31,endColumn=35,title=placeholder-missing"
    assert found[3].endswith(" vijf dagen”. Write {days}.")
    assert not [line for line in rest if line.startswith("::")]


def test_percent_signs_and_separators_are_escaped() -> None:
    lines = github.findings(HOSTILE).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 1
    found = _COMMAND.fullmatch(commands[0])
    assert found
    properties = dict(part.split("=", 1) for part in found[2].split(","))
    assert list(properties) == ["file", "line", "col", "endColumn", "title"]
    assert "%250A%3A%3Aerror" in properties["file"]
    assert "%250A::error" in found[3]


def test_an_edition_that_is_not_published_is_a_warning() -> None:
    lines = github.status(OUTCOME).splitlines()
    assert lines[0] == "::warning title=nl public::not published: 2 messages untranslated; 1 message fuzzy"
    assert lines[-1] == "1 of 2 editions can be published."

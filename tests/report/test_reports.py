"""Reports: the same outcome for people and for programs."""

import json

from polycharter.model.coverage import Coverage, Tally
from polycharter.model.edition import Edition
from polycharter.model.finding import Certainty, Finding, Severity
from polycharter.model.outcome import FileCoverage, Outcome
from polycharter.model.place import Place
from polycharter.report import formats, report

FINDING = Finding(
    check="placeholder-missing",
    severity=Severity.ERROR,
    certainty=Certainty.CERTAIN,
    locale="nl",
    domain="charter",
    place=Place("locales/nl/LC_MESSAGES/charter.po", 12),
    what="{days} is missing from “Binnen\x1b[31m vijf dagen”",
    todo="Write {days}.",
)
NOTE = Finding("x", Severity.NOTE, Certainty.LIKELY, "", "", Place("charter.toml", 3), "w", "T.")
REASONS = ("2 messages untranslated", "1 message fuzzy")
DUTCH = "locales/nl/LC_MESSAGES/charter.po"
OUTCOME = Outcome(
    findings=(FINDING, NOTE),
    coverage=(
        Coverage("en", Edition.PUBLIC, Tally(9, 90), Tally(), Tally()),
        Coverage("nl", Edition.PUBLIC, Tally(6, 60), Tally(1, 5), Tally(2, 25), REASONS),
    ),
    files=(FileCoverage("nl", "charter", DUTCH, Tally(6, 60), Tally(1, 5), Tally(2, 25)),),
)


def test_every_format_is_found_by_its_file() -> None:
    assert {"json", "text"} <= set(formats())
    for name in formats():
        module = report(name)
        assert name == module.FORMAT
        assert module.findings(OUTCOME).endswith("\n")
        assert module.status(OUTCOME).endswith("\n")


def test_text_names_place_problem_remedy_and_check() -> None:
    lines = report("text").findings(OUTCOME).splitlines()
    assert lines[0] == (
        "locales/nl/LC_MESSAGES/charter.po:12: error: {days} is missing from “Binnen\\x1b[31m vijf dagen”."
        " [placeholder-missing]"
    )
    assert lines[1] == "    Write {days}."
    assert lines[-1] == "1 error, 1 note. “polycharter explain CHECK” says more about each."


def test_no_escape_sequence_of_a_file_reaches_the_terminal() -> None:
    assert "\x1b" not in report("text").findings(OUTCOME)
    assert "\x1b[31m vijf" not in report("text").findings(OUTCOME, colour=True)


def test_the_table_says_why_something_is_not_published() -> None:
    text = report("text").status(OUTCOME)
    assert "no: 2 messages untranslated; 1 message fuzzy" in text
    row = next(line for line in text.splitlines() if line.startswith("nl"))
    assert row.split()[:5] == ["nl", "public", "6/9", "1", "2"]
    file = next(line for line in text.splitlines() if line.startswith("locales/"))
    assert file.split() == ["locales/nl/LC_MESSAGES/charter.po", "6", "1", "2", "30"]


def test_a_narrow_terminal_breaks_no_line_apart() -> None:
    for line in report("text").status(OUTCOME, width=70).splitlines():
        assert len(line) <= 70


def test_json_holds_everything() -> None:
    found = json.loads(report("json").findings(OUTCOME))
    assert found["count"] == {"error": 1, "warning": 0, "note": 1}
    assert found["findings"][0]["line"] == 12
    assert found["findings"][0]["what"] == FINDING.what
    status = json.loads(report("json").status(OUTCOME))
    assert status["editions"][1]["reasons"] == ["2 messages untranslated", "1 message fuzzy"]
    assert status["files"][0]["missing"] == {"messages": 2, "words": 25}


def test_nothing_found_is_said_in_one_line() -> None:
    assert report("text").findings(Outcome()) == "No findings.\n"

"""Reports: the same outcome for people and for programs."""

import json
from pathlib import Path
from typing import Any
from unicodedata import category

import jsonschema
import pytest
from tests.report.outcomes import DUTCH, EVIL, FINDING, HOSTILE, OUTCOME

from polycharter.model.finding import Certainty, Excerpt, Finding, Severity
from polycharter.model.outcome import Outcome
from polycharter.model.place import Place
from polycharter.report import formats, report

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/reference/findings.schema.json").read_text("utf-8"))


def found(outcome: Outcome, form: str = "text") -> str:
    return str(report(form).findings(outcome))


def test_every_format_is_found_by_its_file() -> None:
    assert set(formats()) == {"github", "json", "junit", "markdown", "sarif", "text"}
    for name in formats():
        module = report(name)
        assert name == module.FORMAT
        for outcome in (OUTCOME, Outcome(), HOSTILE):
            assert module.findings(outcome).endswith("\n")
            assert module.status(outcome).endswith("\n")


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("what", ["findings", "status"])
def test_nothing_that_a_terminal_would_obey_is_in_a_report(form: str, what: str) -> None:
    """Neither C0 and C1 controls nor direction marks nor halves of characters, whatever a file or its name holds."""
    text = getattr(report(form), what)(HOSTILE)
    joiner = "\u2060" if form == "markdown" else ""
    assert {each for each in text if category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")} <= {"\n", *joiner}
    text.encode("utf-8")


@pytest.mark.parametrize("form", ["github", "markdown", "text"])
def test_the_summary_comes_last(form: str) -> None:
    last = found(OUTCOME, form).splitlines()[-1]
    assert last.strip("*") == "1 error, 1 note; 1 finding allowed by translators, with reasons."


def test_text_names_place_problem_line_remedy_and_check() -> None:
    lines = found(OUTCOME).splitlines()
    start = lines.index(f"== {DUTCH}: 1 error")
    assert lines[start + 1 : start + 6] == [
        f"{DUTCH}:12:31: error: {{days}} is missing from “Binnen\\x1b[31m vijf dagen”. [placeholder-missing]",
        '    12 | msgstr "Wij antwoorden binnen vijf dagen."',
        "       |                               ^^^^",
        "    Write {days}. More: polycharter explain placeholder-missing",
        "",
    ]
    assert "Not checked in fi: misspelt (no dictionary for “fi”)." in lines


def test_findings_are_grouped_by_file_and_explained_once() -> None:
    again = Outcome((FINDING, *OUTCOME.findings))
    text = found(again)
    assert text.count(f"== {DUTCH}: 2 errors") == 1
    assert text.count("polycharter explain placeholder-missing") == 1


def test_colour_changes_no_word() -> None:
    import re

    plain, coloured = found(OUTCOME), report("text").findings(OUTCOME, colour=True)
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[31m vijf" not in coloured


def marked(text: str, start: int, length: int, width: int = 80) -> list[str]:
    excerpt = Excerpt(3, text, start, length)
    place = Place("a.po", 3, 1)
    finding = Finding("x", Severity.ERROR, Certainty.CERTAIN, "", "", place, "w", "T.", excerpt=excerpt)
    lines: list[str] = report("text").findings(Outcome((finding,)), width=width).splitlines()
    return lines[2:4]


@pytest.mark.parametrize("at", [0, 1, 40, 500, 990, 999])
def test_a_long_line_is_shortened_and_the_caret_stays_under_the_place(at: int) -> None:
    line, caret = marked("x" * at + "Q" + "y" * (999 - at), at, 1)
    assert len(line) <= 80
    assert line[caret.index("^")] == "Q"
    assert caret.strip("| ") == "^"


def test_carets_stand_under_wide_invisible_and_combining_characters() -> None:
    line, caret = marked("あい\u200bé vijf", 5, 5)
    assert line.endswith("あい\\u200bé vijf")
    assert caret.index("^") == len("     3 | ") + 4 + 6 + 2
    line, caret = marked("a\x1b[31mb", 1, 5)
    assert caret.count("^") == len("\\x1b[31m")


def test_a_mark_longer_than_the_screen_is_cut() -> None:
    line, caret = marked("x" * 500, 100, 300, 60)
    assert len(line) <= 60
    assert len(caret) <= 60


def test_every_line_but_the_first_of_a_finding_fits_into_80_columns() -> None:
    from rich.cells import cell_len

    for line in found(HOSTILE).splitlines():
        if not line.startswith(("==", "\\x01")):
            assert cell_len(line) <= 80 or " " not in line.strip()[:70]


def test_the_table_says_why_something_is_not_published() -> None:
    text = report("text").status(OUTCOME)
    assert "no: 2 messages untranslated; 1 message fuzzy" in text
    row = next(line for line in text.splitlines() if line.startswith("nl"))
    assert row.split()[:5] == ["nl", "public", "6/9", "1", "2"]
    file = next(line for line in text.splitlines() if line.startswith("locales/"))
    assert file.split() == [DUTCH, "6", "1", "2", "30"]


def test_a_narrow_terminal_breaks_no_line_apart() -> None:
    for line in report("text").status(OUTCOME, width=70).splitlines():
        assert len(line) <= 70


def test_nothing_found_is_said_in_one_line() -> None:
    assert found(Outcome()) == "No findings.\n"
    assert found(Outcome(allowed=OUTCOME.allowed)) == "No findings; 1 finding allowed by translators, with reasons.\n"


@pytest.mark.parametrize("outcome", [OUTCOME, Outcome(), HOSTILE])
def test_json_is_what_its_schema_says(outcome: Outcome) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    value = json.loads(found(outcome, "json"))
    jsonschema.validate(value, SCHEMA)
    assert value["$schema"] == SCHEMA["$id"]


def test_json_holds_everything() -> None:
    value: dict[str, Any] = json.loads(found(OUTCOME, "json"))
    assert value["count"] == {"error": 1, "warning": 0, "note": 1, "allowed": 1}
    row = value["findings"][1]
    assert (row["line"], row["column"], row["what"]) == (12, 31, FINDING.what)
    assert row["messages"] == [{"context": None, "id": "We answer within {days}."}]
    assert row["excerpt"]["text"][row["excerpt"]["start"] :].startswith("vijf")
    assert value["allowed"][0]["reason"] == "shops count eggs so"
    assert value["not_checked"][0]["reason"] == "no dictionary for “fi”"
    assert json.loads(found(HOSTILE, "json"))["findings"][0]["what"].encode("utf-8", "surrogatepass") == EVIL.encode(
        "utf-8", "surrogatepass"
    )
    status = json.loads(report("json").status(OUTCOME))
    assert status["editions"][1]["reasons"] == ["2 messages untranslated", "1 message fuzzy"]
    assert status["files"][0]["missing"] == {"messages": 2, "words": 25}

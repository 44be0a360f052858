"""What findings point at: the piece of the translation, its line and column, and the carets in the report."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.checks.case_file import CASES, Case, case_files, read_case
from tests.checks.test_cases import IN_CATALOGUES, hits_of

from polycharter.checks import check_catalogue
from polycharter.checks._dictionary import speller
from polycharter.model.finding import Finding
from polycharter.model.outcome import Outcome
from polycharter.report.text import findings
from polycharter.text.quote import visible

ALWAYS = {
    "apostrophe-straight",
    "capital-changed",
    "catalan-l-geminada",
    "control-character",
    "dutch-ij",
    "ellipsis-dots",
    "end-punctuation",
    "entries-merged",
    "invisible-character",
    "length-unusual",
    "misspelt",
    "not-nfc",
    "percent-spacing",
    "placeholder-extra",
    "placeholder-malformed",
    "punctuation-spacing",
    "quotes-foreign",
    "quotes-unpaired",
    "raw-html",
    "scripts-mixed",
    "sentence-left-in-source",
    "spaces-doubled",
    "term-avoided",
    "term-inconsistent",
    "text-damaged",
    "tone-marks-mixed",
    "unit-changed",
    "written-apart",
}
"""Checks that are about something that stands in the translation."""

SOMETIMES = {
    "code-changed",
    "header-wrong",
    "limit-changed",
    "link-changed",
    "list-item-lost",
    "markup-changed",
    "negation-changed",
    "newline-changed",
    "number-changed",
    "plural-forms-wrong",
    "spaces-around",
    "term-missing",
    "urgency-changed",
}
"""Checks that point at what stands there instead or too much, and at nothing where something is missing."""


def _firing() -> list[Path]:
    return [path for path in case_files() if path.name.startswith("fires-")]


def _id(path: Path) -> str:
    return str(path.relative_to(CASES))


def _found(case: Case) -> list[Finding]:
    return [finding for finding in check_catalogue(case.review) if finding.check == case.check]


@pytest.mark.parametrize("path", _firing(), ids=_id)
def test_what_a_hit_quotes_stands_in_the_translation(path: Path) -> None:
    """At the place that it names, in the plural form that it names; a check that always has a place always names it."""
    case = read_case(path)
    live = case.review.catalogue.live()
    for hit in hits_of(IN_CATALOGUES[case.check], case.review):
        assert hit.quote or case.check not in ALWAYS
        assert not hit.quote or case.check in ALWAYS | SOMETIMES
        entry = live.get(hit.keys[0]) if hit.keys else case.review.catalogue.header
        if hit.quote:
            assert entry is not None
            assert hit.at >= 0
            assert entry.targets[hit.form].startswith(hit.quote, hit.at)


@pytest.mark.parametrize("id", sorted(ALWAYS | SOMETIMES))
def test_a_check_that_can_point_at_something_does(id: str) -> None:
    """At least in one of its cases."""
    if id == "misspelt" and speller("nl") is None:
        pytest.skip("no Hunspell dictionary of the language is installed")
    cases = (read_case(path) for path in _firing() if path.parent.name == id)
    assert any(hit.quote for case in cases for hit in hits_of(IN_CATALOGUES[id], case.review))


@pytest.mark.parametrize("path", _firing(), ids=_id)
def test_a_finding_marks_what_its_case_says(path: Path) -> None:
    """The line and column are those of the file, and the mark covers what stands there."""
    case = read_case(path)
    marked: list[str] = []
    for finding in _found(case):
        place, excerpt = finding.place, finding.excerpt
        if excerpt is not None and excerpt.length:
            line = case.lines[place.line - 1]
            text = line[place.column - 1 : place.column - 1 + excerpt.length]
            assert excerpt.text[excerpt.start : excerpt.start + excerpt.length] == text
            marked.append(f"{place.line}:{place.column} {text}")
    assert case.marks in marked or not case.marks


@pytest.mark.parametrize("path", _firing(), ids=_id)
def test_the_carets_stand_under_what_is_marked(path: Path) -> None:
    """Counted in columns of a terminal: combining accents take none, wide characters two, escapes what is seen."""
    for finding in _found(read_case(path)):
        excerpt = finding.excerpt
        if excerpt is None or not excerpt.length:
            continue
        shown, carets = findings(Outcome((finding,)), width=200).split("\n")[2:4]
        marked = visible(excerpt.text[excerpt.start : excerpt.start + excerpt.length])
        assert carets.strip(" |") == "^" * max(1, cell_len(marked))
        column = carets.index("^")
        begins = [at for at in range(len(shown)) if shown.startswith(marked, at) and cell_len(shown[:at]) == column]
        assert begins

"""Every check against its cases, and against the examples of its own page."""

import re
from collections import Counter
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest
from tests.checks.case_file import CASES, GAPS, as_wanted, case_files, good_header, read_case, review_of

from polycharter.checks import check_catalogue, function_of, modules
from polycharter.checks._dictionary import speller
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.finding import Hit, Severity
from polycharter.model.review import Review

_OF_CATALOGUES = ("find", "find_beside_siblings", "find_in_findings")
IN_CATALOGUES = {id: module for id, module in modules().items() if function_of(module) in _OF_CATALOGUES}
_EXAMPLE = re.compile(r"^(Fires|Passes): +(\".*?) +-> +(\".*)$", re.MULTILINE)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FLAG = re.compile(r"\[([^\]\s]+)\](?= |$)")


def hits_of(module: ModuleType, review: Review) -> list[Hit]:
    """What a check alone finds; one that looks at findings gets those of all others."""
    if function_of(module) != "find_in_findings":
        return list(getattr(module, function_of(module))(review))
    findings = [finding for finding in check_catalogue(review) if finding.check != module.CHECK.id]
    return list(module.find_in_findings(review, findings, list(modules()), modules()))


def _id(path: Path) -> str:
    return str(path.relative_to(CASES))


@pytest.mark.parametrize("path", case_files(), ids=_id)
def test_a_check_finds_what_its_case_expects(path: Path) -> None:
    """Exact counts, at lines that hold a translation or a field of the header."""
    case = read_case(path)
    if case.check == "misspelt" and speller(case.review.locale) is None:
        pytest.skip("no Hunspell dictionary of the language is installed")
    hits = hits_of(IN_CATALOGUES[case.check], case.review)
    assert len(hits) == case.expect, hits
    assert any(case.says in hit.what or case.says in hit.todo for hit in hits) or not case.says, hits
    for hit in hits:
        assert hit.place.path == case.review.catalogue.path
        assert not hit.place.line or case.lines[hit.place.line - 1].startswith(("msgstr", '"'))


@pytest.mark.parametrize("path", case_files(GAPS), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_known_gap_is_still_one(path: Path) -> None:
    """What is mended moves to the cases; what is not is told with its reason, so that nobody takes it for right."""
    assert re.search("^# because: .{20,}", path.read_text("utf-8"), re.MULTILINE)
    case = read_case(path)
    hits = hits_of(IN_CATALOGUES[case.check], case.review)
    told = any(case.says in hit.what or case.says in hit.todo for hit in hits) or not case.says
    assert len(hits) != case.expect or not told, "mended: move it to the cases"


@pytest.mark.parametrize("path", [path for path in case_files() if path.name.startswith("silent-")], ids=_id)
def test_a_silent_case_that_is_right_is_right_for_every_check(path: Path) -> None:
    """Only the cases that say in their names that another check speaks may have errors."""
    case = read_case(path)
    if case.check in ("header-wrong", "header-incomplete") or "another-check" in path.name:
        return
    assert [
        finding
        for finding in check_catalogue(case.review)
        if finding.severity is Severity.ERROR and not finding.allowed
    ] == []


@pytest.mark.parametrize("id", IN_CATALOGUES)
def test_every_check_has_three_cases_of_both_kinds_in_all_languages(id: str) -> None:
    """In each of the four languages that the check is about; the checks of promises in English too."""
    names = (path.name.split("-") for path in (CASES / id).glob("*.po"))
    there = Counter((kind, locale) for kind, locale, *_ in names)
    languages = {"nl", "vi", "ca", "sv"}
    if IN_CATALOGUES[id].CHECK.family == "promises":
        languages.add("en")
    languages &= set(IN_CATALOGUES[id].CHECK.languages or languages)
    assert languages
    few = {cell: there[cell] for cell in product(("fires", "silent"), sorted(languages)) if there[cell] < 3}
    assert few == {}


def test_every_folder_of_cases_is_a_check() -> None:
    """A check that was renamed leaves no cases behind."""
    assert {folder.name for folder in CASES.iterdir()} == set(IN_CATALOGUES)


def _examples() -> list[tuple[ModuleType, str, str, str]]:
    return [
        (module, *example) for module in IN_CATALOGUES.values() for example in _EXAMPLE.findall(module.__doc__ or "")
    ]


@pytest.mark.parametrize(("module", "verb", "source", "target"), _examples())
def test_the_examples_on_a_page_are_true(module: ModuleType, verb: str, source: str, target: str) -> None:
    """`"source" [flag] -> "target" [flag]`, plural forms with `|` between them, translated into Dutch."""
    ids = _TEXT.findall(source)
    flags = tuple(_FLAG.findall(source))
    entry = Entry(
        ids[0],
        tuple(_TEXT.findall(target)),
        ids[1] if len(ids) > 1 else None,
        fuzzy="fuzzy" in _FLAG.findall(target),
        flags=flags,
    )
    review = review_of(Catalogue((entry,), good_header("nl"), "nl.po"), (as_wanted(entry),))
    assert bool(hits_of(module, review)) == (verb == "Fires")

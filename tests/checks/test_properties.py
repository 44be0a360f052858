"""No text of a file makes a check crash, or reaches a terminal as more than text."""

from dataclasses import replace
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.case_file import CASES, as_wanted, good_header, read_case, review_of

from polycharter.checks import check_catalogue, modules
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.finding import Severity

TEXT = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="{}[]()*_`\\<>#:|a\n \x00\x1b\u202e\u0301\ud800", max_size=40),
    st.sampled_from(["{n}", "[a](#b)", "**x**", "`code`", "{a.b}", "We answer every letter that reaches us."]),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    plural = draw(st.none() | TEXT)
    forms = 1 if plural is None else draw(st.integers(1, 6))
    return Entry(
        draw(TEXT),
        tuple(draw(TEXT) for _ in range(forms)),
        plural,
        draw(st.none() | TEXT),
        fuzzy=draw(st.booleans()),
        flags=tuple(draw(st.lists(st.sampled_from(["max-length:5", "max-length:x", "max-length:"]), max_size=2))),
        extracted_comments=tuple(draw(st.lists(TEXT, max_size=2))),
        previous_id=draw(st.none() | TEXT),
        line=draw(st.integers(0, 99)),
    )


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(entries(), max_size=4), st.lists(entries(), max_size=2), st.none() | TEXT)
def test_any_catalogue_can_be_checked(both: list[Entry], wanted: list[Entry], header: str | None) -> None:
    """Findings are sentences of characters that have a shape, whatever the file holds."""
    field = None if header is None else Entry("", (f"Language: {header}\nPlural-Forms: {header}\n{header}",))
    review = review_of(Catalogue(tuple(both), field, "nl.po"), (*both, *wanted))
    for finding in check_catalogue(review):
        assert all(each.isprintable() or category(each) == "Zs" for each in f"{finding.what} {finding.todo}")
        assert len(finding.what) < 400
        assert len(finding.todo) < 400


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(entries(), max_size=4))
def test_an_entry_that_is_fuzzy_or_obsolete_is_judged_by_no_other_check(given_entries: list[Entry]) -> None:
    """Work in progress is reported as that, not picked to pieces."""
    fuzzy = tuple(replace(entry, fuzzy=True) for entry in {entry.key: entry for entry in given_entries}.values())
    gone = tuple(replace(entry, obsolete=True, fuzzy=False) for entry in fuzzy)
    catalogue = Catalogue(fuzzy, good_header("nl"), "nl.po")
    said = {finding.check for finding in check_catalogue(review_of(catalogue, fuzzy))}
    assert said <= {"fuzzy", "untranslated"}
    assert list(check_catalogue(review_of(replace(catalogue, entries=gone), ()))) == []


def test_the_same_catalogue_gives_the_same_findings() -> None:
    """In the same order, too: by line, then by check."""
    review = read_case(CASES / "wrong-language" / "fires-sv-section-copied.po").review
    once, twice = list(check_catalogue(review)), list(check_catalogue(review))
    assert once == twice
    assert once == sorted(once, key=lambda finding: (finding.place, finding.check))


def test_a_long_list_is_not_read_out() -> None:
    """Ten thousand placeholders are counted, not listed."""
    source = "".join(f"{{a{index}}}" for index in range(10_000))
    entry = Entry(source, ("Niets.",), line=1)
    (finding,) = [
        finding
        for finding in check_catalogue(review_of(Catalogue((entry,), good_header("nl"), "nl.po"), (as_wanted(entry),)))
        if finding.severity is Severity.ERROR
    ]
    assert finding.check == "placeholder-missing"
    assert "and 9,995 more" in finding.what
    assert finding.check in modules()

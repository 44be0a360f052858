"""Texts that nobody writes: every check ends, in time, and no sequence of theirs gets into a report."""

import time
from unicodedata import category

import pytest
from tests.checks.case_file import as_wanted, good_header, review_of

from polycharter.checks import check_catalogue, function_of, modules, not_checked
from polycharter.checks._oversized import ANY_LENGTH, LONGEST
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.outcome import Outcome
from polycharter.model.review import Review
from polycharter.report import formats, report

SOURCE = "We answer within {days}, never later."
CONTROLS = "".join(map(chr, [*range(1, 32), *range(127, 160), 0xAD, 0x200B, 0x202E, 0x2066, 0xFEFF, 0xD800, 0xFFFF]))
HUGE = {
    "a megabyte": "Wij antwoorden binnen vijf werkdagen, en nooit later. " * 19_000,
    "ten thousand placeholders": "".join(f"{{a{index}}}" for index in range(10_000)),
    "open brackets": "[" * 100_000,
    "asterisks": "*" * 100_000,
    "nested emphasis": "*a " * 30_000 + "a* " * 30_000,
}
LONG = {
    "controls": CONTROLS,
    "one word": "a",
    "one number": "1",
    "groups": "1.",
    "numbers with units": "5 dagen ",
    "superscripts": "²",
    "quotation marks": "“\"'",
    "accents": "\u0301",
    "addresses": "a@b.c ",
    "at signs": "@",
    "links": "[x](a) ",
    "tags": "<a ",
    "braces": "{",
    "line ends": "a\n",
    "two alphabets": "aа",
    "sentences": "Nee. ",
    "l·l": "l·l",
}


def hostile(target: str, source: str = SOURCE) -> Review:
    entry = Entry(source, (target,), line=5, target_line=6)
    return review_of(Catalogue((entry,), good_header("nl"), "nl.po"), (as_wanted(entry),))


def seconds(id: str, review: Review) -> float:
    """CPU time of one check alone."""
    before = time.process_time()
    list(modules()[id].find(review))
    return time.process_time() - before


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_text_is_looked_at_by_the_checks_that_must_and_told_of(name: str) -> None:
    review = hostile(HUGE[name])
    for id, module in modules().items():
        if function_of(module) == "find" and module.CHECK.family in ANY_LENGTH:
            assert seconds(id, review) < 6, id
    assert "1 text of over 10,000 characters" in {row.reason for row in not_checked(review)}
    before = time.process_time()
    found = tuple(check_catalogue(review))
    assert time.process_time() - before < 6
    assert "placeholder-missing" in {finding.check for finding in found}


@pytest.mark.parametrize("name", LONG)
def test_no_check_takes_long_on_the_longest_text_that_all_look_at(name: str) -> None:
    text = (LONG[name] * LONGEST)[: LONGEST - 2]
    review = hostile(text)
    for id, module in modules().items():
        if function_of(module) == "find":
            assert seconds(id, review) < 3, id
    assert len(text) <= LONGEST


LONG_PAIRS = {
    "numbers": (range(1000, 3000), "{}", "{}", 8000),
    "other units": (range(1, 1200), "{} days", "{} weken", 0),
    "days and months": (range(1, 1200), "day month", "jaar week", 0),
    "times": (range(800), "{} o'clock", "{} uur", 1),
}
"""Long texts on both sides with many quantities that have no equal: what to count, both texts, the difference."""


@pytest.mark.parametrize("name", LONG_PAIRS)
def test_many_quantities_on_both_sides_take_no_time(name: str) -> None:
    numbers, ours, theirs, apart = LONG_PAIRS[name]
    source = " ".join(ours.format(number) for number in numbers)[: LONGEST - 2]
    target = " ".join(theirs.format(number + apart) for number in numbers)[: LONGEST - 2]
    review = hostile(target, source)
    for id, module in modules().items():
        if function_of(module) == "find":
            assert seconds(id, review) < 3, id


@pytest.mark.parametrize("form", formats())
def test_no_sequence_of_a_catalogue_gets_into_a_report(form: str) -> None:
    texts = (CONTROLS, f"{{da{CONTROLS}ys}} [a]({CONTROLS}) `{CONTROLS}`", f"**{CONTROLS}** 5{CONTROLS}6 “{CONTROLS}")
    for text in texts:
        found = tuple(check_catalogue(hostile(text, f"{SOURCE} {CONTROLS[:40]}")))
        assert found
        told = report(form).findings(Outcome(findings=found))
        assert {each for each in told if category(each) in ("Cc", "Cf", "Cs")} <= {"\n"}

"""The promises and terms of this project's own catalogues, and of correct sentences that are hard to compare."""

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from tests.checks.case_file import CASES, read_case

from polycharter import cldr
from polycharter.catalogue.po_read import read_po
from polycharter.checks import modules
from polycharter.model.locale import posix_locale
from polycharter.model.review import Review
from polycharter.source.glossary import read_glossary

ROOT = Path(__file__).parents[2]
LOCALES = ("nl", "vi", "ca", "sv")
MINE = [module for module in modules().values() if module.CHECK.family in ("promises", "terms")]


def shipped(locale: str, domain: str) -> Review:
    path = f"locales/{locale}/LC_MESSAGES/{domain}.po"
    return Review(
        locale,
        domain,
        "en",
        read_po((ROOT / path).read_bytes(), path),
        read_po((ROOT / f"locales/{domain}.pot").read_bytes()),
        cldr.plural_forms(locale),
        posix_locale(locale),
        read_glossary(ROOT),
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("domain", ["charter", "interface"])
def test_the_shipped_translations_keep_their_promises(locale: str, domain: str) -> None:
    """No alarm of any kind on texts that were translated and revised with care."""
    review = shipped(locale, domain)
    assert [hit for module in MINE for hit in module.find(review)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_correct_sentences_raise_no_alarm(locale: str) -> None:
    """Times, dates, articles, fractions, classifiers, turned negations: at least sixty in each language."""
    review = read_case(CASES / "number-changed" / f"silent-{locale}-said-in-many-ways.po").review
    assert len(review.catalogue.entries) >= 60
    found = [hit for module in MINE if module.CHECK.family == "promises" for hit in module.find(review)]
    assert found == []


def test_a_language_without_words_is_said_to_be_unchecked() -> None:
    """Every check of promises says what it leaves out; none says so of a language that it knows."""
    review = shipped("nl", "interface")
    for module in MINE:
        if module.CHECK.family == "promises":
            assert module.unchecked(review) == ""
            assert "“fi”" in module.unchecked(replace(review, locale="fi"))


def test_three_hundred_messages_are_quick() -> None:
    """Once the words of a language are read: well under a second for all checks of both families, on a slow machine."""
    review = shipped("sv", "charter")
    for module in MINE:
        list(module.find(review))
    begin = process_time()
    for module in MINE:
        list(module.find(review))
    assert process_time() - begin < 1

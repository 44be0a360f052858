"""The proof table: what an auditor files."""

import json
from dataclasses import replace

import pytest
from tests.checks.test_parity import TESTS, review

from polycharter.model.charter import Charter
from polycharter.model.edition import Edition
from polycharter.report.json import parity as as_json
from polycharter.report.text import parity as table
from polycharter.source.charter import read_charter
from polycharter.text.parity import holds


@pytest.fixture(scope="module")
def charter() -> Charter:
    return read_charter(TESTS / "sample", [TESTS.parent / "templates"])


def test_a_charter_that_is_the_same_everywhere(charter: Charter) -> None:
    """Each row has its number in each language, a tick and one digest; what is local is named."""
    reviews = [review(charter, edition) for edition in Edition]
    said = table(reviews)
    assert holds(reviews)
    assert "✗" not in said
    assert said.endswith("\nAll languages carry the same charter.\n")
    assert "Each language may have its own: helpline, wait\n" in said
    assert "Sections that are only in nl: disputes\n" in said
    assert "\ncommitments " in said
    data = json.loads(as_json(reviews))
    assert data["parity"] is True
    public = next(each for each in data["editions"] if each["edition"] == "public")
    assert public["rows"]["commitments"]["nl"]["count"] == 2
    assert public["rows"]["links"]["en"]["sha256"] in said
    assert public["only_in"] == {"nl": ["disputes"]}


def test_a_charter_that_is_not(charter: Charter) -> None:
    """A cross in the row, and the other language's digest below."""
    reviews = [review(charter, Edition.PUBLIC, other={"At least": "*{closing}*, **{share}**, zie klachten"})]
    said = table(reviews)
    assert not holds(reviews)
    (row,) = (line for line in said.split("\n") if line.startswith("links"))
    assert row.split()[:4] == ["links", "1", "0", "✗"]
    other = json.loads(as_json(reviews))["editions"][0]["rows"]["links"]["nl"]
    assert other["same"] is False
    assert f"✗ links in nl: {other['sha256']}" in said
    assert "do not carry the same charter" in said


def test_text_that_was_not_translated_is_no_proof(charter: Charter) -> None:
    """A page in the words of the source says the same, but not in the reader's language."""
    again = review(charter, Edition.PUBLIC, other={"Fill in": ""})
    assert not holds([again])
    assert "untranslated" in table([again])


def test_a_language_that_is_not_complete_is_named(charter: Charter) -> None:
    """What is not there proves nothing, unless nobody asked for it."""
    whole = review(charter, Edition.PUBLIC)
    alone = [replace(whole, documents=whole.documents[:1])]
    assert not holds(alone)
    assert "✗ not complete, so not compared: nl\n" in table(alone)
    assert json.loads(as_json(alone))["editions"][0]["not_complete"] == ["nl"]
    assert holds(alone, ["en"])
    assert table(alone, ["en"]).endswith("\nThese languages carry the same charter.\n")


def test_two_people_get_the_same_bytes(charter: Charter) -> None:
    """Whatever they are asked for first."""
    reviews = [review(charter, edition) for edition in Edition]
    assert table(reviews) == table([review(charter, edition) for edition in Edition])
    assert as_json(reviews) == as_json(reviews)


def test_nothing_to_compare() -> None:
    """No edition at all is said, not a crash."""
    assert holds([])
    assert table([])

"""The checks of the family parity and the outline behind them, on localised documents of the sample project."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from polycharter.checks import check_edition
from polycharter.localise.document import Request, localise
from polycharter.model.block import Block, Listing, Paragraph, Record, Records
from polycharter.model.charter import Charter
from polycharter.model.compiled import Compiled
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText, State
from polycharter.model.message import Key
from polycharter.model.review import EditionReview
from polycharter.model.walk import messages
from polycharter.source.charter import read_charter
from polycharter.text.outline import ROWS, outline

TESTS = Path(__file__).parents[1]
Section = LocalisedSection
Change = Callable[[Section], Section]
NO_OTHER: Mapping[str, str] = {}


@pytest.fixture(scope="module")
def charter() -> Charter:
    return read_charter(TESTS / "sample", [TESTS.parent / "templates"])


def translated(charter: Charter, other: Mapping[str, str]) -> Mapping[Key, tuple[str, ...]]:
    """Every message translated: the same text with a mark, or what `other` says of a text that begins so."""
    found: dict[Key, tuple[str, ...]] = {}
    texts = [*messages(charter), *charter.terms.values()]
    for message in texts:
        begins = (text for start, text in other.items() if message.text.startswith(start))
        found[message.key] = (next(begins, f"nl {message.text}"),)
    for unit in charter.units.values():
        found[unit.message.key] = ("{n} werkdag", "{n} werkdagen")
    return found


def review(
    charter: Charter,
    edition: Edition = Edition.STAFF,
    change: Change | None = None,
    other: Mapping[str, str] = NO_OTHER,
) -> EditionReview:
    """English beside Dutch, in which the sections are changed or a text is translated in another way."""
    words = {message.key: (message.text,) for message in charter.words.values()}

    def document(locale: str, prose: Mapping[Key, tuple[str, ...]]) -> LocalisedDocument:
        request = Request(locale, edition, datetime.date(2026, 11, 21), (), "", "")
        return localise(charter, Compiled(prose, lambda n: int(n != 1)), Compiled(words, lambda _: 0), request)

    dutch = document("nl", translated(charter, other))
    if change is not None:
        dutch = replace(dutch, sections=tuple(map(change, dutch.sections)))
    return EditionReview(charter, edition, (document("en", {}), dutch))


def found(review: EditionReview) -> list[str]:
    return [f"{finding.check}: {finding.what}" for finding in check_edition(review)]


def blocks_in(section: Section, change: Callable[[Block[LocalisedText]], Block[LocalisedText]]) -> Section:
    return replace(section, blocks=tuple(change(block) for block in section.blocks))


@pytest.mark.parametrize("edition", Edition)
def test_a_complete_translation_carries_the_same(charter: Charter, edition: Edition) -> None:
    """Local numbers, an addendum and other words are no difference."""
    assert found(review(charter, edition)) == []
    english, dutch = (outline(charter, document) for document in review(charter, edition).documents)
    assert {row: english.digest(row) for row in ROWS} == {row: dutch.digest(row) for row in ROWS}
    assert dutch.untranslated == 0
    assert dutch.words > english.words
    assert dutch.added == (() if edition is Edition.SUMMARY else ("disputes",))
    assert english.added == ()


def test_the_order_of_values_and_links_is_free(charter: Charter) -> None:
    """As word order is."""
    other = "[klachten](#complaints): *{closing}*, **{share}**"
    assert found(review(charter, other={"At least": other})) == []


def test_a_link_that_a_translation_left_out(charter: Charter) -> None:
    """It is told with the text, the section and where the source stands."""
    (finding,) = check_edition(review(charter, other={"At least": "*{closing}*, **{share}**, zie klachten"}))
    assert (finding.check, finding.locale) == ("parity-link", "nl")
    assert finding.what == "a text in the section “promises” has no link to “#complaints” in nl"
    assert str(finding.place).startswith("charter/01-promises.md:3")
    assert finding.keys[0][1].startswith("At least")


def test_a_section_that_is_missing(charter: Charter) -> None:
    """Told once, not once for each of its blocks; its records are told apart."""
    whole = review(charter)
    english, dutch = whole.documents
    kept = tuple(section for section in dutch.sections if section.id != "handbook")
    said = found(replace(whole, documents=(english, replace(dutch, sections=kept))))
    assert "parity-section: the staff edition in nl lacks the section “handbook”" in said
    assert sum(line.startswith("parity-section") for line in said) == 1


def test_a_section_that_only_one_language_has(charter: Charter) -> None:
    """An addendum is no difference; the same section among the charter's own is."""

    def canonical(section: Section) -> Section:
        return replace(section, state=State.TRANSLATED) if section.id == "disputes" else section

    expected = "parity-section: the staff edition in nl has, and the source has not, the section “disputes”"
    assert expected in found(review(charter, change=canonical))


def test_a_list_item_that_is_missing(charter: Charter) -> None:
    """The list item and what stands in it."""

    def shorter(block: Block[LocalisedText]) -> Block[LocalisedText]:
        return replace(block, items=block.items[:1]) if isinstance(block, Listing) else block

    said = found(review(charter, change=lambda section: blocks_in(section, shorter)))
    (blocks,) = (line for line in said if line.startswith("parity-section"))
    assert "the section “promises” has other blocks in nl than in the source: list item (block 3.2), " in blocks


def _records(change: Callable[[Record[LocalisedText]], Record[LocalisedText]], kind: str) -> Change:
    def in_block(block: Block[LocalisedText]) -> Block[LocalisedText]:
        if isinstance(block, Records) and block.kind == kind:
            return replace(block, records=tuple(map(change, block.records)))
        return block

    return lambda section: blocks_in(section, in_block)


def test_a_limit_that_differs(charter: Charter) -> None:
    """The values are compared before they are formatted."""

    def weaker(record: Record[LocalisedText]) -> Record[LocalisedText]:
        fields = (replace(field, raw={"is": "at_most"}) if field.name == "limit" else field for field in record.fields)
        return replace(record, fields=tuple(fields)) if record.id == "letters" else record

    (said,) = found(review(charter, change=_records(weaker, "commitments")))
    assert said.startswith('parity-commitment: limit of the commitment “letters” is {"is": "at_most"} in nl, {"is":')


def test_a_local_value_may_differ(charter: Charter) -> None:
    """The time on the phone is local in the sample, and Dutch has another."""
    assert charter.layers["nl"].facts["wait"].value != charter.facts["wait"].value
    english, dutch = review(charter).documents
    limit = [
        field.raw
        for document in (english, dutch)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Records)
        for record in block.records
        if record.id == "phone"
        for field in record.fields
        if field.name == "limit"
    ]
    assert limit[0] != limit[1]


def test_a_contact_without_its_number(charter: Charter) -> None:
    """The number may be another, but not missing."""

    def silent(record: Record[LocalisedText]) -> Record[LocalisedText]:
        return replace(record, fields=tuple(field for field in record.fields if field.name != "phone"))

    said = found(review(charter, change=_records(silent, "contacts")))
    assert "parity-contact: phone of the contact “helpline” is there in the source and not in nl" in said


def test_a_text_without_its_value(charter: Charter) -> None:
    """Localising refuses such a translation; a renderer's mistake would be found here."""
    bare = Paragraph(LocalisedText((), "nl", State.TRANSLATED))

    def without(each: Section) -> Section:
        return replace(each, blocks=(bare, *each.blocks[1:])) if each.id == "brief" else each

    said = found(review(charter, change=without))
    assert (
        "parity-value: a text in the section “brief” (“We answer letters within…”) lacks {reply_letters} in nl" in said
    )


def test_one_language_alone_has_nothing_to_be_compared_with(charter: Charter) -> None:
    """No findings, whatever it holds."""
    whole = review(charter)
    assert found(replace(whole, documents=whole.documents[:1])) == []
    assert found(replace(whole, documents=())) == []

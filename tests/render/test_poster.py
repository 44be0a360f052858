"""The poster is one tagged page with every commitment of the public edition, as large as fits."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.render.sample import COMMITMENTS, SHIPPED, document, said
from tests.render.sample_arabic import right_to_left
from tests.render.test_pdf import assert_valid, words_of

from polycharter.model.block import Record, Records
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument, LocalisedText
from polycharter.render import poster
from polycharter.text.flatten import plain


def printed(doc: LocalisedDocument) -> PdfReader:
    return PdfReader(BytesIO(poster.render(doc, [SHIPPED])))


def with_commitments(count: int) -> LocalisedDocument:
    """The sample with so many commitments."""
    record = COMMITMENTS.records[0]
    many: tuple[Record[LocalisedText], ...] = tuple(
        replace(record, id=f"c{number}", title=said(f"Belofte {number}: wij antwoorden binnen een week."))
        for number in range(count)
    )
    doc = document(Edition.PUBLIC)
    first = replace(doc.sections[0], blocks=(replace(COMMITMENTS, records=many),))
    return replace(doc, sections=(first,))


def test_it_shows_every_commitment_and_nothing_else() -> None:
    doc = document(Edition.PUBLIC)
    said_there = words_of(printed(doc))
    for record in COMMITMENTS.records:
        assert " ".join(plain(record.title.nodes).split()) in said_there
    assert "Kanaal" not in said_there
    assert doc.version in said_there


@pytest.mark.parametrize("count", [1, 2, 7, 18, 60])
def test_it_is_one_page_of_a3_however_many_there_are(count: int) -> None:
    reader = printed(with_commitments(count))
    assert len(reader.pages) == 1
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (842, 1191)
    text = words_of(reader)
    assert all(f"Belofte {number}:" in text for number in range(count))


def test_it_is_for_the_public_edition_only_and_where_there_are_commitments() -> None:
    assert poster.applies(document(Edition.PUBLIC))
    assert not poster.applies(document(Edition.STAFF))
    assert not poster.applies(document(Edition.SUMMARY))
    doc = document(Edition.PUBLIC)
    sections = tuple(
        replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Records)))
        for section in doc.sections
    )
    assert not poster.applies(replace(doc, sections=sections))


ARABIC = replace(with_commitments(3), locale="ar", direction="rtl", title=right_to_left().title)


@pytest.mark.parametrize("doc", [document(Edition.PUBLIC), ARABIC], ids=["nl", "ar"])
def test_it_is_accessible_and_archivable(doc: LocalisedDocument) -> None:
    assert_valid(poster.render(doc, [SHIPPED]))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert poster.render(document(Edition.PUBLIC), [SHIPPED]) == poster.render(document(Edition.PUBLIC), [SHIPPED])

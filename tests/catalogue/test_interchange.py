"""polib's view of a catalogue is ours."""

import polib

from polycharter.catalogue.header import header_fields, new_header
from polycharter.catalogue.interchange import to_polib
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry

CATALOGUE = Catalogue(
    (
        Entry(
            "Hello {n}\n",
            ("Hallo {n}\n",),
            context="menu",
            fuzzy=True,
            flags=("python-brace-format",),
            translator_comments=("Ask the editor.", "Or Shop."),
            extracted_comments=("Heading", "Note: x"),
            references=("a.md", "b.md:12"),
            previous_id="Hi",
            previous_context="old",
        ),
        Entry("{n} day", ("{n} dag", "{n} dagen"), "{n} days", previous_id="d", previous_plural="ds", fuzzy=True),
        Entry("old", ("oud",), obsolete=True),
    ),
    new_header(
        project="charter 1.0",
        report_to="a@example.org",
        pot_created="2026-11-21 14:05+0000",
        plural_forms="nplurals=2; plural=(n != 1);",
        comments=("Dutch.",),
    ),
)


def test_polib_writes_what_we_would_write() -> None:
    """polib's own text, read by us, is the same content."""
    again = read_po(str(to_polib(CATALOGUE)).encode())
    assert [_content(entry) for entry in again.entries] == [_content(entry) for entry in CATALOGUE.entries]
    assert header_fields(again.header) == header_fields(CATALOGUE.header)


def test_polib_reads_what_we_hand_over() -> None:
    """What polib reads from our file is what it gets as objects."""
    theirs = polib.pofile(write_po(CATALOGUE).decode(), wrapwidth=78)
    ours = to_polib(CATALOGUE)
    assert str(theirs) == str(ours)
    assert [entry.flags for entry in theirs] == [entry.flags for entry in ours]
    assert theirs.metadata == ours.metadata


def test_a_fuzzy_header_stays_fuzzy() -> None:
    header = Entry("", ("Language: nl\n",), fuzzy=True)
    assert "#, fuzzy" in str(to_polib(Catalogue((), header)))


def test_a_catalogue_without_header() -> None:
    assert len(to_polib(Catalogue((Entry("a", ("b",)),)))) == 1


def _content(entry: Entry) -> tuple[object, ...]:
    return (
        (entry.key, entry.targets, entry.plural, entry.fuzzy, entry.obsolete, entry.flags),
        (entry.translator_comments, entry.extracted_comments, entry.references),
        (entry.previous_id, entry.previous_plural, entry.previous_context),
    )

"""Compiled catalogues: content equal to what msgfmt makes, read by anyone."""

import gettext as stdlib_gettext
import io
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polycharter.catalogue.header import new_header
from polycharter.catalogue.mo import read_mo, write_mo
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.errors import CharterError

Gettext = Callable[..., "subprocess.CompletedProcess[bytes]"]

HEADER = new_header(
    project="charter 1.0",
    report_to="charter@example.org",
    pot_created="2026-11-21 14:05+0000",
    language="nl",
    plural_forms="nplurals=2; plural=(n != 1);",
)
CATALOGUE = Catalogue(
    (
        Entry("Hello", ("Hallo",)),
        Entry("Hello", ("Hoi",), context="menu"),
        Entry("", ("leeg",), context="menu"),
        Entry("{n} day", ("{n} dag", "{n} dagen"), "{n} days"),
        Entry("{n} day", ("{n} dagje", "{n} dagjes"), "{n} days", "menu"),
        Entry("Zoë\n", ("Zoë “é”\n",)),
        Entry("fuzzy", ("x",), fuzzy=True),
        Entry("empty", ("",)),
        Entry("old", ("oud",), obsolete=True),
    ),
    HEADER,
)
FINISHED = {
    (None, "Hello"): ("Hallo",),
    ("menu", "Hello"): ("Hoi",),
    ("menu", ""): ("leeg",),
    (None, "{n} day"): ("{n} dag", "{n} dagen"),
    ("menu", "{n} day"): ("{n} dagje", "{n} dagjes"),
    (None, "Zoë\n"): ("Zoë “é”\n",),
}


def pairs(data: bytes) -> list[tuple[bytes, bytes]]:
    """The pairs of a little endian `.mo` file in their order."""
    count, ids, targets = struct.unpack_from("<3I", data, 8)

    def text(table: int, index: int) -> bytes:
        length, offset = struct.unpack_from("<2I", data, table + 8 * index)
        return data[offset : offset + length]

    return [(text(ids, index), text(targets, index)) for index in range(count)]


def test_reading_gives_what_was_written() -> None:
    compiled = read_mo(write_mo(CATALOGUE))
    assert compiled.forms == FINISHED
    assert compiled.singular(("menu", "Hello")) == "Hoi"
    assert [compiled.counted((None, "{n} day"), n) for n in (0, 1, 2)] == ["{n} dagen", "{n} dag", "{n} dagen"]
    assert compiled.singular((None, "fuzzy")) is None


def test_msgfmt_makes_the_same_content(gettext: Gettext) -> None:
    done = gettext("msgfmt", "-o", "-", data=write_po(CATALOGUE))
    assert done.returncode == 0, done.stderr.decode()
    assert pairs(write_mo(CATALOGUE)) == pairs(done.stdout)
    assert read_mo(done.stdout).forms == FINISHED


def test_msgfmt_checks_our_files(gettext: Gettext, tmp_path: Path) -> None:
    done = gettext("msgfmt", "--check-format", "--check-domain", "-o", str(tmp_path / "x.mo"), data=write_po(CATALOGUE))
    assert done.returncode == 0, done.stderr.decode()


def test_the_standard_library_reads_it() -> None:
    translations = stdlib_gettext.GNUTranslations(io.BytesIO(write_mo(CATALOGUE)))
    assert translations.gettext("Hello") == "Hallo"
    assert translations.pgettext("menu", "Hello") == "Hoi"
    assert translations.ngettext("{n} day", "{n} days", 5) == "{n} dagen"
    assert translations.npgettext("menu", "{n} day", "{n} days", 1) == "{n} dagje"
    assert translations.info()["language"] == "nl"


def test_polib_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "nl.mo"
    path.write_bytes(write_mo(CATALOGUE))
    found = {
        (entry.msgctxt, entry.msgid): tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
        for entry in polib.mofile(str(path))
    }
    assert found == FINISHED


def test_a_plural_with_an_empty_form_is_left_out() -> None:
    catalogue = Catalogue((Entry("{n} day", ("{n} dag", ""), "{n} days"),), HEADER)
    assert read_mo(write_mo(catalogue)).forms == {}


def test_the_same_catalogue_gives_the_same_bytes_in_any_order() -> None:
    turned = Catalogue(tuple(reversed(CATALOGUE.entries)), HEADER)
    assert write_mo(turned) == write_mo(CATALOGUE)


def test_big_endian_files_are_read() -> None:
    data = write_mo(Catalogue((Entry("a", ("b",)),)))
    numbers = (len(data) - 4) // 4
    words = struct.unpack_from("<11I", data)
    assert numbers
    assert read_mo(struct.pack(">11I", *words) + data[44:]).forms == {(None, "a"): ("b",)}


def test_no_plural_rule_means_that_of_english() -> None:
    compiled = read_mo(write_mo(Catalogue((Entry("a", ("b", "c"), "as"),))))
    assert (compiled.counted((None, "a"), 1), compiled.counted((None, "a"), 2)) == ("b", "c")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "does not begin as"),
        (b"\xde\x12\x04\x95", "does not begin as"),
        (b"<html>" * 20, "does not begin as"),
        (write_mo(CATALOGUE)[:40], "tables lie outside"),
        (write_mo(CATALOGUE)[:-1], "lies outside the file"),
        (write_mo(CATALOGUE)[:200], "lies outside the file"),
        (write_mo(CATALOGUE).replace("Zoë".encode(), b"Zo\xff\xff"), "not UTF-8"),
        (write_mo(CATALOGUE).replace(b"(n != 1)", b"(n/0==1)"), "divides by zero"),
        (write_mo(CATALOGUE)[:4] + b"\0\0\x02\0" + write_mo(CATALOGUE)[8:], "tables lie outside"),
    ],
)
def test_damaged_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(CharterError) as caught:
        read_mo(data, "locales/nl.mo")
    assert str(caught.value).startswith("locales/nl.mo: ")
    assert message in str(caught.value)


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 300), st.binary(max_size=4))
def test_any_damage_is_our_own_error(noise: bytes, where: int, patch: bytes) -> None:
    good = write_mo(CATALOGUE)
    for data in (noise, good[:4] + noise, good[:where] + patch + good[where + len(patch) :]):
        try:
            read_mo(data)
        except CharterError:
            continue

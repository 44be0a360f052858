"""Reading `.po` files: every file in `cases/read` says in its first lines what is expected of it."""

import codecs
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from polycharter.catalogue.po_entry import read_entry
from polycharter.catalogue.po_read import MAX_MISTAKES, read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.errors import CharterError

Gettext = Callable[..., "subprocess.CompletedProcess[bytes]"]
FILES = sorted(Path(__file__).with_name("cases").joinpath("read").glob("*.po"))
EXPECT = re.compile(r"^# expect: (.*)$", re.MULTILINE)
HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def expected(path: Path) -> list[str]:
    return [line.rstrip("\r") for line in EXPECT.findall(path.read_bytes().decode("utf-8", "replace"))]


GOOD = [path for path in FILES if expected(path) == ["ok"]]
BAD = [path for path in FILES if expected(path) != ["ok"]]


def content(catalogue: Catalogue) -> list[Entry]:
    """What the entries say, without where and how they are written."""
    everything = [*([catalogue.header] if catalogue.header else []), *catalogue.entries]
    return [replace(entry, line=0, target_line=0, raw=None) for entry in everything]


def mistakes(data: bytes) -> list[str]:
    with pytest.raises(CharterError) as caught:
        read_po(data, "nl.po")
    return [str(mistake) for mistake in caught.value.mistakes]


def test_every_case_says_what_is_expected() -> None:
    assert len(BAD) >= 60
    assert len(GOOD) >= 40
    assert all(expected(path) for path in FILES)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_file_comes_back_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    assert write_po(read_po(data, path.name)) == data


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_file_is_refused_with_place_and_reason(path: Path) -> None:
    with pytest.raises(CharterError) as caught:
        read_po(path.read_bytes(), path.name)
    found = caught.value.mistakes
    assert [
        f"{mistake.place.line}{f':{mistake.place.column}' if mistake.place.column else ''} {mistake.what}"
        for mistake in found
    ] == expected(path)
    assert all(mistake.place.path == path.name and mistake.todo.endswith(".") for mistake in found)
    assert not any(mistake.what.endswith(".") for mistake in found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_gettext_agrees(path: Path, gettext: Gettext) -> None:
    """What msgcat refuses is refused; what it accepts is accepted with the same content, unless the case says so."""
    data = path.read_bytes()
    done = gettext("msgcat", data=data)
    if b"# gettext: refuses" in data:
        assert done.returncode != 0
        return
    assert (done.returncode == 0) is (path in GOOD or b"# gettext: accepts" in data), done.stderr.decode()
    if path not in GOOD or path.stem.startswith(("flag", "comment", "control", "references", "obsolete")):
        return  # msgcat drops flags it does not know, comments at the end and empty obsolete entries
    ours, theirs = content(read_po(data)), content(read_po(done.stdout))
    assert sorted(map(bare, ours)) == sorted(map(bare, theirs))


def bare(entry: Entry) -> tuple[str, ...]:
    return (entry.id, str(entry.context), str(entry.plural), *entry.targets, str(entry.previous_id), str(entry.fuzzy))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_plain_and_strict_reader_agree(path: Path) -> None:
    """The fast way through a file and the whole grammar give the same entries."""
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    strict = []
    position = 0
    while read := read_entry(text, position):
        strict.append(read.entry)
        position = read.end
    fast = read_po(path.read_bytes())
    assert sorted(map(bare, content(fast))) == sorted(map(bare, strict))
    assert sorted((e.flags, e.references) for e in content(fast)) == sorted((e.flags, e.references) for e in strict)


def test_fields_of_an_entry() -> None:
    data = (
        HEADER
        + (
            "# Ask the editor.\n#\n#. Heading in “Complaints”\n#: a.md b.md\n"
            "#, fuzzy, python-brace-format\n#, max-length:20\n"
            '#| msgctxt "old"\n#| msgid "Hi"\n#| msgid_plural "His"\n'
            'msgctxt "menu"\nmsgid ""\n"Hello {n}\\n"\n"there"\nmsgid_plural "Hellos"\n'
            'msgstr[0] "Hallo"\nmsgstr[1] "Hoi"\n'
        ).encode()
    )
    (entry,) = read_po(data).entries
    assert replace(entry, raw=None) == Entry(
        "Hello {n}\nthere",
        ("Hallo", "Hoi"),
        "Hellos",
        "menu",
        fuzzy=True,
        flags=("python-brace-format", "max-length:20"),
        translator_comments=("Ask the editor.", ""),
        extracted_comments=("Heading in “Complaints”",),
        references=("a.md", "b.md"),
        previous_id="Hi",
        previous_plural="His",
        previous_context="old",
        line=14,
        target_line=18,
    )


def test_lines_are_those_of_the_file() -> None:
    data = HEADER + b'# one\nmsgid "a"\nmsgstr "b"\n\n\n#~ msgid "c"\n#~ msgstr ""\n#~ "d"\n\nmsgid "e"\nmsgstr "f"\n'
    catalogue = read_po(data)
    assert [(entry.line, entry.target_line) for entry in catalogue.entries] == [(5, 6), (9, 10), (13, 14)]
    assert catalogue.header is not None
    assert (catalogue.header.line, catalogue.header.target_line) == (1, 2)


def test_raw_holds_the_lines_with_the_blank_ones_before() -> None:
    catalogue = read_po(HEADER + b'# c\nmsgid "a"\nmsgstr "b"\n\n# end\n')
    assert catalogue.header is not None
    assert catalogue.header.raw == HEADER[:-1].decode()
    assert catalogue.entries[0].raw == '\n# c\nmsgid "a"\nmsgstr "b"\n'
    assert catalogue.tail == "\n# end\n"


def test_windows_line_ends_are_kept_and_known() -> None:
    data = (HEADER + b'msgid "a"\nmsgstr ""\n"b"\n').replace(b"\n", b"\r\n")
    catalogue = read_po(data)
    assert catalogue.newline == "\r\n"
    assert catalogue.entries[0].targets == ("b",)
    assert write_po(catalogue) == data


def test_mixed_line_ends_are_kept() -> None:
    data = HEADER + b'msgid "a"\r\nmsgstr ""\r\n"b"\n'
    assert write_po(read_po(data)) == data
    assert read_po(data).newline == "\n"


def test_empty_file_is_an_empty_catalogue() -> None:
    assert read_po(b"") == Catalogue(())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (codecs.BOM_UTF8 + HEADER, "nl.po:1:1: the file begins with a byte order mark"),
        (HEADER.decode().encode("utf-16"), "nl.po:1:1: the file is in UTF-16"),
        (HEADER.decode().encode("utf-32"), "nl.po:1:1: the file is in UTF-32"),
        (HEADER + b'msgid "a"\nmsgstr "b\0c"\n', "nl.po:5:10: the file holds a NUL byte"),
        (HEADER + b'msgid "a"\nmsgstr "caf\xe9"\n', "nl.po:5:12: the byte 0xE9 is not UTF-8"),
        (HEADER + b'msgid "a"\nmsgstr "caf\xc3"\n', "nl.po:5:12: the byte 0xC3 is not UTF-8"),
        (HEADER + b'msgid "a"\nmsgstr "\xed\xa0\x80"\n', "nl.po:5:9: the byte 0xED is not UTF-8"),
        (HEADER.replace(b"UTF-8", b"CP1253") + b'msgid "a"\nmsgstr "\xff"\n', "nl.po:5:9: the byte 0xFF means nothing"),
        (HEADER.replace(b"\n", b"\r"), "nl.po:1:1: the lines end as on a Mac"),
    ],
    ids=["bom", "utf-16", "utf-32", "nul", "latin-1", "cut-character", "surrogate", "other-charset", "mac"],
)
def test_bytes_that_are_no_utf8_text_are_refused(data: bytes, message: str) -> None:
    assert mistakes(data)[0].startswith(message)


def test_mistakes_are_many_but_not_endless() -> None:
    data = HEADER + b"".join(b'msgid "%d"\nmsgstr open\n\n' % number for number in range(100))
    assert len(mistakes(data)) == MAX_MISTAKES


def test_half_a_file_never_gives_half_a_text() -> None:
    """Cut after any byte, a file is refused or holds only whole texts, and is still lossless."""
    data = (
        HEADER + '# Vraag\nmsgctxt "x"\nmsgid "Hello"\nmsgid_plural "Hellos"\nmsgstr[0] "Één"\nmsgstr[1] "b"\n'.encode()
    )
    accepted = 0
    for end in range(len(HEADER), len(data)):
        try:
            catalogue = read_po(data[:end])
        except CharterError:
            continue
        accepted += 1
        assert write_po(catalogue) == data[:end]
        assert all(entry.targets in (("Één",), ("Één", "b")) for entry in catalogue.entries)
    assert accepted < 20

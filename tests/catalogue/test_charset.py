"""Files in older charsets: each `cases/convert/x.po` comes out as `x.utf8.po`, and a note says so."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from polycharter.catalogue.charset import CONVERTED
from polycharter.catalogue.header import header_field
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue
from polycharter.model.errors import CharterError

Gettext = Callable[..., "subprocess.CompletedProcess[bytes]"]
FILES = sorted(
    path
    for path in Path(__file__).with_name("cases").joinpath("convert").glob("*.po")
    if not path.name.endswith(".utf8.po")
)
LETTERS = "ÀéłőŽšäßþğŁļŲαΩЖщбאשعםไทยあア漢信件功能한글"


def in_charset(charset: str, text: str) -> bytes:
    header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\n'
    return header.encode("ascii") + f'msgid "a"\nmsgstr "{text}"\n'.encode(charset)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestFile:
    """What holds for every file."""

    def test_is_converted_and_nothing_else_changes(self, path: Path) -> None:
        catalogue = read_po(path.read_bytes(), path.name)
        assert write_po(catalogue) == path.with_suffix(".utf8.po").read_bytes()
        assert header_field(catalogue.header, "Content-Type") == "text/plain; charset=UTF-8"

    def test_is_said(self, path: Path) -> None:
        (note,) = read_po(path.read_bytes(), path.name).repaired
        assert str(note).startswith(f"{path.name}:3:1: the file was in ")
        assert note.what.endswith("has been converted to UTF-8")

    def test_the_converted_file_needs_no_repair(self, path: Path) -> None:
        again = read_po(path.with_suffix(".utf8.po").read_bytes(), path.name)
        assert again == replace(read_po(path.read_bytes(), path.name), repaired=())

    def test_msgconv_agrees(self, path: Path, gettext: Gettext) -> None:
        done = gettext("msgconv", "-t", "UTF-8", data=path.read_bytes())
        assert done.returncode == 0
        assert texts(read_po(done.stdout)) == texts(read_po(path.read_bytes()))


def texts(catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    return [(entry.id, entry.targets) for entry in catalogue.entries]


@pytest.mark.parametrize("charset", sorted(CONVERTED))
def test_every_charset_of_the_list_is_converted(charset: str) -> None:
    text = LETTERS.encode(charset, "ignore").decode(charset)
    assert text
    catalogue = read_po(in_charset(charset, text))
    assert catalogue.entries[0].targets == (text,)
    assert len(catalogue.repaired) == 1
    assert read_po(write_po(catalogue)).repaired == ()


@pytest.mark.parametrize(
    ("declared", "charset"),
    [("iso8859-1", "iso-8859-1"), ("ISO_8859-15", "iso-8859-15"), ("latin1", "iso-8859-1"), ("KOI8R", "koi8-r"),
     ("windows1252", "windows-1252"), ("EUCJP", "euc-jp"), ("SJIS", "shift_jis")],
)  # fmt: skip
def test_a_charset_goes_by_other_names_too(declared: str, charset: str) -> None:
    text = LETTERS.encode(charset, "ignore").decode(charset)
    data = in_charset(charset, text).replace(charset.encode(), declared.encode())
    catalogue = read_po(data)
    assert catalogue.entries[0].targets == (text,)
    assert header_field(catalogue.header, "Content-Type") == "text/plain; charset=UTF-8"
    assert len(catalogue.repaired) == 1


@pytest.mark.parametrize("declared", ["utf8", "UTF_8", "u8"])
def test_utf8_by_another_name_is_utf8(declared: str) -> None:
    catalogue = read_po(in_charset("utf-8", "é").replace(b"charset=utf-8", b"charset=" + declared.encode()))
    assert catalogue.entries[0].targets == ("é",)
    assert catalogue.repaired == ()


@pytest.mark.parametrize(
    "charset",
    ["utf7", "u7", "unicode-1-1-utf-7",
     "UTF-7", "utf-7-imap", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "rot13", "hz", "iso2022_jp",
     "cp037", "utf-16", "utf_8_sig", "base64", "hex", "zlib", "mbcs", "undefined", "x" * 5000],
)  # fmt: skip
def test_no_other_charset_is_read(charset: str) -> None:
    data = in_charset("ascii", "+ADw-script+AD4-").replace(b"charset=ascii", b"charset=" + charset.encode())
    with pytest.raises(CharterError, match="which is not read") as caught:
        read_po(data, "nl.po")
    (mistake,) = caught.value.mistakes
    assert str(mistake).startswith("nl.po:2:1: the header says charset=")
    assert len(str(mistake)) < 250


def test_what_is_in_utf8_is_not_converted_a_second_time() -> None:
    data = in_charset("iso-8859-1", "a").replace(b'"a"\n', '"é"\n'.encode())
    with pytest.raises(CharterError, match="but the text is in UTF-8"):
        read_po(data)

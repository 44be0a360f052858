"""From the bytes of a `.po` file to its text: UTF-8, or one of a list of older charsets, converted and said so.

The charset is what the header entry declares, by any of its usual names, and nothing else decides. Charsets that are
not on the list are refused, above all those in which harmless bytes become other characters (UTF-7 and what Python
calls escapes).
"""

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from polycharter.catalogue.po_entry import read_entry
from polycharter.catalogue.po_mistakes import DamageError, place_in
from polycharter.model.catalogue import Entry
from polycharter.model.errors import Mistake, charter_error
from polycharter.model.place import Place

_CHARSET = re.compile(r"^(content-type:.*?charset=)([^\s;]*)", re.IGNORECASE | re.MULTILINE)
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_UTF8 = frozenset({"utf-8", "utf8"})
_NEUTRAL = frozenset({"", "charset", "ascii", "us-ascii", "ansi_x3.4-1968"})
_SINGLE = (
    *(f"iso-8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)),
    *(f"windows-{page}" for page in range(1250, 1259)),
    *(f"cp{page}" for page in (850, 866, 874, *range(1250, 1259))),
    *("koi8-r", "koi8-u", "koi8-t", "tis-620"),
)
_WIDE = (
    *("euc-jp", "euc-kr", "gb2312", "gbk", "gb18030", "big5", "big5-hkscs"),
    *("shift_jis", "johab", "cp932", "cp949", "cp950"),
)
CONVERTED = frozenset((*_SINGLE, *_WIDE))
"""The charsets that are converted, in small letters: those of GNU gettext's list that Python knows."""

_NAME = re.compile(r"(?=[0-9._:-]{0,8}[a-z])[a-z0-9][a-z0-9._:-]{0,39}")
_HEADER = 100_000
_C1 = re.compile("[\x80-\x9f]")


class Decoded(NamedTuple):
    """The text, and how it was repaired to get it: nothing, or one note; `charset` is what was converted from."""

    text: str
    charset: str = ""
    note: Mistake | None = None


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file. Raises CharterError where it cannot be told for sure what its bytes mean."""
    _refuse_marks(data, path)
    header = header_of(data[:_HEADER].decode("ascii", "surrogateescape"))
    charset = declared(header)
    if charset in CONVERTED:
        return _converted(data, path, charset, header.target_line if header else 1)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if header is not None:
            check_charset(header, False, path)
        before = data[: error.start].decode("utf-8")
        raise charter_error(
            place_in(before, path, len(before)),
            f"the byte 0x{data[error.start]:02X} is not UTF-8",
            "Save the file as UTF-8. If it is in another charset, name that in the header, or convert the file: "
            "iconv -f OTHER -t UTF-8.",
        ) from None


def header_of(text: str) -> Entry | None:
    """The header of a file that may be damaged further on, None where there is none at its top."""
    try:
        read = read_entry(text, 0)
    except (DamageError, UnicodeEncodeError):
        return None
    return read.placed(text, 0, 1, False) if read and read.entry.key == (None, "") else None


def declared(header: Entry | None) -> str:
    """The charset that the header declares, in small letters and by its name on the list; empty where it says none."""
    found = _CHARSET.search(header.targets[0]) if header else None
    return _listed(found[2].lower()) if found else ""


def _listed(charset: str) -> str:
    """A charset by the name that it has on the list, by whatever name it goes; itself where it is not on it.

    >>> [_listed(name) for name in ("iso8859-1", "latin1", "koi8r", "windows1252", "utf7", "646", "os.path")]
    ['iso-8859-1', 'iso-8859-1', 'koi8-r', 'windows-1252', 'utf7', '646', 'os.path']
    """
    if charset in CONVERTED or charset in _UTF8 or not _NAME.fullmatch(charset):
        return charset
    names = _names()
    glued = _glued(charset)
    if glued in names:
        return names[glued]
    try:
        return names.get(_glued(codecs.lookup(charset).name), charset)
    except LookupError:
        return charset


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """The names on the list by what Python calls them and by how they are written without a hyphen."""
    by_codec = {_glued(codecs.lookup(name).name): name for name in sorted(CONVERTED)}
    return {**by_codec, **{_glued(name): name for name in CONVERTED}, "utf8": "utf-8", "ascii": "ascii"}


def _glued(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name)


def check_charset(header: Entry | None, ascii_only: bool, path: str) -> None:
    """Raises CharterError where the header declares anything but UTF-8; a file in ASCII needs to say nothing."""
    charset = declared(header)
    if charset in _UTF8 or (ascii_only and charset in _NEUTRAL):
        return
    place = Place(path, header.target_line if header else 1, 1)
    if charset in _NEUTRAL:
        raise charter_error(
            place,
            "the header does not say that the text is in UTF-8",
            "Write in it: Content-Type: text/plain; charset=UTF-8 (if that is what it is in).",
        )
    todo = f"Convert it: msgconv -t UTF-8 {path} -o {path}, then look whether the text is still right."
    if charset in CONVERTED:
        todo = "Put the header at the top of the file: the charset is read there."
    elif charset.startswith("utf-7") or "escape" in charset:
        todo = "Nothing good is written in that. Ask for the file in UTF-8."
    what = f"the header says charset={charset[:40]}, which is not read"
    raise charter_error(place, what, todo)


def in_utf8(header: Entry) -> Entry:
    """The header as it has to be once its file is in UTF-8; its other lines stay as they were."""
    found = _CHARSET.search(header.targets[0])
    assert found
    values = {name: getattr(header, name) for name in Entry.__slots__}
    values["targets"] = (_CHARSET.sub(r"\g<1>UTF-8", header.targets[0], count=1),)
    written = re.compile(re.escape("charset=" + found[2]), re.IGNORECASE)
    values["raw"] = written.sub("charset=UTF-8", header.raw, count=1) if header.raw else None
    again = header_of(values["raw"].replace("\r\n", "\n")) if values["raw"] else None
    if again is None or again.targets != values["targets"]:
        values["raw"] = None
    return Entry(**values)


def _converted(data: bytes, path: str, charset: str, line: int) -> Decoded:
    place = Place(path, line, 1)
    name = charset.upper() if not charset.startswith("windows") else charset
    if charset in _SINGLE and not data.isascii() and _is_utf8(data):
        raise charter_error(
            place,
            f"the header says charset={name}, but the text is in UTF-8",
            "Write charset=UTF-8 in the header.",
        )
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(charset)
        raise charter_error(
            place_in(before, path, len(before)),
            f"the byte 0x{data[error.start]:02X} means nothing in {name}, which the header declares",
            "Name the right charset in the header, or save the file as UTF-8.",
        ) from None
    control = _C1.search(text)
    if control:
        raise charter_error(
            place_in(text, path, control.start()),
            f"the byte 0x{ord(control[0]):02X} is a control character in {name}, which the header declares",
            "The file is probably in windows-1252: name that in the header, or save the file as UTF-8."
            if charset == "iso-8859-1"
            else "Name the right charset in the header, or save the file as UTF-8.",
        )
    todo = "Look whether the letters are right; from now on the file is in UTF-8."
    return Decoded(text, charset, Mistake(place, f"the file was in {name} and has been converted to UTF-8", todo))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse_marks(data: bytes, path: str) -> None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise charter_error(
                Place(path, 1, 1), f"the file is in {name}", "Save it as UTF-8 (without a byte order mark)."
            )
    if data.startswith(b"\xef\xbb\xbf"):
        raise charter_error(
            Place(path, 1, 1),
            "the file begins with a byte order mark, which gettext's tools refuse",
            "Save it as UTF-8 without a byte order mark (BOM, signature).",
        )
    if b"\0" in data:
        before = data[: data.index(b"\0")]
        raise charter_error(
            Place(path, before.count(b"\n") + 1, len(before) - before.rfind(b"\n")),
            "the file holds a NUL byte, at which every reader cuts the text off",
            "It was damaged or is not a PO file: get it again.",
        )

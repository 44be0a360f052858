"""`.po` files into catalogues: lossless and strict.

Lossless: every entry keeps the lines it was read from, and `tail` what stands after the last one, so
`write_po(read_po(data)) == data`. Strict: what GNU gettext's `msgcat` refuses is refused, with line and column and
what to do; nothing is dropped in silence. What gettext accepts is accepted, and `#=` lines of its newer versions.

Only UTF-8 is read. The charset is taken from the header entry and nowhere else; a file in another one is refused
with the command that converts it. A byte order mark is refused too, as gettext does: its tools would.
"""

import re
from itertools import pairwise

from polycharter.catalogue.po_entry import Read, read_entry
from polycharter.catalogue.po_mistakes import DamageError, place_in
from polycharter.catalogue.po_plain import read_plain
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.errors import CharterError, Mistake, charter_error
from polycharter.model.message import Key
from polycharter.model.place import Place

MAX_MISTAKES = 20
"""Mistakes reported for one file; after that it is better to look at the file."""

_CHARSET = re.compile(r"^content-type:.*?charset=([^\s;]*)", re.IGNORECASE | re.MULTILINE)
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_RESUME = re.compile(r"\n[ \t\r]*\n(?=[#m])")
_UTF8 = frozenset({"utf-8", "utf8"})
_NEUTRAL = frozenset({"", "charset", "ascii", "us-ascii", "ansi_x3.4-1968"})


def read_po(data: bytes, path: str = "") -> Catalogue:
    """The catalogue in the bytes of a `.po` or `.pot` file; `path` is what mistakes name.

    Raises CharterError with every mistake found (at most 20). An empty file is an empty catalogue.
    """
    text = _decoded(data, path)
    returns = text.count("\r")
    carriage_returns = returns > 0 and returns == text.count("\n") == text.count("\r\n")
    if returns and "\n" not in text:
        raise charter_error(
            Place(path, 1),
            "the lines end as on a Mac of the last century (CR)",
            "Save the file with Unix line ends (LF).",
        )
    newline = "\r\n" if returns and 2 * text.count("\r\n") > text.count("\n") else "\n"
    if carriage_returns:
        text = text.replace("\r\n", "\n")
    found, end, mistakes = _entries(text, path, carriage_returns)
    mistakes += _duplicates(found, path)
    mistakes += [
        Mistake(Place(path, entry.line), "the header stands on a line with another entry", "Give it a line of its own.")
        for before, entry in pairwise(found)
        if entry.key == (None, "") and before.line == entry.line
    ]
    if mistakes:
        raise CharterError(*sorted(mistakes, key=lambda mistake: mistake.place)[:MAX_MISTAKES])
    header = next((entry for entry in found if entry.key == (None, "") and not entry.obsolete), None)
    _check_charset(header, data.isascii(), path)
    tail = text[end:]
    return Catalogue(
        tuple(entry for entry in found if entry is not header) if header else tuple(found),
        header,
        path,
        tail.replace("\n", "\r\n") if carriage_returns else tail,
        newline,
    )


def _entries(text: str, path: str, carriage_returns: bool) -> tuple[list[Entry], int, list[Mistake]]:
    """All entries in the order of the file, the offset after the last one, and the mistakes."""
    found: list[Entry] = []
    mistakes: list[Mistake] = []
    position, line = 0, 1
    while True:
        plain = read_plain(text, position, line, carriage_returns)
        if plain is not None:
            entry, position, line = plain
            found.append(entry)
            continue
        try:
            read = read_entry(text, position)
        except DamageError as damage:
            mistakes.append(damage.mistake(text, path))
            resume = None if damage.hopeless else _RESUME.search(text, max(damage.offset, position))
            if resume is None or len(mistakes) == MAX_MISTAKES:
                return found, position, mistakes
            line += text.count("\n", position, resume.end())
            position = resume.end()
            continue
        if read is None:
            return found, position, mistakes
        found.append(_placed(read, text, position, line, carriage_returns))
        line += text.count("\n", position, read.end)
        position = read.end


def _placed(read: Read, text: str, position: int, line: int, carriage_returns: bool) -> Entry:
    raw = text[position : read.end]
    values = {name: getattr(read.entry, name) for name in Entry.__slots__}
    values["line"] = line + text.count("\n", position, read.id_at)
    values["target_line"] = line + text.count("\n", position, read.target_at)
    values["raw"] = raw.replace("\n", "\r\n") if carriage_returns else raw
    return Entry(**values)


def _duplicates(found: list[Entry], path: str) -> list[Mistake]:
    """Entries with the same id and context, obsolete ones included, as msgcat counts them."""
    first: dict[Key, Entry] = {}
    mistakes = []
    for entry in found:
        earlier = first.setdefault(entry.key, entry)
        if earlier is not entry:
            what = "the header is there twice" if entry.key == (None, "") else "the entry is there twice"
            mistakes.append(
                Mistake(
                    Place(path, entry.line),
                    f"{what}, first in line {earlier.line}",
                    "Keep the better translation and remove the other entry.",
                )
            )
    return mistakes


def _decoded(data: bytes, path: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise charter_error(
                Place(path, 1), f"the file is in {name}", "Save it as UTF-8 (without a byte order mark)."
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
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "surrogateescape")
        header = _header_of(text)
        if header is not None:
            _check_charset(header, False, path)
        byte = data[error.start]
        raise charter_error(
            place_in(text, path, len(data[: error.start].decode("utf-8"))),
            f"the byte 0x{byte:02X} is not UTF-8",
            "Save the file as UTF-8. If it is in another charset, convert it: iconv -f OTHER -t UTF-8.",
        ) from None


def _header_of(text: str) -> Entry | None:
    """The header of a file that may be damaged further on, None where there is none at its top."""
    try:
        read = read_entry(text, 0)
    except (DamageError, UnicodeEncodeError):
        return None
    return _placed(read, text, 0, 1, False) if read and read.entry.key == (None, "") else None


def _check_charset(header: Entry | None, ascii_only: bool, path: str) -> None:
    declared = _CHARSET.search(header.targets[0]) if header else None
    charset = declared[1].lower() if declared else ""
    if charset in _UTF8 or (ascii_only and charset in _NEUTRAL):
        return
    line = header.target_line if header else 1
    if charset in _NEUTRAL:
        raise charter_error(
            Place(path, line),
            "the header does not say that the text is in UTF-8",
            "Write in it: Content-Type: text/plain; charset=UTF-8 (if that is what it is in).",
        )
    todo = f"Convert it: msgconv -t UTF-8 {path} -o {path}, then look whether the text is still right."
    if charset.startswith("utf-7") or "escape" in charset:
        todo = "Nothing good is written in that. Ask for the file in UTF-8."
    what = f"the header says charset={charset[:40]}, only UTF-8 is read"
    raise charter_error(Place(path, line), what, todo)

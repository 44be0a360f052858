"""`.po` files into catalogues: lossless and strict.

Lossless: every entry keeps the lines it was read from, and `tail` what stands after the last one, so
`write_po(read_po(data)) == data`. Strict: what GNU gettext's `msgcat` refuses is refused, with line and column and
what to do; nothing is dropped in silence. What gettext accepts is accepted, and `#=` lines of its newer versions.

The charset is taken from the header entry and nowhere else (`charset.py`); a text that is not in UTF-8 is converted,
which `Catalogue.repaired` says. A byte order mark is refused, as gettext's tools do.
"""

import re
from itertools import pairwise

from polycharter.catalogue.charset import check_charset, declared, decode, in_utf8
from polycharter.catalogue.po_entry import read_entry
from polycharter.catalogue.po_mistakes import DamageError
from polycharter.catalogue.po_plain import read_plain
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.errors import CharterError, Mistake, charter_error
from polycharter.model.message import Key
from polycharter.model.place import Place

MAX_MISTAKES = 20
"""Mistakes reported for one file; after that it is better to look at the file."""

_RESUME = re.compile(r"\n[ \t\r]*\n(?=[#m])")


def read_po(data: bytes, path: str = "") -> Catalogue:
    """The catalogue in the bytes of a `.po` or `.pot` file; `path` is what mistakes name.

    Raises CharterError with every mistake found (at most 20). An empty file is an empty catalogue.
    """
    text, charset, note = decode(data, path)
    returns = text.count("\r")
    carriage_returns = returns > 0 and returns == text.count("\n") == text.count("\r\n")
    if returns and "\n" not in text:
        raise charter_error(
            Place(path, 1, 1),
            "the lines end as on a Mac of the last century (CR)",
            "Save the file with Unix line ends (LF).",
        )
    newline = "\r\n" if returns and 2 * text.count("\r\n") > text.count("\n") else "\n"
    if carriage_returns:
        text = text.replace("\r\n", "\n")
    found, end, mistakes = _entries(text, path, carriage_returns)
    twice = _duplicates(found)
    crowded = [entry for before, entry in pairwise(found) if entry.key == (None, "") and before.line == entry.line]
    if twice or crowded:
        lines = text.split("\n")
        mistakes += [_duplicate(entry, earlier, lines, path) for entry, earlier in twice[:MAX_MISTAKES]]
        what, todo = "the header stands on a line with another entry", "Give it a line of its own."
        mistakes += [Mistake(_place(entry, lines, path), what, todo) for entry in crowded[:MAX_MISTAKES]]
    if mistakes:
        raise CharterError(*sorted(mistakes, key=lambda mistake: mistake.place)[:MAX_MISTAKES])
    header = next((entry for entry in found if entry.key == (None, "") and not entry.obsolete), None)
    if note and declared(header) == charset and header:
        kept, header = header, in_utf8(header)
        found[found.index(kept)] = header
    else:
        check_charset(header, data.isascii(), path)
    tail = text[end:]
    return Catalogue(
        tuple(entry for entry in found if entry is not header) if header else tuple(found),
        header,
        path,
        tail.replace("\n", "\r\n") if carriage_returns else tail,
        newline,
        (note,) if note else (),
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
        entry = read.placed(text, position, line, carriage_returns)
        found.append(entry)
        line = entry.target_line + text.count("\n", read.target_at, read.end)
        position = read.end


def _duplicates(found: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Entries with the id and context of an earlier one, obsolete ones included, as msgcat counts them."""
    first: dict[Key, Entry] = {}
    return [(entry, earlier) for entry in found if (earlier := first.setdefault(entry.key, entry)) is not entry]


def _duplicate(entry: Entry, earlier: Entry, lines: list[str], path: str) -> Mistake:
    what = "the header is there twice" if entry.key == (None, "") else "the entry is there twice"
    todo = "Keep the better translation and remove the other entry."
    return Mistake(_place(entry, lines, path), f"{what}, first in line {earlier.line}", todo)


def _place(entry: Entry, lines: list[str], path: str) -> Place:
    """Line and column of the entry's msgid."""
    return Place(path, entry.line, lines[entry.line - 1].find("msgid") + 1)

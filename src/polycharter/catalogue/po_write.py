"""Catalogues into `.po` files, as GNU gettext writes them.

An entry that still has the lines it was read from goes back as it was; only what is new or changed is written.
That is done so that `msgcat` with the same width leaves it byte for byte as it is: the order of comments, one
blank line between entries, and its rules for wrapping. The one thing it takes away are flags it does not know,
such as `max-length:600`; nothing that counts is said in those alone.
"""

import re
from collections.abc import Iterator

from polycharter.catalogue.linebreak import width
from polycharter.catalogue.po_wrap import string_lines
from polycharter.model.catalogue import WRAPS, Catalogue, Entry

WIDTH = WRAPS["gnu"]
"""Columns of GNU gettext's lines, quotes included."""

_REFERENCES = 79
_BLANK_LINE = re.compile(r"[ \t]*\r?\n")
_ID_LINE = re.compile(r"^[ \t]*(?:#~[ \t]*)?msgid", re.MULTILINE)
_FORMATS = """c objc sh python python-brace lisp elisp librep scheme smalltalk java java-printf csharp javascript awk
object-pascal ycp tcl perl perl-brace php gcc-internal gfc-internal qt qt-plural kde kde-kuit boost lua"""
_FLAG_ORDER = {f"{name}-format": index for index, name in enumerate(_FORMATS.split())}
_LAST_FLAGS = ("range:", "wrap", "no-wrap")


def write_po(catalogue: Catalogue, wrap: int | None = WIDTH) -> bytes:
    """The file as bytes in UTF-8.

    New lines are at most `wrap` columns wide; with 0 they end only after line breaks of the text (as those of
    `msgcat --no-wrap`), with None each text stands on one line.

    For a catalogue as `read_po` gave it this is the file it was read from, byte for byte. A changed entry is
    written with one blank line before it; the lines of the others stay as they are.
    """
    newline = catalogue.newline
    parts: list[str] = []
    previous: Entry | None = None
    for entry in _in_order(catalogue):
        if previous is not None and not _stood_after(previous, entry):
            if not parts[-1].endswith("\n"):
                parts.append(newline)
            if _needs_blank(previous, entry):
                parts.append(newline)
        parts.append(newline.join([*entry_lines(entry, wrap), ""]) if entry.raw is None else entry.raw)
        previous = entry
    parts.append(catalogue.tail)
    return "".join(parts).encode("utf-8")


def entry_lines(entry: Entry, wrap: int | None = WIDTH) -> list[str]:
    """The lines of an entry, written anew, without line ends and without the blank line before it."""
    lines = [
        *_marked("#", entry.translator_comments),
        *_marked("#.", entry.extracted_comments),
        *_reference_lines(entry.references, wrap or _REFERENCES),
        *_flag_lines(entry),
    ]
    if "no-wrap" in entry.flags and wrap:
        wrap = 0
    prefix = "#~| " if entry.obsolete else "#| "
    if entry.previous_context is not None:
        lines += string_lines(prefix, "msgctxt", entry.previous_context, wrap)
    if entry.previous_id is not None:
        lines += string_lines(prefix, "msgid", entry.previous_id, wrap)
    if entry.previous_plural is not None:
        lines += string_lines(prefix, "msgid_plural", entry.previous_plural, wrap)
    prefix = "#~ " if entry.obsolete else ""
    if entry.context is not None:
        lines += string_lines(prefix, "msgctxt", entry.context, wrap)
    lines += string_lines(prefix, "msgid", entry.id, wrap)
    if entry.plural is None:
        return lines + string_lines(prefix, "msgstr", entry.targets[0], wrap)
    lines += string_lines(prefix, "msgid_plural", entry.plural, wrap)
    for index, target in enumerate(entry.targets):
        lines += string_lines(prefix, f"msgstr[{index}]", target, wrap)
    return lines


def _in_order(catalogue: Catalogue) -> Iterator[Entry]:
    """The entries with the header where it stood, which is first unless the file had entries before it."""
    header = catalogue.header
    if header is None:
        yield from catalogue.entries
        return
    waiting = True
    for entry in catalogue.entries:
        if waiting and not 0 < entry.line < header.line:
            yield header
            waiting = False
        yield entry
    if waiting:
        yield header


def _stood_after(previous: Entry, entry: Entry) -> bool:
    """Whether both go back as they were read, one after the other, so that nothing has to be put between them."""
    return entry.raw is not None and previous.raw is not None and previous.line <= entry.line


def _needs_blank(previous: Entry, entry: Entry) -> bool:
    if entry.raw is None:
        return True
    if _BLANK_LINE.match(entry.raw):
        return False
    found = _ID_LINE.search(entry.raw)
    was_first = found is not None and entry.raw.count("\n", 0, found.start()) + 1 == entry.line
    return previous.raw is not None or was_first


def _marked(marker: str, comments: tuple[str, ...]) -> list[str]:
    lines = [line.rstrip("\r") for comment in comments for line in comment.split("\n")]
    return [f"{marker} {line}" if line else marker for line in lines]


def _reference_lines(references: tuple[str, ...], wrap: int) -> list[str]:
    """`#:` lines of at most `wrap` columns; a path with spaces stands between U+2068 and U+2069."""
    lines: list[list[str]] = []
    column = 0
    for reference in references:
        written = f"\u2068{reference}\u2069" if " " in reference else reference
        needed = width(written) + 1
        if not lines or column + needed > wrap:
            lines.append(["#:"])
            column = 2
        lines[-1].append(written)
        column += needed
    return [" ".join(line) for line in lines]


def _flag_lines(entry: Entry) -> list[str]:
    """One `#,` line in GNU gettext's order: fuzzy, formats, flags it does not know, `range:` and wrapping."""
    flags = sorted(entry.flags, key=_flag_rank)
    if entry.fuzzy:
        flags.insert(0, "fuzzy")
    return [f"#, {', '.join(flags)}"] if flags else []


def _flag_rank(flag: str) -> int:
    if flag.startswith(_LAST_FLAGS):
        return len(_FLAG_ORDER) + 1
    return _FLAG_ORDER.get(flag.removeprefix("no-"), len(_FLAG_ORDER))

"""Compiled catalogues: `.mo` files (GNU gettext manual, "The Format of GNU MO Files")."""

import struct
from collections.abc import Callable
from typing import NoReturn

from polycharter.catalogue.header import header_field
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.compiled import Compiled
from polycharter.model.errors import charter_error
from polycharter.model.message import Key
from polycharter.model.place import Place
from polycharter.text.plural import germanic, parse_plural_forms

_MAGIC = 0x950412DE
_HEADER = 28


def write_mo(catalogue: Catalogue) -> bytes:
    """The finished translations as gettext reads them: little endian, sorted, without a hash table.

    Fuzzy, untranslated and obsolete entries are left out; the header is always in, without the date of the
    template, as with `msgfmt`. A plural counts only when every form is filled (`msgfmt` looks at the first alone
    and would show readers an empty text).
    """
    pairs = sorted(_pair(entry) for entry in catalogue.entries if entry.translated)
    if catalogue.header is not None and catalogue.header.targets[0]:
        pairs.insert(0, (b"", _undated(catalogue.header.targets[0]).encode("utf-8")))
    ids = [message for message, _ in pairs]
    targets = [target for _, target in pairs]
    start = _HEADER + 16 * len(pairs)
    id_table, start_of_targets = _table(ids, start)
    target_table, end = _table(targets, start_of_targets)
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), _HEADER, _HEADER + 8 * len(pairs), 0, end)
    return b"".join([head, id_table, target_table, *(text + b"\0" for text in ids + targets)])


def read_mo(data: bytes, path: str = "") -> Compiled:
    """What a `.mo` file holds, of either byte order; `path` is what mistakes name.

    Raises CharterError for a file that is damaged, is not UTF-8 or has a plural rule that makes no sense.
    """
    order = {0x950412DE: "<", 0xDE120495: ">"}.get(int.from_bytes(data[:4], "little")) if len(data) >= _HEADER else None
    if order is None:
        _damaged(path, "it does not begin as a compiled catalogue does")
    revision, count, ids_at, targets_at = struct.unpack_from(order + "4I", data, 4)
    if revision >> 16 > 1 or max(ids_at, targets_at) + 8 * count > len(data):
        _damaged(path, "its tables lie outside the file")
    ids = struct.unpack_from(f"{order}{2 * count}I", data, ids_at)
    targets = struct.unpack_from(f"{order}{2 * count}I", data, targets_at)
    forms: dict[Key, tuple[str, ...]] = {}
    try:
        for index in range(0, 2 * count, 2):
            written = _text(data, ids[index], ids[index + 1], path)
            target = _text(data, targets[index], targets[index + 1], path)
            context, mark, message = written.split("\0", 1)[0].rpartition("\x04")
            forms[context if mark else None, message] = tuple(target.split("\0")) if "\0" in written else (target,)
    except UnicodeDecodeError:
        _damaged(path, "it holds text that is not UTF-8")
    header = forms.pop((None, ""), ("",))[0]
    return Compiled(forms, _rule(header, path))


def _pair(entry: Entry) -> tuple[bytes, bytes]:
    written = entry.id if entry.context is None else f"{entry.context}\x04{entry.id}"
    if entry.plural is None:
        return written.encode("utf-8"), entry.targets[0].encode("utf-8")
    return f"{written}\0{entry.plural}".encode(), "\0".join(entry.targets).encode("utf-8")


def _undated(header: str) -> str:
    return "".join(line for line in header.splitlines(keepends=True) if not line.startswith("POT-Creation-Date:"))


def _table(texts: list[bytes], start: int) -> tuple[bytes, int]:
    """Length and offset of each text, laid one after the other from `start`, and where they end."""
    numbers = []
    for text in texts:
        numbers += [len(text), start]
        start += len(text) + 1
    return struct.pack(f"<{len(numbers)}I", *numbers), start


def _text(data: bytes, length: int, offset: int, path: str) -> str:
    if offset + length >= len(data) or data[offset + length]:
        _damaged(path, "a text in it lies outside the file or has no end")
    return data[offset : offset + length].decode("utf-8")


def _rule(header: str, path: str) -> Callable[[int], int]:
    value = header_field(Entry("", (header,)), "Plural-Forms")
    if value is None:
        return germanic()
    try:
        return parse_plural_forms(value)
    except ValueError as error:
        raise charter_error(
            Place(path),
            f"the Plural-Forms in its header make no sense: {error}",
            "Mend them in the .po file and compile it again.",
        ) from None


def _damaged(path: str, what: str) -> NoReturn:
    raise charter_error(
        Place(path), f"the compiled catalogue is damaged: {what}", "Make it anew with polycharter compile."
    )

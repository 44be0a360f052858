"""Text files of a project, read strictly."""

import errno
import os
import stat
from pathlib import Path

from polycharter.model.errors import charter_error, unreadable
from polycharter.model.place import Place

MAX_BYTES = 4_000_000


def regular_bytes(file: Path) -> bytes:
    """The bytes of a regular file; OSError for anything else, since a pipe would wait and a device never end."""
    mode = file.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a file")
    return file.read_bytes()


def is_there(root: Path, path: str) -> bool:
    """Whether something has that name, be it a folder or a link to nowhere: then it is read, and told what it is."""
    return os.path.lexists(root / path)


def read_text(root: Path, path: str) -> str:
    """The text of `root/path`, which must be UTF-8; every line ends in a plain newline.

    Raises CharterError where the file is missing, unreadable, over 4 MB, has a NUL or is not UTF-8 (with the line).
    """
    place = Place(path)
    try:
        data = regular_bytes(root / path)
    except OSError as error:
        raise unreadable(place, error) from None
    if len(data) > MAX_BYTES:
        raise charter_error(place, "is larger than 4 MB", "A charter file holds text only; take the rest out.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        where = Place(path, line)
        raise charter_error(where, f"byte 0x{data[error.start]:02x} is not UTF-8", "Save the file as UTF-8.") from None
    if "\0" in text:
        where = Place(path, text[: text.index("\0")].count("\n") + 1)
        raise charter_error(where, "holds a NUL character", "Take it out; the file may be damaged.")
    return text.replace("\r\n", "\n")

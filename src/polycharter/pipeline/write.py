"""The only place that changes a file: wholly old or wholly new, at any moment, and never over somebody else's work.

New bytes go into a temporary file in the same folder, to the disk, and then take the old file's name in one step.
A run that is killed can leave nothing behind but such a temporary file, and the next one that writes in the folder
removes it.
"""

import contextlib
import hashlib
import os
import secrets
import stat
from pathlib import Path

from polycharter.model.errors import CharterError, Mistake, charter_error, unreadable
from polycharter.model.place import Place
from polycharter.pipeline.lock import locked
from polycharter.source.files import regular_bytes

ABSENT = ""
"""What to expect where there was no file."""

BESIDE = ".polycharter-new"
"""The ending of what could not be written, because the file was changed meanwhile."""

_TEMPORARY = ".polycharter-{}.tmp"
_TODO = "Check the folder's permissions and the space on the disk."


class ChangedMeanwhileError(CharterError):
    """The file is no longer what the caller had read: it is left as it is, `beside` holds what was to be written."""

    def __init__(self, mistake: Mistake, beside: Path) -> None:
        super().__init__(mistake)
        self.beside = beside


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def digest_of(root: Path, path: str) -> str:
    """The digest of `root/path` as it is now, to be given to `write_file` as `expect`; ABSENT where there is no file.

    Ask before reading the file, so that no change can come in between. Raises CharterError where it cannot be read.
    """
    try:
        data = _bytes(root / path)
    except OSError as error:
        raise unreadable(Place(path), error) from None
    return ABSENT if data is None else digest(data)


def write_file(root: Path, path: str, data: bytes, *, expect: str | None = None) -> bool:
    """Write `data` to `root/path` and return whether that changed anything; a file that holds it already is left alone.

    Mode and, where the system allows it, owner of the old file are kept. With `expect`, the digest of what the
    caller had read (ABSENT for nothing), a file that is different by now stays as it is: the new version is written
    beside it and ChangedMeanwhileError is raised. Raises CharterError where the place cannot be written or lies,
    through a symbolic link, outside `root`; the old file is untouched then, and nothing is left beside it.
    """
    try:
        target = _inside(root, path)
        root.mkdir(parents=True, exist_ok=True)
        with locked(root) as sure:
            target.parent.mkdir(parents=True, exist_ok=True)
            if sure:
                _clear(target.parent)
            if _bytes(target) == data:
                return False
            beside = _put(target, data, expect)
    except OSError as error:
        raise charter_error(Place(path), f"cannot be written ({error.strerror})", _TODO) from None
    if beside is not None:
        what = "was changed by another program in the meantime, and is left as that program wrote it"
        todo = f"Our version is in {beside.name}, in the same folder: compare them, or remove it and run this again."
        raise ChangedMeanwhileError(Mistake(Place(path), what, todo), beside)
    return True


def remove_file(root: Path, path: str) -> None:
    """Remove `root/path` if it is there and inside `root`, and its folder if that is empty then."""
    target = root / path
    with contextlib.suppress(OSError, CharterError):
        _inside(root, path)
        target.unlink()
        target.parent.rmdir()


def _inside(root: Path, path: str) -> Path:
    """Where `root/path` leads; a symbolic link of somebody else never decides what is overwritten."""
    try:
        target = (root / path).resolve()
    except RuntimeError:
        raise charter_error(Place(path), "is a symbolic link that leads to itself", "Remove the link.") from None
    if not target.is_relative_to(root.resolve()):
        raise charter_error(Place(path), "leads out of the project by a symbolic link", "Replace the link by a folder.")
    return target


def _bytes(target: Path) -> bytes | None:
    """What the file holds, None where there is none; OSError where something else has its name (a pipe would wait)."""
    try:
        return regular_bytes(target)
    except FileNotFoundError:
        return None


def _put(target: Path, data: bytes, expect: str | None) -> Path | None:
    """Put `data` in its place, or beside it where the target is not what is expected; return that other place."""
    temporary = target.with_name(_TEMPORARY.format(secrets.token_hex(6)))
    beside = None
    try:
        _fill(temporary, data, target)
        # The comparison is the last thing before the file changes hands, since editors take no lock.
        if expect is not None and _state(target) != expect:
            beside = _free(target, data)
        os.replace(temporary, beside or target)  # noqa: PTH105 - the one call whose promise we rely on
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return beside


def _state(target: Path) -> str:
    data = _bytes(target)
    return ABSENT if data is None else digest(data)


def _free(target: Path, data: bytes) -> Path:
    """The first name beside `target` that holds nothing yet, or the same."""
    number = 1
    while True:
        name = target.with_name(target.name + BESIDE + (f"-{number}" if number > 1 else ""))
        if not os.path.lexists(name) or (name.is_file() and not name.is_symlink() and name.read_bytes() == data):
            return name
        number += 1


def _fill(temporary: Path, data: bytes, target: Path) -> None:
    """A new file with these bytes, on the disk, with mode and owner of `target`; new files follow the umask."""
    old = target.stat() if target.exists() else None
    mode = 0o666 if old is None else stat.S_IMODE(old.st_mode)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(temporary, flags, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if old is not None:
            _dress(temporary, mode, old)
        os.fsync(handle)
    finally:
        os.close(handle)


def _dress(temporary: Path, mode: int, old: os.stat_result) -> None:
    """Give the file the old one's owner, if we may, and its mode."""
    if hasattr(os, "chown"):
        now = temporary.stat()
        if (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid):
            with contextlib.suppress(OSError):
                os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(mode)


def _clear(folder: Path) -> None:
    """Remove what killed runs have left; no other run can be writing here now."""
    first, last = _TEMPORARY.split("{}")
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(first) and entry.name.endswith(last):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; file systems that cannot do it do without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

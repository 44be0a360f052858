"""The only place that changes a file: wholly old or wholly new, at any moment."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from polycharter.model.errors import CharterError, charter_error
from polycharter.model.place import Place


def write_file(root: Path, path: str, data: bytes) -> bool:
    """Write `data` to `root/path` and return whether that changed anything; a file that holds it already is left alone.

    A temporary file in the same folder is flushed to disk and takes the old one's place in one step; the old file's
    mode is kept. Raises CharterError where the place cannot be written or lies, through a symbolic link, outside
    `root`; the old file is untouched then.
    """
    target = root / path
    try:
        _check_inside(root, target, path)
        if target.is_file() and target.read_bytes() == data:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        what = f"cannot be written ({error.strerror})"
        raise charter_error(Place(path), what, "Check the folder's permissions and the space on the disk.") from None
    return True


def remove_file(root: Path, path: str) -> None:
    """Remove `root/path` if it is there and inside `root`, and its folder if that is empty then."""
    target = root / path
    with contextlib.suppress(OSError, CharterError):
        _check_inside(root, target, path)
        target.unlink()
        target.parent.rmdir()


def _check_inside(root: Path, target: Path, path: str) -> None:
    """A symbolic link of somebody else never decides what is overwritten."""
    if not target.resolve().is_relative_to(root.resolve()):
        raise charter_error(Place(path), "leads out of the project by a symbolic link", "Replace the link by a folder.")


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)  # noqa: PTH105 - the one call whose promise we rely on
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; file systems that cannot do it do without."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

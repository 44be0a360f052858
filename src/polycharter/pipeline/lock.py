"""One polycharter at a time writes in a folder: a lock that the system itself gives back when its holder ends.

On Linux and macOS it is `flock` on the folder, so that nothing is left lying about, however a run ended; on Windows
it is a locked byte of a file in the folder for temporary files. Editors know nothing of it: against them helps only
the comparison in `write`. File systems without locks (some network drives) do without.
"""

import contextlib
import errno
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

from polycharter.model.errors import charter_error
from polycharter.model.place import Place

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 30.0
"""Seconds to wait for another run before giving up."""

_PAUSE = 0.01
_BUSY = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_held: ContextVar[Mapping[Path, bool]] = ContextVar("held", default={})  # noqa: B039 - never changed in place


@contextlib.contextmanager
def locked(root: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Within it no other run writes in `root`; the value is whether that is sure, False where there are no locks.

    Whoever holds the lock already holds it further on. Raises CharterError after `patience` seconds of waiting, and
    where the folder cannot be opened.
    """
    folder = root.resolve()
    if folder in _held.get():
        yield _held.get()[folder]
        return
    try:
        handle = _open(folder)
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
        raise charter_error(Place(str(root)), what, "Check the folder's permissions.") from None
    try:
        sure = _wait(handle, root, patience)
        mark = _held.set({**_held.get(), folder: sure})
        try:
            yield sure
        finally:
            _held.reset(mark)
    finally:
        os.close(handle)


def _wait(handle: int, root: Path, patience: float) -> bool:
    end = time.monotonic() + patience
    while True:
        try:
            _lock(handle)
        except OSError as error:
            if error.errno not in _BUSY:
                return False
        else:
            return True
        if time.monotonic() >= end:
            what = f"another polycharter has been writing here for {patience:.0f} seconds"
            raise charter_error(Place(str(root)), what, "Wait until it is done, or end it; then run this again.")
        time.sleep(_PAUSE)


if sys.platform == "win32":

    def _open(folder: Path) -> int:
        name = f"polycharter-{hashlib.sha256(str(folder).encode()).hexdigest()[:32]}.lock"
        return os.open(Path(tempfile.gettempdir()) / name, os.O_RDWR | os.O_CREAT)

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

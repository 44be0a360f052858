"""What git knows and has to know: earlier versions of a file, and our merge driver. Works without git, too.

Git is called as a program with a list of arguments, never through a shell, and asks nobody anything.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from polycharter.model.errors import charter_error
from polycharter.model.place import Place
from polycharter.pipeline.write import ABSENT, digest, write_file

MAX_VERSIONS = 50
"""How many versions of a file are looked at, the newest."""

ATTRIBUTES = ("*.po merge=polycharter", "*.pot merge=polycharter")
"""The lines of `.gitattributes` that give our files to the merge driver."""

_SECONDS = 60


class Version(NamedTuple):
    """A committed version of a file: commit and day in words, and the bytes."""

    label: str
    data: bytes


def versions(root: Path, path: str) -> tuple[Version, ...]:
    """The committed versions of `root/path`, oldest first and each content once; none where there is no git."""
    log = _git(root, "log", f"-{MAX_VERSIONS}", "--format=%H %h %cs", "--", path)
    commits = [line.split(" ") for line in (log or b"").decode().splitlines()]
    if not commits:
        return ()
    asked = "".join(f"{commit}:./{path}\n" for commit, _, _ in commits)
    found = _git(root, "cat-file", "--batch", data=asked.encode()) or b""
    known: dict[bytes, Version] = {}
    for _, short, day in commits:
        head, _, rest = found.partition(b"\n")
        kind, size = [*head.split(b" "), b""][1:3]
        if kind != b"blob":
            found = rest
            continue
        data, found = rest[: int(size)], rest[int(size) + 1 :]
        known[data] = Version(f"the version of {day} (commit {short})", data)
    return tuple(reversed(known.values()))


def install(root: Path) -> tuple[str, ...]:
    """Make git of this clone merge `.po` and `.pot` files under `root` with polycharter, and say what was done.

    The command in git's configuration is the very Python that runs now, so that it works in any window; `-P` keeps
    files of the repository from being taken for modules.
    """
    if shutil.which("git") is None:
        raise charter_error(Place("git"), "is not installed", "Install git, then run this again.")
    if _git(root, "rev-parse", "--git-dir") is None:
        raise charter_error(Place(str(root)), "is in no git repository", "Make one with: git init.")
    driver = f"{shlex.quote(sys.executable)} -P -m polycharter merge-driver %O %A %B %P"
    settings = {"merge.polycharter.name": "gettext catalogues, entry by entry", "merge.polycharter.driver": driver}
    told = []
    for name, value in settings.items():
        if _git(root, "config", "--local", name, value) is None:
            todo = "Look whether you may write .git/config, and whether another git is running."
            raise charter_error(Place(".git/config"), f"{name} cannot be set", todo)
        told.append(f"git config {name}: {value}")
    file = root / ".gitattributes"
    old = file.read_bytes() if file.is_file() else b""
    lines = old.decode("utf-8", "surrogateescape").splitlines()
    missing = [line for line in ATTRIBUTES if line not in lines]
    text = "".join(f"{line}\n" for line in missing).encode()
    start = old + (b"" if not old or old.endswith(b"\n") else b"\n")
    if missing:
        write_file(root, ".gitattributes", start + text, expect=digest(old) if file.is_file() else ABSENT)
    told += [f".gitattributes: {line}" for line in ATTRIBUTES]
    return tuple(told)


def _git(folder: Path, *arguments: str, data: bytes = b"") -> bytes | None:
    """What git prints; None where there is no git, no repository, or git refuses."""
    program = shutil.which("git")
    if program is None:
        return None
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [program, "-C", str(folder), *arguments],
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, **quiet},
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None

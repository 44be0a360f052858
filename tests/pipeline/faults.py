"""Runs a command again and again, and each time lets another one of its calls to the system fail.

`python -m tests.pipeline.faults KIND PROJECT COMMAND…` prints, as JSON, what the project's folder `locales` held
before, after a run without a fault, after each run with one, and after the run that follows a killed one. KIND is
`kill` (the process kills itself before the call, in the middle of it where it writes) or `full` (the call says that
the disk is full). Each run is a child of one process that has imported everything, so that many are cheap.
"""

import errno
import hashlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.command import run

CALLS = {
    "kill": ("open", "write", "fsync", "replace", "unlink", "chmod", "chown", "mkdir"),
    "full": ("open", "write", "fsync", "replace", "mkdir"),
}


def arm(kind: str, number: int) -> list[int]:
    """Let the call with this number, from 1, fail; the one item of the list is how many are still to come before it."""
    left = [number]

    def failing(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if kind == "full" and name == "open" and not arguments[1] & os.O_CREAT:
                return real(*arguments, **named)
            left[0] -= 1
            if left[0] == 0:
                if name == "write":
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                if kind == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **named)

        return call

    for name in CALLS[kind]:
        setattr(os, name, failing(name, getattr(os, name)))
    return left


def state(project: Path) -> dict[str, str]:
    """The digest of every file in `locales`, temporary ones included."""
    files = sorted(path for path in (project / "locales").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def child(project: Path, command: list[str], kind: str = "", number: int = 0) -> dict[str, Any]:
    """One run in a child process: how it ended, what it said, and what the folder holds then."""
    said = project.with_suffix(".said")
    said.unlink(missing_ok=True)
    pid = os.fork()
    if not pid:
        left = arm(kind, number) if kind else [1]
        ran = run(*command, "--project", project)
        with said.open("w", encoding="utf-8") as file:
            json.dump([ran.err, left[0] <= 0], file)
        os._exit(ran.code)
    _, status = os.waitpid(pid, 0)
    err, met = json.loads(said.read_text("utf-8")) if said.exists() else ("", True)
    return {"code": os.waitstatus_to_exitcode(status), "err": err, "met": met, "state": state(project)}


def main() -> None:
    """Every run, until the command comes to its end without meeting the fault."""
    kind, source, command = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    work = source.with_name("work")
    shutil.copytree(source, work)
    ran = run(*command, "--project", work)
    before, after = state(source), state(work)
    runs: list[dict[str, Any]] = []
    while True:
        shutil.rmtree(work)
        shutil.copytree(source, work)
        faulty = child(work, command, kind, len(runs) + 1)
        faulty["again"] = child(work, command) if kind == "kill" else None
        runs.append(faulty)
        if not faulty["met"]:
            break
    json.dump({"code": ran.code, "before": before, "after": after, "runs": runs}, sys.stdout)


if __name__ == "__main__":
    main()

"""Many who write at the same time: every edit is in the file, or its writer was told."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from polycharter.catalogue.po_read import read_po
from polycharter.model.errors import CharterError
from polycharter.pipeline.lock import locked
from polycharter.pipeline.write import write_file

REPOSITORY = Path(__file__).parents[2]
WRITERS, EDITS, ENTRIES = 16, 100, 40


def test_sixteen_writers_with_a_hundred_edits_each_lose_none(tmp_path: Path) -> None:
    """Half of them hold the lock from reading to writing, half compare and try again."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "nl.po").write_text("\n".join(f'msgid "m{n}"\nmsgstr "b{n}"\n' for n in range(ENTRIES)), "utf-8")
    command = [sys.executable, "-m", "tests.pipeline.writer", str(folder)]
    writers = [
        subprocess.Popen(
            [*command, str(number), "retry" if number % 2 else "lock"],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WRITERS)
    ]
    reported: list[str] = []
    for writer in writers:
        out, err = writer.communicate(timeout=300)
        assert writer.returncode == 0, err
        reported += out.split("\n")[:-1]
    assert [path.name for path in folder.iterdir()] == ["nl.po"]
    written = [line for entry in read_po((folder / "nl.po").read_bytes()).entries for line in entry.translator_comments]
    expected = {f"edit {number}-{edit}" for number in range(WRITERS) for edit in range(EDITS)}
    assert len(written) == len(set(written))
    assert {*written, *reported} == expected
    assert len(written) + len(reported) == WRITERS * EDITS


HOLD = (
    "import sys, time; from pathlib import Path; from polycharter.pipeline.lock import locked\n"
    "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)\n"
)


def test_who_waits_too_long_is_told_and_a_killed_holder_gives_the_lock_back(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        message = re.escape(f"{tmp_path}: another polycharter has been writing here for 0 seconds. Wait")
        with pytest.raises(CharterError, match=message), locked(tmp_path, patience=0.05):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        start = time.monotonic()
        assert write_file(tmp_path, "c.txt", b"text")
        assert time.monotonic() - start < 5
    finally:
        holder.kill()
        holder.communicate()
    assert [path.name for path in tmp_path.iterdir()] == ["c.txt"]


def test_the_lock_is_held_once_however_often_it_is_taken(tmp_path: Path) -> None:
    with locked(tmp_path) as sure:
        assert sure
        with locked(tmp_path / ".") as again:
            assert again
        assert write_file(tmp_path, "c.txt", b"text")


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(CharterError, match=r"cannot be opened \(No such file or directory\)"), locked(tmp_path / "no"):
        pass

"""Writing: a file is wholly old or wholly new, and never somebody else's."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from polycharter.model.errors import CharterError
from polycharter.pipeline.write import ABSENT, ChangedMeanwhileError, digest, digest_of, remove_file, write_file


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    assert write_file(tmp_path, "a/b/c.txt", b"text")
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"text"
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.txt"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    write_file(tmp_path, "c.txt", b"text")
    before = (tmp_path / "c.txt").stat()
    assert not write_file(tmp_path, "c.txt", b"text")
    after = (tmp_path / "c.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_mode_of_the_old_file_is_kept_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    write_file(tmp_path, "c.txt", b"old")
    assert stat.S_IMODE((tmp_path / "c.txt").stat().st_mode) == 0o666 & ~_umask()
    for mode in (0o640, 0o666):
        (tmp_path / "c.txt").chmod(mode)
        write_file(tmp_path, "c.txt", f"{mode}".encode())
        assert stat.S_IMODE((tmp_path / "c.txt").stat().st_mode) == mode


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path, "c.txt", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CharterError, match=r"c\.txt: cannot be written \(No space left on device\)"):
        write_file(tmp_path, "c.txt", b"new")
    assert (tmp_path / "c.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["c.txt"]


def test_a_symbolic_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (outside / "c.txt").write_bytes(b"theirs")
    (project / "link").symlink_to(outside)
    (project / "c.txt").symlink_to(outside / "c.txt")
    for path in ("link/c.txt", "c.txt", "../outside/c.txt"):
        with pytest.raises(CharterError, match="leads out of the project"):
            write_file(project, path, b"ours")
        remove_file(project, path)
    assert (outside / "c.txt").read_bytes() == b"theirs"


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "c.txt").mkdir()
    with pytest.raises(CharterError, match="cannot be written"):
        write_file(tmp_path, "c.txt", b"text")


def test_removing_takes_an_empty_folder_along_and_minds_nothing(tmp_path: Path) -> None:
    write_file(tmp_path, "a/c.txt", b"text")
    remove_file(tmp_path, "a/c.txt")
    remove_file(tmp_path, "a/never.txt")
    assert not (tmp_path / "a").exists()


def test_a_file_that_changed_since_it_was_read_is_left_and_the_new_version_is_put_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path, "c.po", b"read")
    seen = digest_of(tmp_path, "c.po")
    (tmp_path / "c.po").write_bytes(b"the editor's")
    with pytest.raises(ChangedMeanwhileError, match=r"c\.po: was changed by another program .*c\.po\.polycharter-new"):
        write_file(tmp_path, "c.po", b"ours", expect=seen)
    assert contents(tmp_path) == {"c.po": b"the editor's", "c.po.polycharter-new": b"ours"}


def test_each_new_version_has_a_name_of_its_own_but_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    (tmp_path / "c.po").write_bytes(b"the editor's")
    for data in (b"first", b"second", b"first"):
        with pytest.raises(ChangedMeanwhileError):
            write_file(tmp_path, "c.po", data, expect=digest(b"read"))
    names = {"c.po": b"the editor's", "c.po.polycharter-new": b"first", "c.po.polycharter-new-2": b"second"}
    assert contents(tmp_path) == names


@pytest.mark.parametrize("now", [None, b"the editor's"])
def test_a_file_that_came_or_went_meanwhile_is_a_change(tmp_path: Path, now: bytes | None) -> None:
    if now is not None:
        (tmp_path / "c.po").write_bytes(now)
    with pytest.raises(ChangedMeanwhileError) as raised:
        write_file(tmp_path, "c.po", b"ours", expect=digest(b"read") if now is None else ABSENT)
    assert raised.value.beside.read_bytes() == b"ours"
    assert (tmp_path / "c.po").exists() == (now is not None)


def test_what_is_as_expected_is_written_and_what_is_right_already_is_no_conflict(tmp_path: Path) -> None:
    assert digest_of(tmp_path, "c.po") == ABSENT
    assert write_file(tmp_path, "c.po", b"one", expect=ABSENT)
    assert write_file(tmp_path, "c.po", b"two", expect=digest(b"one"))
    assert not write_file(tmp_path, "c.po", b"two", expect=digest(b"one"))
    assert contents(tmp_path) == {"c.po": b"two"}


def test_an_editor_that_saves_while_we_write_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison comes after the new bytes are on the disk, right before the file changes hands."""
    write_file(tmp_path, "c.po", b"read")
    real = os.fsync

    def meanwhile(handle: int) -> None:
        real(handle)
        (tmp_path / "c.po").write_bytes(b"saved now")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(ChangedMeanwhileError):
        write_file(tmp_path, "c.po", b"ours", expect=digest(b"read"))


def test_what_a_killed_run_left_is_removed_by_the_next_one_and_nothing_else(tmp_path: Path) -> None:
    for name in (".polycharter-0123456789ab.tmp", "notes.tmp", ".polycharter.json"):
        (tmp_path / name).write_bytes(b"x")
    write_file(tmp_path, "c.txt", b"text")
    assert set(contents(tmp_path)) == {"c.txt", "notes.tmp", ".polycharter.json"}


def test_a_link_within_the_project_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert write_file(tmp_path, "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_link_that_leads_to_itself_and_a_pipe_are_told(tmp_path: Path) -> None:
    (tmp_path / "c.txt").symlink_to("c.txt")
    with pytest.raises(CharterError, match=r"c\.txt: "):
        write_file(tmp_path, "c.txt", b"text")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CharterError, match=r"pipe: cannot be written \(not a file\)"):
        write_file(tmp_path, "pipe", b"text")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_of_the_old_file_is_kept(tmp_path: Path) -> None:
    write_file(tmp_path, "c.txt", b"old")
    os.chown(tmp_path / "c.txt", 12345, 23456)
    write_file(tmp_path, "c.txt", b"new")
    after = (tmp_path / "c.txt").stat()
    assert (after.st_uid, after.st_gid) == (12345, 23456)


def test_a_folder_that_may_not_be_written_is_told_and_left_as_it_is() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "c.txt").write_bytes(b"old")
        folder.chmod(0o555)
        root = os.geteuid() == 0
        try:
            if root:
                os.seteuid(65534)
            with pytest.raises(CharterError, match=r"c\.txt: cannot be written \(Permission denied\)\. Check"):
                write_file(folder, "c.txt", b"new")
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)
        assert contents(folder) == {"c.txt": b"old"}


def test_a_file_larger_than_the_disk_leaves_the_old_one(tmp_path: Path) -> None:
    """A real limit of the system, in a process of its own: 4,000 bytes a file."""
    (tmp_path / "c.txt").write_bytes(b"old")
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from polycharter.pipeline.write import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
        f"write_file(Path({str(tmp_path)!r}), 'c.txt', b'x' * 10_000)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode != 0
    assert "c.txt: cannot be written (File too large)" in ran.stderr
    assert contents(tmp_path) == {"c.txt": b"old"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}

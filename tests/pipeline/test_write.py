"""Writing: a file is wholly old or wholly new, and never somebody else's."""

import os
import stat
from pathlib import Path

import pytest

from polycharter.model.errors import CharterError
from polycharter.pipeline.write import remove_file, write_file


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
    (tmp_path / "c.txt").chmod(0o640)
    write_file(tmp_path, "c.txt", b"new")
    assert stat.S_IMODE((tmp_path / "c.txt").stat().st_mode) == 0o640


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

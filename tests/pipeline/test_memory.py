"""What a build remembers never decides what readers get: compared with a build that remembers nothing."""

import json
import os
import shutil
from pathlib import Path

import pytest

from polycharter.pipeline import memory
from tests.command import Ran, run
from tests.pipeline.test_check import change

DUTCH = "locales/nl/LC_MESSAGES/charter.po"
HEADING = 'msgstr "Wat dit handvest is"'


@pytest.fixture
def dutch(project: Path) -> Path:
    """The shipped project in English and Dutch, built as pages and texts."""
    change(project / "charter.toml", 'locales = ["nl", "vi", "ca", "sv"]', 'locales = ["nl"]')
    assert build(project).code == 0
    return project


def build(project: Path, *more: str) -> Ran:
    return run("build", "--project", project, "--format", "html", "--format", "text", *more)


def pages(project: Path) -> set[str]:
    return {path.relative_to(project / "build").as_posix() for path in (project / "build").glob("*/*.*")}


def test_what_is_withdrawn_goes_even_where_nobody_remembers_who_made_it(dutch: Path) -> None:
    """After a build that was interrupted, or without its memory, no edition stays that readers must not get."""
    (dutch / "build" / memory.FILE).unlink()
    (dutch / "build/nl/notes.html").write_text("somebody's own", "utf-8")
    change(dutch / DUTCH, HEADING, 'msgstr ""')
    assert build(dutch).code == 1
    assert {path for path in pages(dutch) if path.startswith("nl/")} == {
        "nl/notes.html",
        "nl/summary.html",
        "nl/summary.txt",
    }


def test_the_memory_of_an_earlier_version_is_read_as_far_as_it_goes(dutch: Path) -> None:
    """The last good files are known from it, whatever parts it does not have yet."""
    file = dutch / "build" / memory.FILE
    kept = json.loads(file.read_bytes())
    file.write_text(json.dumps({part: kept[part] for part in ("artefacts", "made_from", "good")}), "utf-8")
    change(dutch / "charter.toml", 'public = "hold"', 'public = "last-good"')
    change(dutch / DUTCH, HEADING, 'msgstr ""')
    before = (dutch / "build/nl/public.html").read_bytes()
    assert build(dutch).code == 1
    assert (dutch / "build/nl/public.html").read_bytes() == before


def test_a_build_of_one_language_says_what_it_withdrew_of_another(dutch: Path) -> None:
    change(dutch / DUTCH, HEADING, 'msgstr ""')
    ran = build(dutch, "en")
    assert ran.code == 1
    assert [line.split()[:2] for line in ran.out.split("\n") if "untranslated" in line and "no:" in line] == [
        ["nl", "public"],
        ["nl", "staff"],
    ]
    assert "nl/public.html" not in pages(dutch)


def test_what_somebody_removed_is_not_listed_by_a_build_of_something_else(dutch: Path) -> None:
    (dutch / "build/nl/summary.html").unlink()
    build(dutch, "en")
    assert "nl/summary.html" not in (dutch / "build/index.html").read_text("utf-8")
    assert "nl/summary.html" not in json.loads((dutch / "build/manifest.json").read_bytes())["artefacts"]


def test_a_compiled_catalogue_that_is_damaged_is_made_again(dutch: Path) -> None:
    file = (dutch / DUTCH).with_suffix(".mo")
    whole = file.read_bytes()
    file.write_bytes(b"x")
    build(dutch)
    assert file.read_bytes() == whole


def test_a_catalogue_of_no_language_of_the_charter_does_not_slow_builds_down(dutch: Path) -> None:
    other = dutch / "locales/de/LC_MESSAGES"
    other.mkdir(parents=True)
    shutil.copy(dutch / DUTCH, other / "charter.po")
    build(dutch)
    marked = json.loads((dutch / "build" / memory.FILE).read_bytes())
    marked["outcome"]["index"] = "remembered.html"
    (dutch / "build" / memory.FILE).write_text(json.dumps(marked), "utf-8")
    assert "remembered.html" in build(dutch).out


@pytest.mark.parametrize("name", ["words", "dictionary"])
def test_what_polycharter_works_with_is_part_of_its_mark(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words that it brings and the dictionaries of the system: what they decide is found out again."""
    words = tmp_path / "locales/nl/LC_MESSAGES/interface.po"
    words.parent.mkdir(parents=True)
    words.write_text("one", "utf-8")
    dictionary = tmp_path / "nl.dic"
    dictionary.write_text("one", "utf-8")
    monkeypatch.setattr(memory, "shipped_folder", lambda: tmp_path)
    monkeypatch.setattr(memory, "DICTIONARIES", (tmp_path,))
    before = memory.program()
    assert memory.program() == before
    {"words": words, "dictionary": dictionary}[name].write_text("another", "utf-8")
    assert memory.program() != before


def test_the_mark_covers_the_words_of_numbers_and_limits() -> None:
    package = Path(memory.__file__).parents[1]
    assert any(path.suffix == ".toml" for path in (package / "text/data").iterdir())
    data = package / "text/data/nl.toml"
    before, status = memory.program(), data.stat()
    try:
        os.utime(data, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
        assert memory.program() != before
    finally:
        os.utime(data, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("path", [b"templates/caf\xe9.txt", b"charter/zz-caf\xe9.md"])
def test_a_file_name_that_is_not_utf8_is_no_traceback(dutch: Path, path: bytes) -> None:
    file = Path(os.fsdecode(bytes(dutch) + b"/" + path))
    file.parent.mkdir(exist_ok=True)
    try:
        file.write_text("# Extra {#extra}\n", "utf-8")
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    ran = build(dutch)
    assert ran.code == 2
    assert ran.err.endswith("caf\\udce9" + file.suffix + ": the name of the file is not UTF-8. Rename the file.\n")

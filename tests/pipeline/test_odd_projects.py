"""Odd things in a project: a clear line or the right thing done, and never a traceback."""

import json
from pathlib import Path

import pytest

from tests.command import run


@pytest.fixture
def current(sample: Path) -> Path:
    """The sample with templates and catalogues."""
    run("extract", "--project", sample)
    run("update", "--project", sample)
    return sample


@pytest.mark.parametrize("name", [".#01-promises.md", "._01-promises.md", ".hidden.md"])
def test_what_editors_leave_behind_is_no_section(current: Path, name: str) -> None:
    (current / "charter" / name).write_text("no title at all\n", "utf-8")
    assert run("extract", "--check", "--project", current).code == 0


def test_a_link_to_nowhere_is_told_in_a_line(current: Path) -> None:
    (current / "charter" / "zz.md").symlink_to("nowhere")
    ran = run("build", "--project", current, "--format", "text")
    assert ran.code == 2
    assert ran.err.startswith("charter/zz.md: ")


def test_a_folder_named_like_a_section_is_told_in_a_line(current: Path) -> None:
    (current / "charter" / "zz.md").mkdir()
    ran = run("build", "--project", current, "--format", "text")
    assert ran.code == 2
    assert ran.err.startswith("charter/zz.md: is a folder. ")


@pytest.mark.parametrize("path", ["locales/glossary.csv", "locales/nl/locale.toml"])
def test_what_is_no_file_is_not_taken_for_none(current: Path, path: str) -> None:
    """A folder or a link to nowhere in the place of the glossary or of a locale's facts is somebody's accident."""
    file = current / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.mkdir()
    assert (
        run("check", "--project", current).err
        == f"{path}: is a folder. Name a file in it, or put a file in its place.\n"
    )
    file.rmdir()
    file.symlink_to("nowhere")
    told = "there is no such file. Correct the name, or put the file there."
    assert run("check", "--project", current).err == f"{path}: {told}\n"


def test_a_changed_glossary_is_seen_by_the_next_build(current: Path) -> None:
    run("build", "--project", current, "--format", "text")
    (current / "locales" / "glossary.csv").write_text("concept,wrong\n", "utf-8")
    assert run("build", "--project", current, "--format", "text").code == 2


@pytest.mark.parametrize("rule", ["nplurals=2; plural=n%0;", "nplurals=99999999999; plural=0;", "nonsense"])
def test_one_catalogue_with_a_bad_header_does_not_stop_the_others(current: Path, rule: str) -> None:
    file = current / "locales/nl/LC_MESSAGES/charter.po"
    file.write_text(file.read_text("utf-8").replace("nplurals=2; plural=(n != 1);", rule), "utf-8")
    ran = run("build", "--project", current, "--format", "text")
    assert ran.code == 1, ran.err
    assert "plural-forms-wrong" in ran.out
    assert (current / "build/en/public.txt").exists()
    assert not (current / "build/nl").exists()


def test_a_deleted_mo_is_made_again(current: Path) -> None:
    run("build", "--project", current, "--format", "text")
    compiled = current / "locales/nl/LC_MESSAGES/charter.mo"
    before = compiled.read_bytes()
    compiled.unlink()
    run("build", "--project", current, "--format", "text")
    assert compiled.read_bytes() == before


@pytest.mark.parametrize("memory", ["", "[]", "{", '{"artefacts": []}', '{"artefacts": {}, "made_from": 3}'])
def test_a_damaged_memory_is_forgotten(current: Path, memory: str) -> None:
    run("build", "--project", current, "--format", "text")
    before = (current / "build/manifest.json").read_bytes()
    (current / "build/.polycharter.json").write_text(memory, "utf-8")
    run("build", "--project", current, "--format", "text")
    assert (current / "build/manifest.json").read_bytes() == before
    assert "artefacts" in json.loads((current / "build/.polycharter.json").read_text("utf-8"))


def test_a_limit_that_is_no_table_is_told(current: Path) -> None:
    file = current / "charter.toml"
    file.write_text(file.read_text("utf-8").replace('{ at_most = "reply_letters" }', '"reply_letters"'), "utf-8")
    ran = run("check", "--project", current)
    assert ran.code == 2
    assert "commitments[1].limit: expected a table" in ran.err


def test_a_number_without_end_is_told(current: Path) -> None:
    file = current / "charter.toml"
    file.write_text(file.read_text("utf-8").replace("value = 5", f"value = {'9' * 5000}"), "utf-8")
    ran = run("check", "--project", current)
    assert (ran.code, ran.err) == (2, "charter.toml: holds a number that is too long. Correct the number.\n")


def test_a_name_that_no_file_system_takes_is_told(tmp_path: Path) -> None:
    ran = run("init", tmp_path / ("x" * 300))
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == 1

"""The update command: its report, editorial edits, notes, the wrap setting."""

import json
from pathlib import Path

import pytest
from tests.command import run

PO = "locales/nl/LC_MESSAGES/charter.po"


@pytest.fixture
def translated(sample: Path) -> Path:
    """The sample project with every message of its charter translated."""
    from polycharter import read_po, write_po

    assert run("extract", "--project", sample).code == 0
    assert run("update", "--project", sample).code == 0
    catalogue = read_po((sample / PO).read_bytes(), PO)
    entries = tuple(entry.changed(targets=tuple(f"N {entry.id}" for _ in entry.targets)) for entry in catalogue.entries)
    from dataclasses import replace

    (sample / PO).write_bytes(write_po(replace(catalogue, entries=entries)))
    return sample


def reworded(project: Path) -> dict[str, str]:
    """Reword one sentence of charter.toml; the JSON row of the message that became fuzzy."""
    file = project / "charter.toml"
    text = file.read_text("utf-8")
    assert "We answer every letter" in text
    file.write_text(text.replace("We answer every letter", "We always answer every letter"), "utf-8")
    ran = run("update", "--check", "--format", "json", "--project", project)
    assert ran.code == 1
    rows = [row for each in json.loads(ran.out)["catalogues"] for row in each["messages"]]
    (row,) = [row for row in rows if row["outcome"] == "fuzzy"]
    return dict(row)


def test_an_editorial_edit_stays_translated(translated: Path) -> None:
    row = reworded(translated)
    ran = run("update", "--editorial", row["id"], "--project", translated)
    assert ran.code == 0, ran.err
    assert f"{row['id']}  “We always answer" in ran.out
    assert "#, fuzzy" not in (translated / PO).read_text("utf-8")


def test_an_edit_can_be_declared_editorial_later(translated: Path) -> None:
    row = reworded(translated)
    ran = run("update", "--project", translated)
    assert row["id"] in ran.out
    assert "#| msgid" in (translated / PO).read_text("utf-8")
    assert run("update", "--editorial", row["id"], "--project", translated).code == 0
    text = (translated / PO).read_text("utf-8")
    assert "#| msgid" not in text
    assert "fuzzy" not in text


def test_an_unknown_id_changes_nothing(translated: Path) -> None:
    before = (translated / PO).read_bytes()
    ran = run("update", "--editorial", "0000000g", "--project", translated)
    assert (ran.code, (translated / PO).read_bytes()) == (2, before)
    assert "no message has the id '0000000g'" in ran.err


def test_a_file_in_another_charset_is_converted_and_said_so(translated: Path) -> None:
    text = (translated / PO).read_text("utf-8").replace("charset=UTF-8", "charset=windows-1252")
    (translated / PO).write_bytes(text.encode("windows-1252"))
    ran = run("update", "--project", translated)
    assert "has been converted to UTF-8" in ran.out
    assert "charset=UTF-8" in (translated / PO).read_text("utf-8")


@pytest.mark.parametrize(("wrap", "longest"), [("gnu", 79), ("newlines", 1000), ("none", 1000)])
def test_the_wrap_setting_is_used_for_new_lines(sample: Path, wrap: str, longest: int) -> None:
    file = sample / "charter.toml"
    file.write_text(file.read_text("utf-8") + f'\n[catalogues]\nwrap = "{wrap}"\n', "utf-8")
    assert run("update", "--project", sample).code == 0
    strings = [line for line in (sample / PO).read_text("utf-8").splitlines() if line.endswith('"')]
    assert (max(map(len, strings)) > 79) is (longest > 79)


def test_an_unknown_wrap_is_refused(sample: Path) -> None:
    file = sample / "charter.toml"
    file.write_text(file.read_text("utf-8") + '\n[catalogues]\nwrap = "80"\n', "utf-8")
    ran = run("update", "--project", sample)
    assert ran.code == 2
    assert "catalogues.wrap: '80' is not known. Choose from: gnu, newlines, none." in ran.err

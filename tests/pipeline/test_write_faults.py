"""Commands that are killed, or find the disk full, at each of their calls that write: see `faults`."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command import run

REPOSITORY = Path(__file__).parents[2]
CATALOGUE = "locales/nl/LC_MESSAGES/charter.po"
COMMANDS = ("receive", "update")


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, list[str]]]:
    """By command a project in which it has something to write, and the whole command."""
    folder = tmp_path_factory.mktemp("faults")
    source = Path(shutil.copytree(REPOSITORY / "tests" / "sample", folder / "receive" / "project"))
    assert run("update", "--project", source).code == 0
    received = folder / "charter-nl.po"
    text = (source / CATALOGUE).read_text("utf-8")
    empty = 'msgid "A clear answer."\nmsgstr ""\n'
    assert empty in text
    received.write_text(text.replace(empty, 'msgid "A clear answer."\nmsgstr "Een duidelijk antwoord."\n'), "utf-8")
    edited = Path(shutil.copytree(source, folder / "update" / "project"))
    (edited / "locales/nl/LC_MESSAGES/interface.po").unlink()
    section = edited / "charter/01-promises.md"
    section.write_text(section.read_text("utf-8").replace("A clear answer.", "A clear and short answer."), "utf-8")
    return {"receive": (source, ["receive", str(received)]), "update": (edited, ["update", "nl"])}


def runs(kind: str, project: Path, command: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    arguments = [sys.executable, "-m", "tests.pipeline.faults", kind, str(project), *command]
    ran = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=REPOSITORY, timeout=300)
    shutil.rmtree(project.with_name("work"), ignore_errors=True)
    assert ran.returncode == 0, ran.stderr
    whole: dict[str, Any] = json.loads(ran.stdout)
    assert whole["code"] == 0
    assert whole["after"] != whole["before"]
    assert len(whole["runs"]) > 5
    return whole


def wholly_old_or_new(state: dict[str, str], whole: dict[str, Any]) -> None:
    for path in {**whole["before"], **whole["after"]}:
        assert state.get(path) in (whole["before"].get(path), whole["after"].get(path)), path


@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_any_call_every_file_is_wholly_old_or_wholly_new(
    projects: dict[str, tuple[Path, list[str]]], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = runs("kill", *projects[command], monkeypatch)
    *killed, last = whole["runs"]
    assert last["code"] == 0
    left = 0
    for faulty in killed:
        assert faulty["code"] == -signal.SIGKILL
        wholly_old_or_new(faulty["state"], whole)
        left += len(faulty["state"].keys() - whole["before"].keys() - whole["after"].keys())
        assert faulty["again"]["code"] == 0
        assert faulty["again"]["state"] == whole["after"]
    assert left > 0, "no run was killed while its temporary file was there"


@pytest.mark.parametrize("command", COMMANDS)
def test_on_a_full_disk_every_file_is_wholly_old_or_wholly_new_and_nothing_is_left_beside_it(
    projects: dict[str, tuple[Path, list[str]]], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = runs("full", *projects[command], monkeypatch)
    for faulty in whole["runs"]:
        wholly_old_or_new(faulty["state"], whole)
        assert not faulty["state"].keys() - whole["before"].keys() - whole["after"].keys()
        if faulty["code"]:
            assert faulty["code"] == 2
            assert faulty["err"].count("cannot be written (No space left on device)") == 1
            assert "Traceback" not in faulty["err"]
            assert faulty["state"] != whole["after"]
        else:
            assert faulty["state"] == whole["after"]
    assert sum(faulty["code"] == 2 for faulty in whole["runs"]) >= 4

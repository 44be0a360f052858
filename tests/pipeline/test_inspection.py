"""Catalogues are checked the same by one process and by several, and not again where a build remembers them."""

import json
import resource
from pathlib import Path

from polycharter.pipeline.desk import open_desk
from polycharter.pipeline.inspection import Inspected, inspect
from polycharter.pipeline.judge import reviews
from polycharter.pipeline.project import open_project
from polycharter.pipeline.workers import processors
from tests.command import run
from tests.pipeline.test_check import change, damage

DUTCH = "locales/nl/LC_MESSAGES/charter.po"
SWEDISH = "locales/sv/LC_MESSAGES/charter.po"


def inspected(root: Path, many: int, workers: int | None = None) -> tuple[Inspected, ...]:
    project = open_project(root)
    desk = open_desk(project, ())
    return tuple(inspect(reviews(project, desk), desk.charter.checks, many=many, workers=workers))


def test_several_processes_find_what_one_finds(project: Path) -> None:
    damage(project)
    change(project / SWEDISH, 'msgstr "Vi ', 'msgstr "Vi  ')
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    alone, together = inspected(project, many=1_000_000), inspected(project, many=0)
    between = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    assert between > before or processors() == 1
    assert inspected(project, many=0, workers=1) == alone
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime == between
    assert alone == together
    assert {finding.check for its in together for finding in its.findings} >= {"placeholder-missing", "spaces-doubled"}


def findings(project: Path) -> set[tuple[str, str]]:
    """What the memory of a build says was found in each catalogue by itself: paths and checks."""
    kept = json.loads((project / "build/.polycharter.json").read_bytes())["alone"]
    return {(path, row["check"]) for path, its in kept.items() for row in its["findings"]}


def remember(project: Path, path: str, check: str) -> None:
    """Makes the memory of the last build say that it found something which is not there."""
    file = project / "build/.polycharter.json"
    memory = json.loads(file.read_bytes())
    place = {"path": path, "line": 3, "column": 0}
    row: dict[str, object] = {
        "check": check,
        "severity": "note",
        "certainty": "likely",
        "locale": path.split("/")[1],
        "domain": "charter",
    }
    row |= {"place": place, "what": "only remembered", "todo": "Nothing.", "keys": [], "excerpt": None, "allowed": ""}
    memory["alone"][path]["findings"].append(row)
    file.write_text(json.dumps(memory), "utf-8")


def test_a_build_checks_the_catalogue_that_changed_and_remembers_the_others(project: Path) -> None:
    assert run("build", "--project", project, "--format", "text").code == 0
    assert findings(project) == set()
    for path in (DUTCH, SWEDISH):
        remember(project, path, "spaces-doubled")
    change(project / DUTCH, 'msgstr "Dit ', 'msgstr "Dit  ')
    ran = run("build", "--project", project, "--format", "text")
    assert "only remembered" in ran.out + ran.err
    assert findings(project) == {(DUTCH, "spaces-doubled"), (SWEDISH, "spaces-doubled")}
    kept = json.loads((project / "build/.polycharter.json").read_bytes())["alone"]
    assert [row["what"] for row in kept[DUTCH]["findings"]] != ["only remembered"]


def test_nothing_is_remembered_of_a_catalogue_beside_another_charter(project: Path) -> None:
    run("build", "--project", project, "--format", "text")
    remember(project, SWEDISH, "spaces-doubled")
    change(project / "locales/glossary.csv", "\n", "\n\n")
    ran = run("build", "--project", project, "--format", "text")
    assert "only remembered" not in ran.out + ran.err
    assert findings(project) == set()


def test_what_an_edit_leads_to_is_what_a_first_build_says(project: Path, tmp_path: Path) -> None:
    """Copies from another language are found too, though neither catalogue knows the other's."""
    run("build", "--project", project, "--format", "text")
    dutch = next(row for row in (project / DUTCH).read_text("utf-8").split("\n") if row.startswith('msgstr "Dit '))
    swedish = (project / SWEDISH).read_text("utf-8").split("\n")
    msgid = (project / DUTCH).read_text("utf-8").split("\n")
    source = msgid[msgid.index(dutch) - 1]
    swedish[swedish.index(source) + 1] = dutch
    (project / SWEDISH).write_text("\n".join(swedish), "utf-8")
    again = run("build", "--project", project, "--format", "text")
    first = run("build", "--project", project, "--format", "text", "--out", tmp_path / "elsewhere")
    assert [row for row in again.out.split("\n") if "[" in row] == [row for row in first.out.split("\n") if "[" in row]
    assert "copied-from-sibling" in again.out

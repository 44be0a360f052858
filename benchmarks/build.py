"""How long a build takes, from cold, with nothing to do and after one edit; and the start of the command line.

CPU seconds (user and system) of whole processes, the median of several runs. Where po4a is installed, the same
Markdown files go through it in the same run: four languages, one Markdown file each, where polycharter makes five
languages, three editions and five formats.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
LANGUAGES = ("nl", "vi", "ca", "sv")
RUNS = 5
POLYCHARTER = (str(Path(sys.executable).parent / "polycharter"),)


def cpu(command: tuple[str, ...], folder: Path) -> float:
    """CPU seconds of one run; an exit code of 2 or more ends the benchmark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode > 1:
        raise SystemExit(f"{' '.join(command)}: {ran.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def median(run: Callable[[], float], prepare: Callable[[], None] = lambda: None) -> float:
    """The median of several runs, each prepared anew, after one run that is not counted."""
    found: list[float] = []
    for _ in range(RUNS + 1):
        prepare()
        found.append(run())
    return statistics.median(found[1:])


def project_in(folder: Path) -> Path:
    """A copy of the shipped charter project."""
    folder.mkdir()
    shutil.copy(ROOT / "charter.toml", folder)
    for name in ("charter", "locales"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.mo"))
    return folder


def edit(project: Path) -> Callable[[], None]:
    """Rewords one sentence of the staff edition, another way each time."""
    file = project / "charter" / "14-log-book.md"
    original = file.read_text("utf-8")
    number = 0

    def change() -> None:
        nonlocal number
        number += 1
        file.write_text(original.replace("Delete an entry", f"Delete each entry {number}"), "utf-8")

    return change


def translate(project: Path) -> Callable[[], None]:
    """Rewords one Dutch translation, another way each time."""
    file = project / "locales" / "nl" / "LC_MESSAGES" / "charter.po"
    original = file.read_text("utf-8")
    number = 0

    def change() -> None:
        nonlocal number
        number += 1
        file.write_text(original.replace("Wat dit handvest is", f"Wat dit handvest voor u is, {number}", 1), "utf-8")

    return change


def po4a_project(folder: Path) -> Path:
    """The same Markdown files as a po4a project."""
    folder.mkdir()
    shutil.copytree(ROOT / "charter", folder / "charter")
    lines = [f"[po4a_langs] {' '.join(LANGUAGES)}", "[po4a_paths] po/charter.pot $lang:po/$lang.po"]
    lines += [
        f'[type: text] charter/{file.name} $lang:out/$lang/{file.name} opt:"-o markdown -k 0"'
        for file in sorted((folder / "charter").glob("*.md"))
    ]
    (folder / "po4a.cfg").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def main() -> None:
    """Measure and print one line a figure."""
    with tempfile.TemporaryDirectory() as place:
        project = project_in(Path(place) / "project")
        build = (*POLYCHARTER, "build")

        def forget() -> None:
            shutil.rmtree(project / "build", ignore_errors=True)

        figures = {
            "cold": median(lambda: cpu(build, project), forget),
            "nothing changed": median(lambda: cpu(build, project)),
            "one edit": median(lambda: cpu(build, project), edit(project)),
            "one translation": median(lambda: cpu(build, project), translate(project)),
        }
        figures["help"] = median(lambda: cpu((*POLYCHARTER, "--help"), project))
        figures["python alone"] = median(lambda: cpu((sys.executable, "-c", "pass"), project))
        peer: dict[str, float] = {}
        if shutil.which("po4a"):
            other = po4a_project(Path(place) / "po4a")
            run = ("po4a", "-q", "po4a.cfg")

            def clear() -> None:
                shutil.rmtree(other / "out", ignore_errors=True)

            peer = {
                "cold": median(lambda: cpu(run, other), clear),
                "nothing changed": median(lambda: cpu(run, other)),
                "one edit": median(lambda: cpu(run, other), edit(other)),
            }
    print(f"{'CPU seconds':<18}{'polycharter':>12}{'po4a':>8}{'ratio':>8}   ({os.cpu_count()} processors)")
    for name, seconds in figures.items():
        beside = f"{peer[name]:>8.2f}{seconds / peer[name]:>8.2f}" if name in peer else ""
        print(f"{name:<18}{seconds:>12.2f}{beside}")
    if not peer:
        print("po4a is not installed; for a comparison: apt install po4a")


if __name__ == "__main__":
    main()

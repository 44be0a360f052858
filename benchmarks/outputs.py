"""How fast outputs are made: each format by itself, the shipped charter, and a charter in a hundred languages.

Prints Markdown: the tables of docs/explanation/speed.md, into which `--write` puts them. Seconds of the processor count
user and system time; memory is the peak of the process. Where pandoc is installed, it makes Word files and pages of the
same Markdown in the same run.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks import many
from benchmarks.build import project_in as shipped_in
from benchmarks.checks import filled
from polycharter import render
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument
from polycharter.pipeline import judge
from polycharter.pipeline.desk import open_desk
from polycharter.pipeline.project import open_project

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "speed.md"
PEERS = (("docx", "docx"), ("html", "html"))
"""Formats of ours that pandoc makes too, and what it calls them."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of the processor and of the clock, and its peak of memory in megabytes."""

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run it; an exit code other than 0 ends the benchmark."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode:
            told.seek(0)
            raise SystemExit(f"{' '.join(command)}: {told.read().decode()[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit / 1e6)


def documents(project: Path) -> list[LocalisedDocument]:
    """Every edition in every language of a project in which all are complete."""
    opened = open_project(project)
    return list(judge.judge(opened, open_desk(opened, ())).documents.values())


def formats(project: Path, place: Path) -> Iterator[str]:
    """The table of the formats: files a second of the processor, of the shipped charter."""
    folders = open_project(project).template_folders
    made = documents(project)
    yield "| format | files | ms each | files a second | pandoc, ms each |"
    yield "|---|---|---|---|---|"
    for format in render.modules():
        mine = [document for document in made if render.applies(document, format)]
        render.render(mine[0], format, folders)  # what is loaded once
        began = time.process_time()
        for document in mine:
            render.render(document, format, folders)
        each = (time.process_time() - began) / len(mine)
        peer = _pandoc(format, made, folders, place)
        yield f"| {format} | {len(mine)} | {1000 * each:.1f} | {1 / each:.0f} | {peer} |"
    if not shutil.which("pandoc"):
        yield ""
        yield "pandoc was not installed."


def _pandoc(format: str, made: Sequence[LocalisedDocument], folders: Sequence[Path], place: Path) -> str:
    """Milliseconds that pandoc takes for one public edition, from our Markdown; a process of its own each time."""
    theirs = dict(PEERS).get(format)
    if theirs is None or not shutil.which("pandoc"):
        return "–"
    public = [document for document in made if document.edition is Edition.PUBLIC]
    taken = 0.0
    for document in public:
        source = place / f"{document.locale}.md"
        source.write_bytes(render.render(document, "markdown", folders).data)
        command = ("pandoc", "--from", "gfm", "--to", theirs, "--standalone", source.name, "--output", "out")
        taken += run((*command, "--metadata", "title=Charter"), place).cpu
    return f"{1000 * taken / len(public):.0f}"


def builds(shipped: Path, large: Path, count: int) -> Iterator[str]:
    """The table of whole builds, each from nothing, with one worker and with two; and one with nothing to do."""
    yield "| build | workers | processor, s | clock, s | memory, MB | files | files a second |"
    yield "|---|---|---|---|---|---|---|"
    for name, project in (("the shipped charter, 5 languages", shipped), (f"{count} languages", large)):
        for workers in (1, 2):
            shutil.rmtree(project / "build", ignore_errors=True)
            done = _build(project, workers)
            files = sum(1 for path in (project / "build").rglob("*") if path.is_file())
            row = f"{done.cpu:.1f} | {done.wall:.1f} | {done.memory:.0f} | {files} | {files / done.cpu:.0f}"
            yield f"| {name} | {workers} | {row} |"
        again = _build(project, 2)
        yield f"| {name}, nothing changed | 2 | {again.cpu:.1f} | {again.wall:.1f} | {again.memory:.0f} | 0 | – |"


def _build(project: Path, workers: int) -> Run:
    return run((sys.executable, "-m", "polycharter", "build", "--workers", str(workers)), project)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="put the figures into the page of the documentation")
    options.add_argument("--locales", type=int, default=100, help="how many languages the large charter has")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        shipped = shipped_in(place / "shipped")
        large = many.project_in(place / "large", chosen.locales)
        head = f"{os.cpu_count()} processors, of which other programs may have used some; one run each."
        told: list[str] = []
        # Builds come first: the system counts what this process holds into the peak of those that it starts.
        for row in chain((head, ""), builds(shipped, large, chosen.locales), ("",), formats(shipped, place)):
            print(row, flush=True)
            told.append(row)
    if chosen.write:
        PAGE.write_text(filled(PAGE.read_text("utf-8"), "\n".join(told)), "utf-8")


if __name__ == "__main__":
    main()

"""How long `check` takes for 5,000 messages in four languages, beside `msgfmt -c` and pofilter on the same files."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.planting.ground import LOCALES, ROOT, grounds
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.checks import modules
from polycharter.model.catalogue import Catalogue, Entry

MESSAGES = 5000
_BIN = Path(sys.executable).parent


def enlarged(catalogue: Catalogue, messages: int) -> Catalogue:
    """The catalogue again and again, each time with another number in every text, until it has `messages` entries.

    The number stands on both sides, so that the copies are as right as what they were made from.
    """
    entries: list[Entry] = []
    live = tuple(catalogue.live().values())
    for index in range(messages):
        turn, entry = divmod(index, len(live))
        entries.append(_numbered(live[entry], turn) if turn else live[entry])
    return replace(catalogue, entries=tuple(entries))


def _numbered(entry: Entry, turn: int) -> Entry:
    mark = f" ({1000 + turn})"
    flags = tuple(flag for flag in entry.flags if not flag.startswith("max-length"))
    plural = None if entry.plural is None else entry.plural + mark
    targets = tuple(text + mark for text in entry.targets)
    return entry.changed(id=entry.id + mark, plural=plural, targets=targets, flags=flags)


def report() -> Iterator[str]:
    """A Markdown table: seconds of whole processes, all languages together, of the processors and on the clock."""
    with tempfile.TemporaryDirectory() as place:
        files = [_written(Path(place), locale) for locale in LOCALES]
        size = sum(file.stat().st_size for file in files) / 1e6
        yield (
            f"{MESSAGES:,} messages in each of {len(LOCALES)} languages ({size:.1f} MB); whole processes; "
            f"{os.cpu_count()} processors."
        )
        yield ""
        yield "| command | CPU seconds | seconds on the clock |"
        yield "|---|---|---|"
        for name, command in _commands(files):
            _run(command, Path(place))  # not counted: Python compiles what it has not compiled yet
            cpu, clock = _run(command, Path(place))
            yield f"| {name} | {cpu:.1f} | {clock:.1f} |"
        for name, package in (("msgfmt", "gettext"), ("pofilter", "translate-toolkit")):
            if not _found(name):
                yield f"\n{name} is not installed; for a comparison install {package}."


def _written(place: Path, locale: str) -> Path:
    path = f"locales/{locale}/LC_MESSAGES/charter.po"
    file = place / f"{locale}.po"
    file.write_bytes(write_po(enlarged(read_po((ROOT / path).read_bytes(), path), MESSAGES)))
    return file


def _commands(files: list[Path]) -> Iterator[tuple[str, list[list[str]]]]:
    names = [file.name for file in files]
    yield "`polycharter check`", [[str(_BIN / "polycharter"), "check", *names]]
    if msgfmt := _found("msgfmt"):
        yield "`msgfmt -c`", [[msgfmt, "-c", "-o", os.devnull, name] for name in names]
    if pofilter := _found("pofilter"):
        yield "`pofilter`", [[pofilter, "--language", file.stem, file.name, f"{file.stem}.out"] for file in files]


def _found(name: str) -> str:
    beside = _BIN / name
    return str(beside) if beside.exists() else shutil.which(name) or ""


def _run(commands: list[list[str]], place: Path) -> tuple[float, float]:
    """CPU seconds and seconds on the clock of all commands; one that fails ends the benchmark."""
    seconds = 0.0
    before = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in commands:
        with (place / "said.txt").open("wb") as said:
            process = subprocess.Popen(command, cwd=place, env=environment, stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        text = (place / "said.txt").read_text("utf-8", "replace")
        if process.returncode not in (0, 1) or "Traceback" in text:
            raise SystemExit(f"{' '.join(command)}: {text[-2000:]}")
        seconds += usage.ru_utime + usage.ru_stime
    return seconds, time.monotonic() - before


def growth() -> Iterator[str]:
    """A Markdown table of the slowest checks: CPU seconds for one language, and how much four times as much text costs.

    A check whose time grows with the number of messages costs four times as much, one that compares every message
    with every other sixteen times. What all checks share (reading Markdown, cutting sentences) is done before.
    """
    review = next(ground.review for ground in grounds() if ground.name == "charter")
    sizes = (MESSAGES // 4, MESSAGES)
    seconds: dict[str, list[float]] = {}
    for size in sizes:
        catalogue = enlarged(review.catalogue, size)
        template = replace(catalogue, entries=tuple(entry.changed(targets=("",)) for entry in catalogue.entries))
        large = replace(review, catalogue=catalogue, template=template, siblings={})
        for turn in range(2):
            for id, module in modules().items():
                if hasattr(module, "find"):
                    before = time.process_time()
                    sum(1 for _ in module.find(large))
                    if turn:
                        seconds.setdefault(id, []).append(time.process_time() - before)
    yield f"| check | {sizes[0]:,} messages | {sizes[1]:,} messages | times |"
    yield "|---|---|---|---|"
    slowest = sorted(seconds, key=lambda id: -seconds[id][1])
    for id in slowest[:8]:
        small, large_time = seconds[id]
        yield f"| `{id}` | {small:.2f} | {large_time:.2f} | {large_time / max(small, 0.001):.1f} |"
    total = [sum(each[index] for each in seconds.values()) for index in (0, 1)]
    yield f"| all {len(seconds)} | {total[0]:.2f} | {total[1]:.2f} | {total[1] / total[0]:.1f} |"

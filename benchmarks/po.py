"""Catalogues at scale: reading and writing 50,000 entries, updating one locale of 5,000 and 50,000 messages.

CPU seconds (user and system) of whole processes, one run each, beside GNU msgcat and msgmerge, polib and Babel where
these are installed, on the same files in the same run. `--patience N` gives a peer N CPU seconds (default 150; GNU
msgmerge needs thousands for 50,000 messages): one that takes longer is stopped, and its ratio is a lower bound.

The share found is of the edited messages whose true old translation came along; headings (9 % of them) are never
guessed.
"""

import argparse
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.po_workload import Workload, make, score
from polycharter.catalogue.po_read import read_po

ROOT = Path(__file__).parents[1]
OURS = "from pathlib import Path; from polycharter import read_po, write_po; "
CATALOGUE = "read_po(Path('nl.po').read_bytes())"
ROUND = OURS + f"Path('out.po').write_bytes(write_po({CATALOGUE}))"
UPDATE = OURS + (
    "from polycharter.catalogue.merge import merge; "
    f"Path('out.po').write_bytes(write_po(merge(read_po(Path('t.pot').read_bytes()), {CATALOGUE}).catalogue))"
)
POLIB = "import polib; polib.pofile('nl.po').save('out.po')"
BABEL = """from babel.messages.pofile import read_po, write_po
with open('nl.po', 'rb') as old, open('out.po', 'wb') as new: write_po(new, read_po(old))"""


def cpu(command: list[str], folder: Path, patience: int) -> tuple[float, bool]:
    """CPU seconds of one run, and whether it came to its end within its patience."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    limit = ["sh", "-c", f'ulimit -t {patience}; exec "$@"', "sh", *command]
    ran = subprocess.run(limit, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, ran.returncode == 0


def python(code: str) -> list[str]:
    """A program for the Python that runs this one."""
    return [sys.executable, "-c", code]


def peers(update: bool) -> dict[str, list[str]]:
    """Commands of the programs that are installed and do the same job."""
    if update:
        merge = ["msgmerge", "--quiet", "--previous", "--output-file=out.po", "nl.po", "t.pot"]
        return {"msgmerge": merge} if shutil.which("msgmerge") else {}
    found = {"msgcat": ["msgcat", "--output-file=out.po", "nl.po"]} if shutil.which("msgcat") else {}
    scripts = {"polib": POLIB, "babel": BABEL}
    return found | {name: python(code) for name, code in scripts.items() if importlib.util.find_spec(name)}


def quality(workload: Workload, folder: Path) -> str:
    """Share found and wrong pairs of the result in `folder`."""
    entries = read_po((folder / "out.po").read_bytes()).entries
    found, wrong = score(workload, [(entry.id, entry.targets[0]) for entry in entries if not entry.obsolete])
    return f"{found:>8.1%} found, {wrong} wrong pairs"


def measure(what: str, count: int, folder: Path, patience: int) -> None:
    """Run our own program and its peers, and print a line for each."""
    update = what == "update"
    workload = make(count)
    (folder / "nl.po").write_bytes(workload.catalogue)
    (folder / "t.pot").write_bytes(workload.template)
    ours, done = cpu(python(UPDATE if update else ROUND), folder, 10 * patience)
    if not done:
        raise SystemExit(f"{what} of {count} did not come to its end")
    print(f"{what} {count:>6,}  polycharter {ours:>8.2f}" + (quality(workload, folder) if update else ""), flush=True)
    for name, command in peers(update).items():
        theirs, done = cpu(command, folder, patience)
        sign, result = ("", quality(workload, folder) if update else "") if done else (">", "   stopped")
        ratio = f"{sign}{theirs / ours:.1f} times as long"
        print(f"{what} {count:>6,}  {name:<11} {theirs:>8.2f}{result}   {ratio}", flush=True)


def main() -> None:
    """Measure and print one line a figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--patience", type=int, default=150, metavar="SECONDS")
    patience = parser.parse_args().patience
    print("CPU seconds")
    with tempfile.TemporaryDirectory() as place:
        measure("read and write", 50_000, Path(place), patience)
        measure("update", 5_000, Path(place), patience)
        measure("update", 50_000, Path(place), patience)


if __name__ == "__main__":
    main()

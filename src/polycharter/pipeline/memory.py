"""What need not be made again: a build remembers what it made from what, beside its artefacts.

Two questions are answered. Is everything as it was after the last build (then there is nothing to do, and nothing
heavy is even imported)? Was this very artefact made from this very document (then its bytes are still good)? Every
answer is by content: of all inputs, and of the artefacts themselves, so that a file changed by hand is made anew.
The memory is no artefact; without it, or with another version's, everything is made again, to the same bytes. Which
files a later build may keep in the place of an incomplete edition stands in it too (`partial.py`).
"""

import hashlib
import json
import os
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from polycharter.model.dictionaries import FOLDERS as DICTIONARIES
from polycharter.model.errors import charter_error
from polycharter.model.place import Place
from polycharter.pipeline.project import COPIED, Project
from polycharter.pipeline.write import digest as digest
from polycharter.pipeline.write import write_file
from polycharter.shipped import shipped_folder
from polycharter.text.quote import visible

FILE = ".polycharter.json"

_INPUTS = (
    "charter.toml",
    "charter/[!.]*.md",
    "locales/*.pot",
    "locales/*/locale.toml",
    "locales/*/addenda/[!.]*.md",
    "locales/glossary.csv",
)
_CATALOGUES = "locales/*/LC_MESSAGES/*.po"
_PARTS = ("situation", "outcome", "artefacts", "made_from", "good", "alone", "compiled")
"""What a memory holds; a part that another version did not have, or that is damaged, holds nothing."""


def inputs(project: Project) -> dict[str, str]:
    """The digest of every file that the build of this project depends on, by its path."""
    found: dict[str, str] = {}
    for pattern in (*_INPUTS, _CATALOGUES):
        for path in project.root.glob(pattern):
            found[_named(path.relative_to(project.root).as_posix())] = _digest_of(path)
    return dict(sorted(found.items()))


def _named(path: str) -> str:
    """The path; CharterError where it cannot be written down."""
    try:
        path.encode()
    except UnicodeEncodeError:
        raise charter_error(Place(visible(path)), "the name of the file is not UTF-8", "Rename the file.") from None
    return path


def own_templates(project: Project) -> dict[str, str]:
    """The digest of every template of the project's own, by its path; a copy of the shipped one is none."""
    own, shipped = project.root / "templates", project.shipped / "templates"
    names = (path.relative_to(own) for path in sorted(own.rglob("*")) if path.is_file()) if own != shipped else ()
    digests = {_named(name.as_posix()): (_digest_of(own / name), _digest_of(shipped / name)) for name in names}
    return {f"templates/{name}": its for name, (its, other) in digests.items() if its != other and name != COPIED}


def templates(project: Project) -> str:
    """One digest of all templates, in the order in which they are looked for."""
    whole = hashlib.sha256()
    for folder in project.template_folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                whole.update(os.fsencode(path.relative_to(folder)) + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def program() -> str:
    """A mark of this very copy of polycharter and of what it works with: packages, words it brings, dictionaries.

    Of all these, names, sizes and times of files are looked at.
    """
    whole = hashlib.sha256()
    installed = Path(sysconfig.get_path("purelib"))
    whole.update("\n".join(sorted(path.name for path in installed.glob("*.dist-info"))).encode())
    package = Path(__file__).parents[1]
    ours = (path for path in package.rglob("*.*") if path.suffix != ".pyc")
    words = (shipped_folder() / "locales").glob("*/LC_MESSAGES/interface.po")
    dictionaries = (path for folder in DICTIONARIES for path in folder.glob("*.*"))
    for path in sorted((*ours, *words, *dictionaries)):
        status = path.stat()
        whole.update(os.fsencode(path) + f" {status.st_size} {status.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def situation(project: Project, wish: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that decides what a build makes; `wish` is what the command asked for."""
    return {
        "day": project.today.isoformat(),
        "inputs": inputs(project),
        "templates": templates(project),
        "program": program(),
        "wish": dict(wish),
    }


def catalogue_marks(situation: Mapping[str, Any]) -> dict[str, str]:
    """By its path, a mark of everything that decides what is found in a catalogue by itself: all but the others."""
    catalogues = {path: its for path, its in situation["inputs"].items() if path.endswith(".po")}
    rest = {path: its for path, its in situation["inputs"].items() if path not in catalogues}
    common = json.dumps([rest, situation["templates"], situation["program"]])
    return {path: digest(f"{common} {its}".encode()) for path, its in catalogues.items()}


def recall(out: Path) -> dict[str, Any]:
    """What the last build in this folder remembered; empty where there was none."""
    try:
        remembered = json.loads((out / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(remembered, dict):
        return {}
    return {key: part if isinstance(part := remembered.get(key), dict) else {} for key in _PARTS}


def remember(out: Path, memory: Mapping[str, Any]) -> None:
    """Keep what a build knows for the next one."""
    write_file(out, FILE, (json.dumps(memory, ensure_ascii=False, indent=1) + "\n").encode())


def digests_of(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The digest of each file as it is now."""
    return {path: _digest_of(root / path) for path in paths}


def intact(out: Path, artefacts: Mapping[str, str]) -> bool:
    """Whether every artefact is there with the bytes that its digest tells."""
    return bool(artefacts) and all(_digest_of(out / path) == expected for path, expected in artefacts.items())


def still_good(out: Path, path: str, made_from: str, memory: Mapping[str, Any]) -> bool:
    """Whether the artefact at `path` was made from this and is as it was made."""
    return memory.get("made_from", {}).get(path) == made_from and as_made(out, path, memory)


def as_made(out: Path, path: str, memory: Mapping[str, Any]) -> bool:
    """Whether the artefact at `path` is there as a build made it."""
    return _digest_of(out / path) == str(memory.get("artefacts", {}).get(path))


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""

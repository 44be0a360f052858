"""Templates of a project's own: the shipped ones copied out to be changed, and whether the copies are out of date."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from polycharter import __version__
from polycharter.model.errors import charter_error
from polycharter.model.place import Place
from polycharter.pipeline.project import COPIED
from polycharter.pipeline.write import ABSENT, digest, write_file
from polycharter.shipped import shipped_folder
from polycharter.text.quote import nearest

FOLDER = "templates"
RECORD = f"{FOLDER}/{COPIED}"
_CLOSE = 0.85
"""How like a shipped name a misspelt one is: `styles.css` is, `house.css` is not."""

_HEAD = """\
# Which templates `polycharter init --templates` copied here: from which version, and what they were (SHA-256). A build
# compares them with the ones that it brings, and says which of these have been changed there since.
"""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied, and what was there already and is left as it is: names relative to the folder of templates."""

    written: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Origin:
    version: str
    sha256: str


def copy_templates(root: Path, only: Sequence[str] = ()) -> Copied:
    """Copy the shipped templates into the project at `root`; `only` names formats ("html") or files ("pdf/theme.typ").

    What is there is never touched. The interface words are no template: a project's own file adds to the shipped one.
    """
    written: list[str] = []
    left: list[str] = []
    origins = dict(_origins(root))
    for name in chosen(only):
        if (root / FOLDER / name).exists():
            left.append(name)
            continue
        data = _shipped(name).read_bytes()
        write_file(root, f"{FOLDER}/{name}", data, expect=ABSENT)
        written.append(name)
        origins[name] = _Origin(__version__, digest(data))
    if written:
        there = {name: origin for name, origin in sorted(origins.items()) if (root / FOLDER / name).is_file()}
        write_file(root, RECORD, _record(there).encode())
    return Copied(tuple(written), tuple(left))


def outdated(root: Path) -> tuple[str, ...]:
    """A line for each copied template that polycharter brings in another form by now: where, what, what to do."""
    lines = []
    for name, origin in _origins(root).items():
        own, shipped = root / FOLDER / name, _shipped(name)
        if not own.is_file():
            continue
        now = shipped.read_bytes() if shipped.is_file() else b""
        if digest(now) != origin.sha256 and own.read_bytes() != now:
            what = f"{FOLDER}/{name}: is a copy from polycharter {origin.version}, and {__version__} "
            if now:
                todo = f"Put yours aside, run polycharter init --templates --only {name}, and bring your changes over."
                lines.append(f"{what}brings another one. {todo}")
            else:
                lines.append(f"{what}has no such template. Delete it if none of your own uses it.")
    return tuple(lines)


def misnamed(root: Path) -> tuple[str, ...]:
    """A line for each file and interface word of the project's own that nothing uses and that is nearly a shipped one.

    What another template of the project names is in use, and a name that is like no shipped one is the owner's affair.
    """
    folder, shipped = root / FOLDER, shipped_folder() / FOLDER
    if not folder.is_dir() or folder.samefile(shipped):
        return ()
    kinds = [kind for kind in sorted(shipped.iterdir()) if kind.is_dir()]
    own = [file for kind in kinds for file in sorted((folder / kind.name).glob("*.*")) if file.is_file()]
    lines: list[str] = []
    for kind in kinds:
        theirs = {file.name for file in kind.iterdir()}
        ours = {file.name for file in own if file.parent.name == kind.name}
        for name, meant in _nearly(ours, theirs, own):
            what = f"{FOLDER}/{kind.name}/{name}: polycharter uses no file of this name"
            lines.append(f"{what}. Rename it if you meant {FOLDER}/{kind.name}/{meant}.")
    return (*lines, *_misnamed_words(root, own))


def _misnamed_words(root: Path, templates: Sequence[Path]) -> Iterator[str]:
    from polycharter.source.toml_file import read_toml
    from polycharter.source.words import FILE

    if (root / FOLDER / FILE).is_file():
        own, theirs = (read_toml(folder, f"{FOLDER}/{FILE}") for folder in (root, shipped_folder()))
        for name, meant in _nearly(own.data, theirs.data, templates):
            yield f"{own.place(name)}: no template uses the word {name!r}. Rename it if you meant {meant!r}."


def _nearly(own: Collection[str], shipped: Collection[str], templates: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The names that are not shipped and in none of the templates, each with the shipped one that is nearly it.

    Where the project has that one too, the other is a copy that somebody put aside.
    """
    free = sorted(set(shipped) - set(own))
    for name in sorted(set(own) - set(shipped)):
        meant = nearest(name, free, _CLOSE)
        if meant and not any(name in file.read_text("utf-8", errors="replace") for file in templates):
            yield name, meant


def _shipped(name: str) -> Path:
    return shipped_folder() / FOLDER / name


def chosen(only: Sequence[str]) -> list[str]:
    """The names of the templates that are asked for, all of them by default; CharterError where one is unknown."""
    from polycharter.source.words import FILE

    folder = shipped_folder() / FOLDER
    files = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    every = [name for name in files if name != FILE]
    wanted: set[str] = set()
    for asked in only:
        plain = asked.removeprefix(f"{FOLDER}/").rstrip("/")
        found = [name for name in every if name == plain or name.startswith(f"{plain}/")]
        if not found:
            formats = ", ".join(dict.fromkeys(name.partition("/")[0] for name in every))
            todo = f"Choose from {formats}, or one of their files: {', '.join(every)}."
            raise charter_error(Place("--only"), f"there is no template {asked!r}", todo)
        wanted.update(found)
    return [name for name in every if name in wanted or not only]


def _origins(root: Path) -> Mapping[str, _Origin]:
    """Where the copies in the project came from; none where nothing was copied."""
    if not (root / RECORD).is_file():
        return {}
    from polycharter.source.toml_file import read_toml  # here: a build that has nothing to do is mostly imports

    file = read_toml(root, RECORD)
    origins: dict[str, _Origin] = {}
    for name, row in file.data.items():
        match row:
            case {"polycharter": str(version), "sha256": str(sha256)}:
                origins[name] = _Origin(version, sha256)
            case _:
                todo = "Delete the line; then polycharter says no more of this template."
                raise charter_error(file.place(name), f"{name}: expected polycharter and sha256", todo)
    return origins


def _record(origins: Mapping[str, _Origin]) -> str:
    lines = (
        f'{json.dumps(name)} = {{ polycharter = "{origin.version}", sha256 = "{origin.sha256}" }}\n'
        for name, origin in origins.items()
    )
    return _HEAD + "".join(lines)

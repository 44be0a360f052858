"""What git calls when both branches changed the same catalogue."""

from contextlib import suppress
from pathlib import Path

from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.catalogue.three_way import three_way
from polycharter.model.catalogue import WRAPS, Catalogue
from polycharter.model.errors import CharterError, Mistake, unreadable
from polycharter.model.place import Place
from polycharter.pipeline.write import digest, write_file
from polycharter.source.files import regular_bytes
from polycharter.source.toml_file import read_toml
from polycharter.text.quote import quote, visible


def merge_files(base: Path, ours: Path, theirs: Path, name: str) -> tuple[str, ...]:
    """Merge three files into `ours` and return a line for each message of which both translations were kept.

    `name` is what the file is called in the repository, at whose top git runs this. Raises CharterError where one of
    the three is damaged, with the mistakes of all; `ours` is left as it is then.
    """
    sides = {"common ancestor": base, "our branch": ours, "their branch": theirs}
    found: list[Catalogue] = []
    mistakes: list[Mistake] = []
    data = b""
    for side, file in sides.items():
        try:
            read = _read(file)
            found.append(read_po(read, f"{name} ({side})"))
        except CharterError as error:
            mistakes += error.mistakes
        else:
            data = read if file is ours else data
    if mistakes:
        raise CharterError(*mistakes)
    merged = three_way(*found)
    write_file(ours.resolve().parent, ours.name, write_po(merged.catalogue, _wrap(Path(name))), expect=digest(data))
    end = "differently: both are kept, choose one"
    return tuple(f"{visible(name)}: both branches translated {quote(text)} {end}" for _, text in merged.conflicts)


def _read(file: Path) -> bytes:
    try:
        return regular_bytes(file)
    except OSError as error:
        raise unreadable(Place(str(file)), error) from None


def _wrap(file: Path) -> int | None:
    """How the project that a catalogue belongs to breaks lines; as gettext does where it cannot be told.

    The charter's settings may be in conflict themselves just now: then they say nothing.
    """
    for folder in file.resolve().parents:
        if (folder / "charter.toml").is_file():
            with suppress(CharterError):
                name = read_toml(folder, "charter.toml").data.get("catalogues", {}).get("wrap", "gnu")
                return WRAPS.get(name, WRAPS["gnu"])
    return WRAPS["gnu"]

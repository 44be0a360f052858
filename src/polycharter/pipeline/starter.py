"""A new project: the shipped charter, copied."""

from pathlib import Path

from polycharter.model.errors import charter_error
from polycharter.model.place import Place
from polycharter.pipeline.write import write_file
from polycharter.shipped import STARTER, shipped_folder

_IGNORED = "build/\n*.mo\n"


def start(folder: Path) -> int:
    """Copy the shipped charter project into `folder`, which must be new or empty, and return the number of files."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "is there already, and not empty" if folder.is_dir() else "is a file that is there already"
        raise charter_error(Place(str(folder)), what, "Choose the name of a new folder.")
    shipped = shipped_folder()
    files = [path for name in STARTER for path in _files(shipped / name) if path.suffix != ".mo"]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise charter_error(Place(str(folder)), f"cannot be made ({error.strerror})", "Choose another place.") from None
    for path in files:
        write_file(folder, path.relative_to(shipped).as_posix(), path.read_bytes())
    write_file(folder, ".gitignore", _IGNORED.encode())
    return len(files) + 1


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(inner for inner in path.rglob("*") if inner.is_file())

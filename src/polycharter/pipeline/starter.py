"""A new project: the shipped charter, copied, on the day on which somebody begins with it."""

import datetime
import itertools
import re
from pathlib import Path

from polycharter.model.days import months_later
from polycharter.model.errors import charter_error
from polycharter.model.place import Place
from polycharter.pipeline.write import write_file
from polycharter.shipped import STARTER, shipped_folder
from polycharter.source.toml_file import read_toml

_IGNORED = "build/\n*.mo\n"


_CHARTER = "charter.toml"
_DATE = re.compile(r"(?<== )\d{4}-\d{2}-\d{2}$", re.MULTILINE)


def start(folder: Path, today: datetime.date) -> int:
    """Copy the shipped charter project into `folder`, which must be new or empty, and return the number of files.

    All its dates are moved by so many months that its next review is not overdue `today`: it is ready to build.
    """
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
        name = path.relative_to(shipped).as_posix()
        data = path.read_bytes()
        write_file(folder, name, _begun(data.decode(), _months(shipped, today)).encode() if name == _CHARTER else data)
    write_file(folder, ".gitignore", _IGNORED.encode())
    return len(files) + 1


def _months(shipped: Path, today: datetime.date) -> int:
    """How many months later the dates of the shipped charter have to be, for its next review not to be overdue."""
    data = read_toml(shipped, _CHARTER).data
    due: datetime.date = data["facts"][data["review"]["next"]]["value"]
    return next(months for months in itertools.count() if months_later(due, months) >= today)


def _begun(charter: str, months: int) -> str:
    """The text of `charter.toml` with all its dates so many months later."""
    return _DATE.sub(lambda date: _moved(date.group(), months), charter)


def _moved(date: str, months: int) -> str:
    """The date so many months later; the last day of a month stays the last."""
    after = datetime.date.fromisoformat(date) + datetime.timedelta(1)
    if after.day == 1:
        return (months_later(after, months) - datetime.timedelta(1)).isoformat()
    return months_later(datetime.date.fromisoformat(date), months).isoformat()


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(inner for inner in path.rglob("*") if inner.is_file())

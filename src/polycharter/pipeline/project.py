"""Where the files of a project are, and which day it is."""

import datetime
import os
from dataclasses import dataclass
from pathlib import Path

from polycharter.model.errors import charter_error
from polycharter.model.locale import posix_locale
from polycharter.model.place import Place
from polycharter.shipped import shipped_folder

DOMAINS = ("charter", "interface")
_SOURCES = ("charter", "locales", "templates")

COPIED = "copied.toml"
"""The record of copied templates, in their folder: where they came from. It changes nothing in what is built."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folder with `charter.toml`, and the shipped project behind it; `now` is the time of the command, in UTC."""

    root: Path
    shipped: Path
    now: datetime.datetime

    @property
    def today(self) -> datetime.date:
        """The day on which agreements are in force or past."""
        return self.now.date()

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for; the project's own come first."""
        own, shipped = self.root / "templates", self.shipped / "templates"
        return (own, shipped) if own.is_dir() and own != shipped else (shipped,)

    def template_path(self, domain: str) -> str:
        """The template (`.pot`) of a domain, relative to the project."""
        return f"locales/{domain}.pot"

    def catalogue_path(self, locale: str, domain: str, ending: str = "po") -> str:
        """A catalogue, in the place where gettext expects it, relative to the project."""
        return f"locales/{posix_locale(locale)}/LC_MESSAGES/{domain}.{ending}"


def output_folder(root: Path, out: Path) -> Path:
    """`out`, where a build may write; CharterError where that is among what the owner and the translators wrote."""
    target = out.resolve()
    for source in (root.resolve() / name for name in _SOURCES):
        if target.is_relative_to(source) or source.is_relative_to(target):
            what = f"{out} is no place for what is built: the project's {source.name}/ is {_where(source, target)}"
            raise charter_error(Place("--out"), what, "Name a folder of its own, such as build.")
    return out


def _where(source: Path, target: Path) -> str:
    return "that folder" if source == target else "in it" if source.is_relative_to(target) else "around it"


def open_project(root: Path) -> Project:
    """The project in the folder `root`; CharterError where there is no `charter.toml`."""
    if not (root / "charter.toml").is_file():
        todo = "Change to the folder of a charter project, or make one: polycharter init DIR."
        raise charter_error(Place("charter.toml"), f"there is no such file in {root.resolve()}", todo)
    return Project(root, shipped_folder(), clock())


def clock() -> datetime.datetime:
    """The time of the command, in UTC; CharterError where the environment says no time.

    `SOURCE_DATE_EPOCH` (seconds) stands for the clock where it is set: reproducible-builds.org/specs.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 11):
        raise charter_error(Place("SOURCE_DATE_EPOCH"), f"{epoch!r} is no number of seconds", "Write digits only.")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)

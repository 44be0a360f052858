"""What `check` is asked to look at: languages of the project, catalogues of it, other gettext files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from polycharter.model.check import EVERY_CHECK
from polycharter.model.errors import CharterError, charter_error
from polycharter.model.place import Place
from polycharter.model.review import EditionReview
from polycharter.pipeline.desk import open_desk, open_whole_desk, read
from polycharter.pipeline.judge import Judged, editions, judge, known_ids
from polycharter.pipeline.loose import judge_files
from polycharter.pipeline.project import DOMAINS, open_project
from polycharter.text.parity import holds


@dataclass(frozen=True, slots=True)
class Asked:
    """The arguments sorted: languages, catalogues of the project by locale and domain, other files."""

    locales: tuple[str, ...]
    catalogues: tuple[tuple[str, str], ...]
    files: tuple[Path, ...]


def judge_asked(
    root: Path, arguments: Sequence[str], select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> tuple[Judged, str]:
    """What the checks find in what was asked for, and the severity that fails; everything where nothing was named.

    Files outside the project need none, and its settings do not count for them. CharterError where nothing of what was
    asked for can be read.
    """
    known_ids(Place("--select"), select)
    known_ids(Place("--ignore"), ignore)
    asked = _sorted(root, arguments)
    judged, fail_on = Judged(()), EVERY_CHECK.fail_on
    if asked.locales or asked.catalogues or not asked.files:
        project = open_project(root)
        desk = open_desk(project, (*asked.locales, *(locale for locale, _ in asked.catalogues)))
        if desk.damaged and not desk.catalogues:
            raise CharterError(*desk.mistakes)
        judged = judge(project, desk, select, ignore)
        fail_on = desk.charter.checks.fail_on
        if asked.catalogues:
            whole = {(locale, domain) for locale in asked.locales for domain in DOMAINS}
            judged = judged.only({*asked.catalogues, *whole})
    if asked.files:
        judged = judged.plus(judge_files(asked.files, EVERY_CHECK.narrowed(select, ignore)))
    return judged, fail_on


def complete_editions(root: Path, locales: Sequence[str]) -> tuple[tuple[EditionReview, ...], bool]:
    """Each edition in the source language and in every locale in which it is complete; whether they carry the same."""
    project = open_project(root)
    desk = open_whole_desk(project, locales)
    found = editions(desk, judge(project, desk).documents)
    return found, holds(found, locales)


def _sorted(root: Path, arguments: Sequence[str]) -> Asked:
    locales: list[str] = []
    catalogues: list[tuple[str, str]] = []
    files: list[Path] = []
    known = _catalogues(root) if any(map(_is_path, arguments)) else {}
    for argument in arguments:
        if not _is_path(argument):
            locales.append(argument)
        elif (resolved := Path(argument).resolve()) in known:
            catalogues.append(known[resolved])
        elif argument.endswith(".pot"):
            todo = "Name catalogues (.po); “polycharter extract --check” says whether templates are current."
            raise charter_error(Place(argument), "is a template, in which nothing is translated", todo)
        else:
            files.append(Path(argument))
    return Asked(tuple(locales), tuple(catalogues), tuple(files))


def _is_path(argument: str) -> bool:
    return argument.endswith((".po", ".pot")) or "/" in argument or "\\" in argument or Path(argument).is_file()


def _catalogues(root: Path) -> dict[Path, tuple[str, str]]:
    """The catalogues of the project in `root` by their paths; none where there is no project."""
    if not (root / "charter.toml").is_file():
        return {}
    project = open_project(root)
    return {
        (root / project.catalogue_path(locale, domain)).resolve(): (locale, domain)
        for locale in read(project).locales
        for domain in DOMAINS
    }

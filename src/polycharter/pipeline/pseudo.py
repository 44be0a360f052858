"""A copy of a project in pseudo-locales, to be built in every format before the first translator has begun."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from polycharter import cldr
from polycharter.catalogue.po_write import write_po
from polycharter.catalogue.pseudo import PSEUDO, pseudo
from polycharter.checks import modules
from polycharter.model.edition import Edition
from polycharter.model.errors import charter_error
from polycharter.model.finding import Certainty, Severity
from polycharter.model.locale import posix_locale
from polycharter.model.outcome import Outcome
from polycharter.model.place import Place
from polycharter.pipeline.build import Progress, build
from polycharter.pipeline.desk import fresh_templates, read
from polycharter.pipeline.project import Project
from polycharter.pipeline.update import catalogue_header
from polycharter.pipeline.write import remove_file, write_file
from polycharter.source.charter import CHARTER_FILE, SECTION_FOLDER
from polycharter.source.toml_file import read_toml
from polycharter.text.plural import parse_plural_forms

_MARK = "# A copy in pseudo-locales, made by polycharter pseudo; what you change here is lost.\n"
_LANGUAGE = "language"
"""The family of checks that a pseudo-locale can only fail."""


def make_pseudo(project: Project, folder: Path) -> Project:
    """A copy of the project in `folder`, which is new, empty or such a copy: its languages are the pseudo-locales.

    Nothing but the charter, its templates and the source language's own folder is copied; nothing else is written.
    """
    charter = read(project)
    _check_free(folder)
    files = {path.relative_to(project.root).as_posix(): path.read_bytes() for path in _copied(project, charter.source)}
    data = read_toml(project.root, CHARTER_FILE).data
    files[CHARTER_FILE] = (_MARK + _toml(_changed(data))).encode()
    copy = Project(folder, project.shipped, project.now)
    templates = fresh_templates(project, charter)
    for domain, template in templates.items():
        files[template.path] = write_po(template)
        for locale in PSEUDO:
            path = copy.catalogue_path(locale, domain)
            rule = parse_plural_forms(cldr.plural_forms(locale))
            header = catalogue_header(project, charter, locale)
            files[path] = write_po(pseudo(template, locale, header, rule, path))
    for path, content in files.items():
        write_file(folder, path, content)
    for old in _sections(folder):
        if old not in files:
            remove_file(folder, old)
    return copy


def build_pseudo(
    project: Project,
    folder: Path,
    editions: Sequence[Edition] = (),
    formats: Sequence[str] = (),
    progress: Progress = lambda _: None,
) -> tuple[Outcome, Path]:
    """Copy the project and build the copy in the pseudo-locales; the outcome, and where the artefacts are."""
    copy = make_pseudo(project, folder)
    out = folder / "build"
    return build(copy, out, tuple(PSEUDO), editions, formats, progress), out


def _check_free(folder: Path) -> None:
    """Never write over anything but a copy of ours."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    file = folder / CHARTER_FILE
    if not file.is_file() or not file.read_text("utf-8", "replace").startswith(_MARK):
        what = "is there already, and is no copy in pseudo-locales"
        raise charter_error(Place(str(folder)), what, "Choose a new folder with --out.")


def _copied(project: Project, source: str) -> Iterator[Path]:
    """The files that the copy needs: sections, templates, and what the source language overrides."""
    yield from (project.root / path for path in _sections(project.root))
    own = project.root / "locales" / posix_locale(source)
    for folder, pattern in ((project.root / "templates", "**/*"), (own, "locale.toml"), (own, "addenda/*.md")):
        yield from (path for path in sorted(folder.glob(pattern)) if path.is_file())


def _sections(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in sorted((root / SECTION_FOLDER).glob("[!.]*.md"))]


def _changed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The charter's data for the copy: its languages, and only checks that can't be wrong about a made-up language."""
    certain = (Severity.ERROR, Certainty.CERTAIN)
    checks = [
        check.id
        for check in (module.CHECK for module in modules().values())
        if (check.severity, check.certainty) == certain and check.family != _LANGUAGE
    ]
    chosen = {"locales": list(PSEUDO)}
    return {**data, "charter": {**data["charter"], **chosen}, "checks": {"select": sorted(checks)}}


def _toml(data: Mapping[str, Any]) -> str:
    """The data as TOML: a table, or an array of them, for each key that holds one; what is deeper stands inline."""
    plain: list[str] = []
    tables: list[str] = []
    for key, value in data.items():
        rows = value if isinstance(value, list) and value and isinstance(value[0], Mapping) else [value]
        if not isinstance(rows[0], Mapping):
            plain.append(f"{_key(key)} = {_value(value)}")
            continue
        head = f"[[{_key(key)}]]" if rows is value else f"[{_key(key)}]"
        for row in rows:
            tables += [head, *(f"{_key(name)} = {_value(inner)}" for name, inner in row.items()), ""]
    return "\n".join((*plain, "", *tables)) + "\n"


def _key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else _value(key)


def _value(value: Any) -> str:
    """A value as TOML writes it; strings as JSON does, which TOML reads too."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case datetime.date() | datetime.time() | datetime.datetime():
            return value.isoformat()
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case _:
            return json.dumps(value)

"""The stages from compiled catalogues to artefacts: localise, render, index, manifest."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from polycharter import __version__, cldr
from polycharter import render as renderers
from polycharter.localise.document import Request, localise
from polycharter.model.artefact import Artefact
from polycharter.model.compiled import Compiled
from polycharter.model.coverage import Coverage
from polycharter.model.edition import Edition
from polycharter.model.index import HeldBack, Index, IndexEdition, IndexLink, IndexRow
from polycharter.model.localised import Alternate, LocalisedDocument
from polycharter.pipeline import memory
from polycharter.pipeline.desk import Desk
from polycharter.pipeline.project import Project
from polycharter.render.html import render_index

Catalogues = Mapping[str, Mapping[str, Compiled]]
"""Compiled catalogues by locale and domain."""

_FORMAT_NAMES = {"html": "HTML", "pdf": "PDF", "markdown": "Markdown", "text": "Text", "json": "JSON", "docx": "DOCX"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a command asked for; an empty tuple means all."""

    locales: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    formats: tuple[str, ...] = ()

    def includes(self, locale: str, edition: Edition, format: str = "") -> bool:
        """Whether an artefact was asked for; without a format, whether any of the edition was."""
        return (
            (not self.locales or locale in self.locales)
            and (not self.editions or edition in self.editions)
            and (not self.formats or not format or format in self.formats)
        )


Ready = Mapping[Edition, tuple[str, ...]]
"""The locales in which each edition may be published, the source language first."""


def ready(coverage: Sequence[Coverage]) -> Ready:
    """What is complete."""
    return {
        edition: tuple(row.locale for row in coverage if row.edition is edition and row.publishable)
        for edition in Edition
    }


def documents(project: Project, desk: Desk, compiled: Catalogues, may: Ready) -> tuple[LocalisedDocument, ...]:
    """Every edition in every locale that is ready, the source language first.

    The hashes in a document are of what it holds: the edition's text and values in the source language, and the
    same in its own. So an edit in the staff edition leaves the public one as it was, byte for byte.
    """
    source = desk.charter.source
    made: list[LocalisedDocument] = []
    for edition, locales in may.items():
        canonical = _document(project, desk, compiled[source], source, edition)
        source_hash = _hash(canonical)
        for locale in locales:
            document = canonical if locale == source else _document(project, desk, compiled[locale], locale, edition)
            made.append(
                replace(
                    document,
                    source_hash=source_hash,
                    catalogue_hash=_hash(document),
                    alternates=_alternates(locales, locale),
                )
            )
    return tuple(made)


def _document(
    project: Project, desk: Desk, compiled: Mapping[str, Compiled], locale: str, edition: Edition
) -> LocalisedDocument:
    request = Request(locale, edition, project.today, (), "", "")
    return localise(desk.charter, compiled["charter"], compiled["interface"], request)


def _alternates(locales: Sequence[str], current: str) -> tuple[Alternate, ...]:
    return tuple(
        Alternate(locale, cldr.native_name(locale), cldr.direction(locale), locale == current) for locale in locales
    )


def _hash(value: object) -> str:
    """SHA-256 of a frozen value: its repr names every field and is the same everywhere."""
    return memory.digest(repr(value).encode())


@dataclass(frozen=True, slots=True)
class Made:
    """An artefact's path and what it was made from; its bytes, unless those on disk are still good."""

    path: str
    made_from: str
    artefact: Artefact | None


def artefacts(
    project: Project, out: Path, made: Sequence[LocalisedDocument], wish: Wish, known: Mapping[str, Any]
) -> tuple[Made, ...]:
    """Every document in every format that was asked for; those that are still good are not made again.

    What was not asked for stays as the last build left it, if there was one. Two threads: typst works outside
    Python's lock, and a fork after its first compile would hang.
    """
    mark = f"{memory.templates(project)} {memory.program()}"
    jobs: list[tuple[LocalisedDocument, str, str]] = []
    left: list[Made] = []
    for document in made:
        made_from = memory.digest(f"{mark} {_hash(document)}".encode())
        for format in renderers.modules():
            path = renderers.path_of(document, format)
            if wish.includes(document.locale, document.edition, format):
                jobs.append((document, format, made_from))
            elif path in known.get("artefacts", {}):
                left.append(Made(path, known["made_from"][path], None))

    def make(job: tuple[LocalisedDocument, str, str]) -> Made:
        document, format, made_from = job
        path = renderers.path_of(document, format)
        if memory.still_good(out, path, made_from, known):
            return Made(path, made_from, None)
        return Made(path, made_from, renderers.render(document, format, project.template_folders))

    with ThreadPoolExecutor(max_workers=2) as pool:
        return (*pool.map(make, jobs), *left)


def index(
    project: Project, desk: Desk, compiled: Catalogues, made: Sequence[LocalisedDocument], there: Collection[str]
) -> Artefact:
    """The page that lists all languages, in the words of the source language; `there` are the artefacts to link to."""
    source = desk.charter.source
    page = _document(project, desk, compiled[source], source, Edition.PUBLIC)
    published = {(document.locale, document.edition) for document in made}
    rows = (_row(locale, made, there) for locale in _locales(made))
    value = Index(
        locale=source,
        direction=cldr.direction(source),
        organisation=desk.charter.organisation,
        title=page.title,
        version=page.version,
        effective_from=page.effective_from,
        effective_from_iso=page.effective_from_iso,
        words=page.words,
        rows=tuple(row for row in rows if row.editions),
        held_back=tuple(_held_back(page, published, desk.catalogues)),
    )
    return Artefact("index.html", "text/html; charset=utf-8", render_index(value, project.template_folders))


def _locales(made: Sequence[LocalisedDocument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(document.locale for document in made))


def _row(locale: str, made: Sequence[LocalisedDocument], there: Collection[str]) -> IndexRow:
    mine = [document for document in made if document.locale == locale]
    editions = (
        IndexEdition(document.edition, document.words[f"edition_{document.edition}"], _links(document, there))
        for document in mine
    )
    linked = tuple(edition for edition in editions if edition.links)
    return IndexRow(locale, cldr.native_name(locale), mine[0].direction, mine[0].title, linked)


def _links(document: LocalisedDocument, there: Collection[str]) -> tuple[IndexLink, ...]:
    """The files of one edition, the page first and then what is printed."""
    first = sorted(renderers.modules(), key=lambda format: (format != "html", format != "pdf", format))
    paths = ((format, renderers.path_of(document, format)) for format in first)
    return tuple(
        IndexLink(format, _FORMAT_NAMES.get(format, format.upper()), path) for format, path in paths if path in there
    )


def _held_back(
    page: LocalisedDocument, published: Collection[tuple[str, Edition]], locales: Iterable[str]
) -> Iterator[HeldBack]:
    for locale in locales:
        missing = [edition for edition in Edition if (locale, edition) not in published]
        if missing:
            editions = tuple(page.words[f"edition_{edition}"] for edition in missing)
            everything = len(missing) == len(Edition)
            yield HeldBack(locale, cldr.native_name(locale), cldr.direction(locale), () if everything else editions)


def manifest(desk: Desk, project: Project, coverage: Sequence[Coverage], digests: Mapping[str, str]) -> Artefact:
    """What was built from what: digests of all inputs and artefacts, versions, coverage and reasons."""
    data = {
        "polycharter": __version__,
        "charter": {
            "organisation": desk.charter.organisation,
            "version": desk.charter.version,
            "supersedes": desk.charter.supersedes,
        },
        "inputs": memory.inputs(project),
        "coverage": [_coverage(row) for row in coverage],
        "artefacts": dict(sorted(digests.items())),
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return Artefact("manifest.json", "application/json", text.encode())


def _coverage(row: Coverage) -> dict[str, Any]:
    return {
        "locale": row.locale,
        "edition": row.edition,
        "translated": row.translated.messages,
        "fuzzy": row.fuzzy.messages,
        "missing": row.missing.messages,
        "published": row.publishable,
        "reasons": list(row.reasons),
    }

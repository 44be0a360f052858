"""The stages from compiled catalogues to artefacts: localise, render, index, manifest."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from polycharter import __version__, cldr
from polycharter import render as renderers
from polycharter.localise.editions import without_editions
from polycharter.model.artefact import Artefact
from polycharter.model.compiled import Compiled
from polycharter.model.coverage import Coverage, Incomplete
from polycharter.model.edition import Edition
from polycharter.model.errors import UnprintableError
from polycharter.model.index import HeldBack, Index, IndexEdition, IndexLink, IndexRow
from polycharter.model.localised import Alternate, LocalisedDocument
from polycharter.pipeline import links, memory
from polycharter.pipeline.desk import Desk
from polycharter.pipeline.localised import Documents
from polycharter.pipeline.localised import document as localised
from polycharter.pipeline.project import Project
from polycharter.render.html import render_index

Catalogues = Mapping[str, Mapping[str, Compiled]]
"""Compiled catalogues by locale and domain."""


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


def _published(coverage: Sequence[Coverage]) -> tuple[tuple[str, Edition], ...]:
    """The locales and editions that readers can get, an earlier version among them; the source language first."""
    return tuple((row.locale, row.edition) for row in coverage if row.shown or row.instead is Incomplete.LAST_GOOD)


def documents(
    project: Project, desk: Desk, compiled: Catalogues, coverage: Sequence[Coverage], complete: Documents
) -> tuple[LocalisedDocument, ...]:
    """Every edition in every locale that is shown as it is today, the source language first.

    `complete` are the editions that the checks had localised already.

    The hashes in a document are of what it holds: the edition's text and values in the source language, and the
    same in its own. So an edit in the staff edition leaves the public one as it was, byte for byte.
    """
    source = desk.charter.source
    published = _published(coverage)
    made: list[LocalisedDocument] = []
    for edition in Edition:
        canonical = complete[source, edition]
        source_hash = _hash(canonical)
        locales = tuple(locale for locale, its in published if its is edition)
        for row in coverage:
            if row.edition is not edition or not row.shown:
                continue
            locale = row.locale
            document = complete.get((locale, edition)) if row.publishable else None
            if document is None:
                document = localised(project, desk, compiled[locale], locale, edition)
            hashed = replace(
                document,
                source_hash=source_hash,
                catalogue_hash=_hash(document),
                alternates=_alternates(locales, locale),
                address=desk.charter.address,
            )
            made.append(without_editions(hashed, links.unseen(edition, locale, published)))
    return tuple(made)


def _alternates(locales: Sequence[str], current: str) -> tuple[Alternate, ...]:
    return tuple(
        Alternate(locale, cldr.native_name(locale), cldr.direction(locale), locale == current) for locale in locales
    )


def _hash(value: object) -> str:
    """SHA-256 of a frozen value: its repr names every field and is the same everywhere."""
    return memory.digest(repr(value).encode())


@dataclass(frozen=True, slots=True)
class Made:
    """An artefact's path and what it was made from; its bytes, unless those on disk are still good.

    `left`: this build was not asked for it, or keeps it from an earlier one.
    """

    path: str
    made_from: str
    artefact: Artefact | None
    left: bool = False


Unprintable = Mapping[tuple[str, Edition], UnprintableError]
"""The locales and editions of which an output cannot be made because of what their texts hold."""


def artefacts(
    project: Project,
    out: Path,
    made: Sequence[LocalisedDocument],
    wish: Wish,
    known: Mapping[str, Any],
    kept: Sequence[Made] = (),
    workers: int = 1,
    before: Sequence[Made] = (),
) -> tuple[tuple[Made, ...], Unprintable]:
    """Every document in every format that was asked for, and the editions of which one could not be made.

    Those that are still good, on disk or in `before`, are not made again.

    What was not asked for stays as the last build left it, if there was one; `kept` stays in any case. Pages link to
    what is there then, and to nothing else. The workers are threads: typst works outside Python's lock, and a fork
    after its first compile would hang. How many there are changes nothing but the time.
    """
    mark = f"{memory.templates(project)} {memory.program()}"
    asked: list[tuple[LocalisedDocument, str]] = []
    left = list(kept)
    for document in made:
        for format in renderers.modules():
            path = renderers.path_of(document, format)
            if not renderers.applies(document, format):
                continue
            if wish.includes(document.locale, document.edition, format):
                asked.append((document, format))
            elif memory.as_made(out, path, known):
                left.append(Made(path, known["made_from"].get(path, ""), None, left=True))
    there = {renderers.path_of(*job) for job in asked} | {item.path for item in left}
    linked = {id(document): links.linked(document, there) for document in made}
    marks = {key: memory.digest(f"{mark} {_hash(document)}".encode()) for key, document in linked.items()}
    jobs = [(linked[id(document)], format, marks[id(document)]) for document, format in asked]

    ready = {(item.path, item.made_from): item for item in before}

    def make(job: tuple[LocalisedDocument, str, str]) -> Made | UnprintableError:
        document, format, made_from = job
        path = renderers.path_of(document, format)
        if (path, made_from) in ready:
            return ready[path, made_from]
        if memory.still_good(out, path, made_from, known):
            return Made(path, made_from, None)
        try:
            return Made(path, made_from, renderers.render(document, format, project.template_folders))
        except UnprintableError as error:
            return error

    if workers == 1:
        each = tuple(map(make, jobs))
    else:
        with ThreadPoolExecutor(workers) as pool:
            each = tuple(pool.map(make, jobs))
    done = tuple(item for item in each if isinstance(item, Made))
    failed = [(job[0], item) for job, item in zip(jobs, each, strict=True) if isinstance(item, UnprintableError)]
    return (*done, *left), {(document.locale, document.edition): error for document, error in reversed(failed)}


def index(
    project: Project,
    desk: Desk,
    compiled: Catalogues,
    coverage: Sequence[Coverage],
    documents: Sequence[LocalisedDocument],
    there: Collection[str],
) -> Artefact:
    """The page that lists all languages, in the words of the source language; `there` are the artefacts to link to.

    It is for everybody, so it neither names nor leads to the staff edition, unless that is all there is.
    """
    source = desk.charter.source
    listed = links.for_everybody(there)
    page = localised(project, desk, compiled[source], source, Edition.PUBLIC)
    published = set(_published(coverage))
    ready = {(document.locale, document.edition): document for document in documents}
    made = [
        ready.get((locale, edition)) or localised(project, desk, compiled[locale], locale, edition)
        for locale, edition in _published(coverage)
        if edition in listed
    ]
    earlier = {(row.locale, row.edition): row.version for row in coverage if row.instead is Incomplete.LAST_GOOD}
    rows = (_row(locale, made, there, earlier) for locale in _locales(made))
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
        held_back=tuple(_held_back(page, listed, published, desk.locales)),
        address=desk.charter.address,
    )
    return Artefact("index.html", "text/html; charset=utf-8", render_index(value, project.template_folders))


def _locales(made: Sequence[LocalisedDocument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(document.locale for document in made))


def _row(
    locale: str,
    made: Sequence[LocalisedDocument],
    there: Collection[str],
    earlier: Mapping[tuple[str, Edition], str],
) -> IndexRow:
    mine = [document for document in made if document.locale == locale]
    editions = (
        IndexEdition(
            document.edition,
            document.words[f"edition_{document.edition}"],
            _links(document, there),
            earlier.get((locale, document.edition), ""),
            document.words["version"],
        )
        for document in mine
    )
    linked = tuple(edition for edition in editions if edition.links)
    return IndexRow(locale, cldr.native_name(locale), mine[0].direction, mine[0].title, linked)


def _links(document: LocalisedDocument, there: Collection[str]) -> tuple[IndexLink, ...]:
    """The files of one edition that readers are led to, the page first and then what is printed."""
    paths = ((format, renderers.path_of(document, format)) for format in links.formats())
    return tuple(IndexLink(format, renderers.label(format), path) for format, path in paths if path in there)


def _held_back(
    page: LocalisedDocument,
    listed: Sequence[Edition],
    published: Collection[tuple[str, Edition]],
    locales: Iterable[str],
) -> Iterator[HeldBack]:
    for locale in locales:
        missing = [edition for edition in listed if (locale, edition) not in published]
        if missing:
            editions = tuple(page.words[f"edition_{edition}"] for edition in missing)
            everything = len(missing) == len(listed)
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
        "inputs": dict(sorted((memory.inputs(project) | memory.own_templates(project)).items())),
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
        "published": row.shown or row.instead is Incomplete.LAST_GOOD,
        "reasons": list(row.reasons),
        "shown": "complete" if row.publishable else row.instead,
        **({"kept": {"files": list(row.kept), "version": row.version, "made": row.since}} if row.kept else {}),
    }

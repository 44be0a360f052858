"""The stages that judge: findings, and how far each locale is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from polycharter import cldr
from polycharter.catalogue.coverage import Needed, cover, cover_file, cover_source, needed_by_edition, unready_words
from polycharter.catalogue.mo import read_mo, write_mo
from polycharter.checks import check_charter, check_edition, modules
from polycharter.model.catalogue import Catalogue
from polycharter.model.compiled import Compiled
from polycharter.model.coverage import Coverage
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError, Mistake, charter_error
from polycharter.model.finding import Excerpt, Finding, NotChecked, Severity
from polycharter.model.locale import posix_locale
from polycharter.model.localised import LocalisedDocument
from polycharter.model.message import Key
from polycharter.model.outcome import FileCoverage
from polycharter.model.place import Place
from polycharter.model.review import CharterReview, EditionReview, Review
from polycharter.pipeline.compile import uncompiled
from polycharter.pipeline.desk import Desk, Domains, read_locale
from polycharter.pipeline.inspection import Alone, Recall, inspect, nothing
from polycharter.pipeline.localised import Documents, document
from polycharter.pipeline.project import Project
from polycharter.source.files import read_text
from polycharter.source.glossary import read_glossary
from polycharter.text.marking import cut
from polycharter.text.quote import did_you_mean

Row = TypeVar("Row", Finding, NotChecked)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the checks came to.

    `documents` are the complete editions that were localised for it, `alone` what was found in each catalogue by
    itself, by the catalogue's path: a build remembers it. `damaged` is what is wrong in catalogues that nothing could
    be found in, because they cannot be read.
    """

    findings: tuple[Finding, ...]
    allowed: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    documents: Documents = field(default_factory=dict)
    alone: Mapping[str, Alone] = field(default_factory=dict)
    damaged: tuple[Mistake, ...] = ()

    def only(self, catalogues: Collection[tuple[str, str]]) -> "Judged":
        """What concerns these catalogues, given by locale and domain."""
        return Judged(
            _only(self.findings, catalogues),
            _only(self.allowed, catalogues),
            _only(self.not_checked, catalogues),
            damaged=self.damaged,
        )

    def plus(self, other: "Judged") -> "Judged":
        """Both together."""
        return Judged(
            self.findings + other.findings,
            self.allowed + other.allowed,
            self.not_checked + other.not_checked,
            damaged=self.damaged + other.damaged,
        )


def _only(rows: Iterable[Row], catalogues: Collection[tuple[str, str]]) -> tuple[Row, ...]:
    return tuple(row for row in rows if (row.locale, row.domain) in catalogues)


def findings(project: Project, desk: Desk) -> tuple[Finding, ...]:
    """What all checks find that nobody allows."""
    return judge(project, desk).findings


def judge(
    project: Project,
    desk: Desk,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    recall: Recall = nothing,
    workers: int | None = None,
) -> Judged:
    """What the checks find in the charter, in the catalogues on the desk, and in the editions that are complete.

    `select` and `ignore` are on top of what charter.toml says; CharterError where that names an unknown check.
    `recall` tells what an earlier build with the same settings found in a catalogue; `workers` is how many processes
    may check at the same time, None for as many as there are processors.
    """
    settings = desk.charter.checks
    known_ids(settings.place, (*settings.select, *settings.ignore))
    settings = settings.narrowed(select, ignore)
    found = list(check_charter(CharterReview(desk.charter, project.today, desk.templates, desk.committed), settings))
    left: list[NotChecked] = []
    alone: dict[str, Alone] = {}
    each = tuple(reviews(project, desk))
    for review, its in zip(each, inspect(each, settings, recall, workers=workers), strict=True):
        found += its.findings
        left += its.not_checked
        alone[review.catalogue.path] = its.alone
    documents = _complete(project, desk, [finding for finding in found if not finding.allowed])
    for edition in editions(desk, documents):
        found += check_edition(edition, settings)
    return replace(
        sorted_out((_with_excerpt(project.root, finding) for finding in found), left),
        documents=documents,
        alone=alone,
        damaged=desk.mistakes,
    )


def editions(desk: Desk, documents: Documents) -> tuple[EditionReview, ...]:
    """The documents edition by edition, the source language first."""
    return tuple(
        EditionReview(
            desk.charter, edition, tuple(document for (_, which), document in documents.items() if which is edition)
        )
        for edition in Edition
    )


def sorted_out(found: Iterable[Finding], left: Iterable[NotChecked]) -> Judged:
    """Findings that count apart from those that are allowed."""
    every = tuple(found)
    return Judged(
        tuple(finding for finding in every if not finding.allowed),
        tuple(finding for finding in every if finding.allowed),
        tuple(left),
    )


def known_ids(place: Place, ids: Iterable[str]) -> None:
    """Raise CharterError where one of the ids is no check's; `place` is where they stand."""
    for id in ids:
        if id not in modules():
            todo = did_you_mean(id, modules()) or "“polycharter explain” lists them all."
            raise charter_error(place, f"there is no check {id!r}", todo)


def reviews(project: Project, desk: Desk) -> Iterator[Review]:
    """Every catalogue on the desk beside everything that checks compare it with."""
    glossary = read_glossary(project.root)
    everyone = {**_others(project, desk), **desk.catalogues}
    for locale, domains in desk.catalogues.items():
        for domain, catalogue in domains.items():
            siblings = {other: its[domain] for other, its in everyone.items() if other != locale}
            yield replace(_review(desk, locale, domain, catalogue), glossary=glossary, siblings=siblings)


def _review(desk: Desk, locale: str, domain: str, catalogue: Catalogue) -> Review:
    return Review(
        locale=locale,
        domain=domain,
        source=desk.charter.source,
        catalogue=catalogue,
        template=desk.templates[domain],
        plural_forms=cldr.plural_forms(locale),
        language=posix_locale(locale),
        charter=desk.charter,
    )


def _others(project: Project, desk: Desk) -> Mapping[str, Domains]:
    """The catalogues of the locales that are not on the desk; a damaged one is nobody's business here."""
    found: dict[str, Domains] = {}
    for locale in desk.charter.locales:
        if locale not in desk.catalogues:
            with suppress(CharterError):
                found[locale] = read_locale(project, locale)
    return found


def _complete(project: Project, desk: Desk, found: Iterable[Finding]) -> Documents:
    """Every edition in each locale in which it is complete, the source language first, localised in memory."""
    source = desk.charter.source
    compiled: dict[str, Mapping[str, Compiled]] = {source: uncompiled()}
    documents: dict[tuple[str, Edition], LocalisedDocument] = {}
    for row in coverage(desk, found):
        if row.publishable:
            if row.locale not in compiled:
                its = desk.catalogues[row.locale]
                compiled[row.locale] = {domain: read_mo(write_mo(each), each.path) for domain, each in its.items()}
            documents[row.locale, row.edition] = document(project, desk, compiled[row.locale], row.locale, row.edition)
    return documents


def _with_excerpt(root: Path, finding: Finding) -> Finding:
    """The finding with the line that it is about, where that is not in a catalogue."""
    place = finding.place
    if finding.excerpt or not place.line or not place.path.endswith((".toml", ".md", ".csv")):
        return finding
    try:
        lines = read_text(root, place.path).split("\n")
    except CharterError:
        return finding
    if place.line > len(lines):
        return finding
    return replace(finding, excerpt=Excerpt(place.line, *cut(lines[place.line - 1], max(0, place.column - 1), 0)))


class Errors(NamedTuple):
    """What checks found wrong.

    `faulty`: by locale and domain, the messages with an error and the check that found the first one in it. `broken`:
    the checks that found an error in a locale's catalogue as a whole.
    """

    faulty: Mapping[tuple[str, str], Mapping[Key, str]]
    broken: Mapping[str, Collection[str]]


def errors(found: Iterable[Finding]) -> Errors:
    """The errors among the findings; that something is untranslated or fuzzy is no error but counted."""
    faulty: dict[tuple[str, str], dict[Key, str]] = {}
    broken: dict[str, set[str]] = {}
    for finding in found:
        if finding.severity is not Severity.ERROR or not finding.locale or finding.check in ("untranslated", "fuzzy"):
            continue
        for key in finding.keys:
            faulty.setdefault((finding.locale, finding.domain), {}).setdefault(key, finding.check)
        if not finding.keys:
            broken.setdefault(finding.locale, set()).add(finding.check)
    return Errors(faulty, broken)


def coverage(desk: Desk, found: Iterable[Finding]) -> tuple[Coverage, ...]:
    """How far each locale on the desk is, edition by edition; the source language first."""
    needed = needed_by_edition(desk.charter)
    rows = [cover_source(desk.charter.source, edition, needed[edition]) for edition in Edition]
    faulty, broken = errors(found)
    for locale in desk.locales:
        if locale in desk.damaged:
            rows += [_unread(desk, locale, edition, needed[edition]) for edition in Edition]
            continue
        domains = desk.catalogues[locale]
        unready = unready_words(desk.charter, domains["interface"], faulty.get((locale, "interface"), {}))
        whole = tuple(f"the catalogue has an error ({check})" for check in sorted(broken.get(locale, ())))
        for edition in Edition:
            wrong = faulty.get((locale, "charter"), {})
            row = cover(locale, edition, needed[edition], domains["charter"], wrong, unready)
            rows.append(replace(row, reasons=(*row.reasons, *whole)))
    return tuple(rows)


def _unread(desk: Desk, locale: str, edition: Edition, needed: Needed) -> Coverage:
    """The coverage of a locale whose catalogue cannot be read: nobody knows, so nothing is translated."""
    row = cover(locale, edition, needed, Catalogue(()), {}, 0)
    return replace(row, reasons=tuple(f"the file is damaged ({mistake.place})" for mistake in desk.damaged[locale]))


def file_coverage(desk: Desk) -> tuple[FileCoverage, ...]:
    """The numbers of each catalogue file, as gettext counts them."""
    return tuple(
        cover_file(locale, domain, catalogue)
        for locale, domains in desk.catalogues.items()
        for domain, catalogue in domains.items()
    )

"""The stages that judge: findings, and how far each locale is."""

from collections.abc import Iterable
from dataclasses import replace

from polycharter import cldr
from polycharter.catalogue.coverage import cover, cover_file, cover_source, needed_by_edition, unready_words
from polycharter.checks import check_catalogue, check_charter
from polycharter.model.catalogue import Catalogue
from polycharter.model.coverage import Coverage
from polycharter.model.edition import Edition
from polycharter.model.finding import Finding, Severity
from polycharter.model.locale import posix_locale
from polycharter.model.message import Key
from polycharter.model.outcome import FileCoverage
from polycharter.model.review import CharterReview, Review
from polycharter.pipeline.desk import Desk
from polycharter.pipeline.project import Project


def findings(project: Project, desk: Desk) -> tuple[Finding, ...]:
    """What all checks find in the charter and in the catalogues on the desk."""
    found = list(check_charter(CharterReview(desk.charter, project.today, desk.templates, desk.committed)))
    for locale, domains in desk.catalogues.items():
        for domain, catalogue in domains.items():
            found += check_catalogue(_review(desk, locale, domain, catalogue))
    return tuple(found)


def _review(desk: Desk, locale: str, domain: str, catalogue: Catalogue) -> Review:
    return Review(
        locale=locale,
        domain=domain,
        source=desk.charter.source,
        catalogue=catalogue,
        template=desk.templates[domain],
        plural_forms=cldr.plural_forms(locale),
        language=posix_locale(locale),
    )


def coverage(desk: Desk, found: Iterable[Finding]) -> tuple[Coverage, ...]:
    """How far each locale on the desk is, edition by edition; the source language first."""
    needed = needed_by_edition(desk.charter)
    rows = [cover_source(desk.charter.source, edition, needed[edition]) for edition in Edition]
    faulty: dict[tuple[str, str], dict[Key, str]] = {}
    broken: dict[str, set[str]] = {}
    for finding in found:
        if finding.severity is not Severity.ERROR or not finding.locale or finding.check in ("untranslated", "fuzzy"):
            continue
        for key in finding.keys:
            faulty.setdefault((finding.locale, finding.domain), {})[key] = finding.check
        if not finding.keys:
            broken.setdefault(finding.locale, set()).add(finding.check)
    for locale, domains in desk.catalogues.items():
        unready = unready_words(desk.charter, domains["interface"], faulty.get((locale, "interface"), {}))
        whole = tuple(f"the catalogue has an error ({check})" for check in sorted(broken.get(locale, ())))
        for edition in Edition:
            wrong = faulty.get((locale, "charter"), {})
            row = cover(locale, edition, needed[edition], domains["charter"], wrong, unready)
            rows.append(replace(row, reasons=(*row.reasons, *whole)))
    return tuple(rows)


def file_coverage(desk: Desk) -> tuple[FileCoverage, ...]:
    """The numbers of each catalogue file, as gettext counts them."""
    return tuple(
        cover_file(locale, domain, catalogue)
        for locale, domains in desk.catalogues.items()
        for domain, catalogue in domains.items()
    )

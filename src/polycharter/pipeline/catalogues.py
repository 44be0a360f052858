"""The stages from the charter to the compiled catalogue: read, extract, update, check, compile."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from polycharter import cldr
from polycharter.catalogue.coverage import cover, cover_file, cover_source, needed_by_edition, unready_words
from polycharter.catalogue.extract import extract
from polycharter.catalogue.header import change_header, header_field, new_header
from polycharter.catalogue.merge import Merged, merge
from polycharter.catalogue.mo import read_mo, write_mo
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.checks import check_catalogue, check_charter
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.compiled import Compiled
from polycharter.model.coverage import Coverage
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError, Mistake, charter_error
from polycharter.model.facts import Email
from polycharter.model.finding import Finding, Severity
from polycharter.model.locale import posix_locale
from polycharter.model.message import Key
from polycharter.model.outcome import FileCoverage
from polycharter.model.place import Place
from polycharter.model.review import CharterReview, Review
from polycharter.model.walk import messages
from polycharter.pipeline.examples import examples
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.pipeline.write import write_file
from polycharter.source.charter import read_charter

_CREATED = "POT-Creation-Date"

Domains = Mapping[str, Catalogue]
"""A catalogue for each domain."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that was read: the charter, its fresh and committed templates, the catalogues by locale and domain."""

    charter: Charter
    templates: Domains
    committed: Mapping[str, Catalogue | None]
    catalogues: Mapping[str, Domains]


def read(project: Project) -> Charter:
    """The charter of the project."""
    charter = read_charter(project.root, project.template_folders)
    for locale in (charter.source, *charter.locales):
        if not cldr.is_known(locale):
            todo = "Correct the tag; the list is in the Unicode CLDR."
            raise charter_error(Place("charter.toml"), f"{locale!r} is a language that CLDR does not know", todo)
    return charter


def chosen(charter: Charter, locales: Sequence[str], *, with_source: bool = False) -> tuple[str, ...]:
    """The locales that a command was asked for, in the charter's order; all of them where none was named."""
    known = ((charter.source,) if with_source else ()) + charter.locales
    for locale in locales:
        if locale not in known:
            raise charter_error(
                Place("charter.toml"), f"has no language {locale!r}", f"Choose from: {', '.join(known)}."
            )
    return tuple(locale for locale in known if not locales or locale in locales)


def fresh_templates(project: Project, charter: Charter) -> dict[str, Catalogue]:
    """What the templates have to hold now; a template whose messages did not change keeps its header and date."""
    prose = (*messages(charter), *(unit.message for unit in charter.units.values()), *charter.terms.values())
    shown = examples(charter)
    found: dict[str, Catalogue] = {}
    for domain, texts in (("charter", prose), ("interface", tuple(charter.words.values()))):
        template = extract(texts, shown, template_header(project, charter))
        found[domain] = replace(template, path=project.template_path(domain))
    return found


def template_header(project: Project, charter: Charter) -> Entry:
    """The header of a new template."""
    return new_header(
        project=f"{charter.organisation} {charter.version}",
        report_to=_address(charter),
        pot_created=project.now.strftime("%Y-%m-%d %H:%M+0000"),
    )


def _address(charter: Charter) -> str:
    """Whom to tell of a mistake in the source text: the first e-mail address among the facts."""
    return next((fact.value.address for fact in charter.facts.values() if isinstance(fact.value, Email)), "")


def read_catalogue(project: Project, path: str) -> Catalogue | None:
    """The catalogue or template at `path`; None where there is none. CharterError where it is damaged."""
    try:
        data = (project.root / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise charter_error(Place(path), f"cannot be read ({error.strerror})", "Check its permissions.") from None
    return read_po(data, path)


def read_locale(project: Project, locale: str) -> dict[str, Catalogue]:
    """The catalogues of one locale; an empty one where it has none.

    The interface has one more place to look: the words that were shipped translated.
    """
    found: dict[str, Catalogue] = {}
    for domain in DOMAINS:
        path = project.catalogue_path(locale, domain)
        catalogue = read_catalogue(project, path)
        if catalogue is None and domain == "interface":
            shipped = project.shipped / "locales" / locale / "LC_MESSAGES" / "interface.po"
            if shipped.is_file():
                catalogue = read_po(shipped.read_bytes(), path)
        found[domain] = catalogue or Catalogue((), path=path)
    return found


def open_desk(project: Project, locales: Sequence[str]) -> Desk:
    """The project read as a whole; CharterError with the mistakes of every damaged file, not of the first alone."""
    charter = read(project)
    templates = fresh_templates(project, charter)
    mistakes: list[Mistake] = []
    committed: dict[str, Catalogue | None] = {}
    catalogues: dict[str, Domains] = {}
    for domain in DOMAINS:
        with _gathered(mistakes):
            committed[domain] = read_catalogue(project, project.template_path(domain))
    for locale in chosen(charter, locales):
        with _gathered(mistakes):
            catalogues[locale] = read_locale(project, locale)
    if mistakes:
        raise CharterError(*mistakes)
    return Desk(charter, templates, committed, catalogues)


class _gathered:  # noqa: N801 - reads as a statement
    """Collect the mistakes of a block instead of stopping at the first."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self._mistakes = mistakes

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        if isinstance(error, CharterError):
            self._mistakes.extend(error.mistakes)
            return True
        return False


def write_templates(project: Project, *, check: bool) -> dict[str, bool]:
    """Write the templates; for each path whether it was (with `check`: would be) changed."""
    charter = read(project)
    changed: dict[str, bool] = {}
    for template in fresh_templates(project, charter).values():
        committed = read_catalogue(project, template.path)
        if committed is not None and same_but_for_date(committed, template):
            changed[template.path] = False
        elif check:
            changed[template.path] = True
        else:
            changed[template.path] = write_file(project.root, template.path, write_po(template))
    return changed


def same_but_for_date(old: Catalogue, new: Catalogue) -> bool:
    """Whether two templates are the same bytes but for the date of their making."""
    if old.header is None or new.header is None:
        return False
    created = header_field(old.header, _CREATED) or ""
    return write_po(old) == write_po(replace(new, header=change_header(new.header, {_CREATED: created})))


def update(project: Project, locales: Sequence[str], *, check: bool) -> dict[str, tuple[Merged, bool]]:
    """Merge the templates into the catalogues; by path the result, and whether it differs from the file.

    With `check` nothing is written. Where nothing but a date would change, nothing changes.
    """
    charter = read(project)
    templates = fresh_templates(project, charter)
    results: dict[str, tuple[Merged, bytes]] = {}
    for locale in chosen(charter, locales):
        for domain, catalogue in read_locale(project, locale).items():
            template = templates[domain]
            committed = read_catalogue(project, template.path)
            if committed is not None and same_but_for_date(committed, template):
                template = committed
            if catalogue.header is None:
                catalogue = replace(catalogue, header=catalogue_header(project, charter, locale))
            merged = merge(template, catalogue)
            results[catalogue.path] = (merged, write_po(merged.catalogue))
    told: dict[str, tuple[Merged, bool]] = {}
    for path, (merged, data) in results.items():
        file = project.root / path
        changed = not file.is_file() or file.read_bytes() != data
        if changed and not check:
            write_file(project.root, path, data)
        told[path] = (merged, changed)
    return told


def catalogue_header(project: Project, charter: Charter, locale: str) -> Entry:
    """The header of a new catalogue, complete and real."""
    now = project.now.strftime("%Y-%m-%d %H:%M+0000")
    address = _address(charter)
    return new_header(
        project=f"{charter.organisation} {charter.version}",
        report_to=address,
        pot_created=now,
        revised=now,
        translator=f"{charter.organisation} <{address}>",
        team=f"{cldr.language_name(locale, 'en')} <{address}>",
        language=posix_locale(locale),
        plural_forms=cldr.plural_forms(locale),
    )


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


def compile_locale(project: Project, locale: str, domains: Domains) -> dict[str, Compiled]:
    """Write the `.mo` files of one locale and read them back: what is published comes from what was compiled."""
    compiled: dict[str, Compiled] = {}
    for domain, catalogue in domains.items():
        path = project.catalogue_path(locale, domain, "mo")
        data = write_mo(catalogue)
        write_file(project.root, path, data)
        compiled[domain] = read_mo(data, path)
    return compiled


def uncompiled() -> dict[str, Compiled]:
    """What the source language has instead of catalogues: nothing to translate."""
    return {domain: Compiled({}, lambda n: int(n != 1)) for domain in DOMAINS}


def stages(desk: Desk) -> Iterator[str]:
    """The locales on the desk, the source first: the order in which everything is made."""
    yield desk.charter.source
    yield from desk.catalogues

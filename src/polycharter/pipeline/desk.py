"""The first stages: the project read as a whole, and what its templates have to hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from polycharter import cldr
from polycharter.catalogue.extract import extract
from polycharter.catalogue.header import new_header
from polycharter.catalogue.po_read import read_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.errors import CharterError, Mistake, charter_error, unreadable
from polycharter.model.facts import Email
from polycharter.model.locale import posix_locale
from polycharter.model.place import Place
from polycharter.model.walk import messages
from polycharter.pipeline.examples import examples
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.source.charter import read_charter
from polycharter.source.files import regular_bytes
from polycharter.source.toml_file import read_toml

Domains = Mapping[str, Catalogue]
"""A catalogue for each domain."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that was read: the charter, its fresh and committed templates, the catalogues by locale and domain.

    `damaged` are the locales whose catalogues cannot be read, with what is wrong in them; they have no catalogues here.
    """

    charter: Charter
    templates: Domains
    committed: Mapping[str, Catalogue | None]
    catalogues: Mapping[str, Domains]
    damaged: Mapping[str, tuple[Mistake, ...]] = field(default_factory=dict)

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales that were asked for, in the charter's order, readable or not."""
        return tuple(locale for locale in self.charter.locales if locale in {*self.catalogues, *self.damaged})

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What is wrong in the damaged catalogues, in the charter's order."""
        return tuple(mistake for locale in self.locales for mistake in self.damaged.get(locale, ()))


def open_whole_desk(project: Project, locales: Sequence[str]) -> Desk:
    """The project read as a whole; CharterError with the mistakes of all damaged catalogues, not of the first alone."""
    desk = open_desk(project, locales)
    if desk.mistakes:
        raise CharterError(*desk.mistakes)
    return desk


def open_desk(project: Project, locales: Sequence[str]) -> Desk:
    """The project, so far as it can be read: a damaged catalogue holds up its own language and no other.

    CharterError where the charter or a template is damaged, on which every language depends.
    """
    charter = read(project)
    templates = fresh_templates(project, charter)
    mistakes: list[Mistake] = []
    committed: dict[str, Catalogue | None] = {}
    catalogues: dict[str, Domains] = {}
    damaged: dict[str, tuple[Mistake, ...]] = {}
    for domain in DOMAINS:
        with _gathered(mistakes):
            committed[domain] = read_catalogue(project, project.template_path(domain))
    if mistakes:
        raise CharterError(*mistakes)
    for locale in chosen(charter, locales):
        try:
            catalogues[locale] = read_locale(project, locale)
        except CharterError as error:
            damaged[locale] = error.mistakes
    return Desk(charter, templates, committed, catalogues, damaged)


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


def read(project: Project) -> Charter:
    """The charter of the project."""
    charter = read_charter(project.root, project.template_folders)
    for locale in (charter.source, *charter.locales):
        if not cldr.is_known(locale):
            todo = "Correct the tag; the list is in the Unicode CLDR."
            key = "source" if locale == charter.source else "locales"
            place = read_toml(project.root, "charter.toml").place("charter", key)
            raise charter_error(place, f"{locale!r} is a language that CLDR does not know", todo)
    return charter


def chosen(charter: Charter, locales: Sequence[str], *, with_source: bool = False) -> tuple[str, ...]:
    """The locales that a command was asked for, in the charter's order; all of them where none was named."""
    known = ((charter.source,) if with_source else ()) + charter.locales
    for locale in locales:
        if locale == charter.source and not with_source:
            what = f"{locale!r} is the language that the charter is written in, so it has no catalogues"
            raise charter_error(Place("charter.toml"), what, f"Choose from: {', '.join(known)}.")
        if locale not in known:
            raise charter_error(
                Place("charter.toml"),
                f"has no language {locale!r}",
                f"Choose from: {', '.join(known)}; or add it to locales.",
            )
    return tuple(locale for locale in known if not locales or locale in locales)


def read_catalogue(project: Project, path: str) -> Catalogue | None:
    """The catalogue or template at `path`; None where there is none. CharterError where it is damaged."""
    try:
        data = regular_bytes(project.root / path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(Place(path), error) from None
    return read_po(data, path)


def read_locale(project: Project, locale: str) -> dict[str, Catalogue]:
    """The catalogues of one locale; an empty one where it has none.

    The interface has one more place to look: the words that were shipped translated. CharterError with the mistakes
    of all its damaged files.
    """
    found: dict[str, Catalogue] = {}
    mistakes: list[Mistake] = []
    for domain in DOMAINS:
        path = project.catalogue_path(locale, domain)
        catalogue = None
        with _gathered(mistakes):
            catalogue = read_catalogue(project, path)
        if catalogue is None and domain == "interface":
            shipped = project.shipped / "locales" / posix_locale(locale) / "LC_MESSAGES" / "interface.po"
            if shipped.is_file():
                catalogue = read_po(shipped.read_bytes(), path)
        found[domain] = catalogue or Catalogue((), path=path)
    if mistakes:
        raise CharterError(*mistakes)
    return found


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
        report_to=address(charter),
        pot_created=project.now.strftime("%Y-%m-%d %H:%M+0000"),
    )


def address(charter: Charter) -> str:
    """Whom to tell of a mistake in the source text: the first e-mail address among the facts."""
    return next((fact.value.address for fact in charter.facts.values() if isinstance(fact.value, Email)), "")

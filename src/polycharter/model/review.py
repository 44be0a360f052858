"""What a check looks at. A review equals itself alone, so that what several checks need of it is found out once."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.edition import Edition
from polycharter.model.glossary import Term
from polycharter.model.localised import LocalisedDocument
from polycharter.model.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """One locale's catalogue in one domain beside its template.

    `source` is the language of the charter. `template` is what the charter holds now, freshly extracted.
    `plural_forms` is the Plural-Forms header that CLDR gives the locale, empty where it knows none; `language` what
    the Language header must say, the locale as POSIX writes it. `glossary` holds the terms of the project,
    `siblings` the same domain's catalogues of the other locales, `charter` the charter where there is one: a file that
    is checked on its own has none, and its template is made of its own messages.
    """

    locale: str
    domain: str
    source: str
    catalogue: Catalogue
    template: Catalogue
    plural_forms: str
    language: str
    glossary: tuple[Term, ...] = ()
    siblings: Mapping[str, Catalogue] = field(default_factory=dict)
    charter: Charter | None = None

    def pairs(self) -> tuple[tuple[Entry, Entry], ...]:
        """Each template entry with its finished translation; fuzzy, empty and obsolete ones left out."""
        live = self.catalogue.live()
        found = ((wanted, live.get(wanted.key)) for wanted in self.template.entries)
        return tuple((wanted, entry) for wanted, entry in found if entry is not None and entry.translated)

    def place(self, entry: Entry | None = None) -> Place:
        """Where the translation of `entry` stands in the catalogue's file; the file itself where there is none."""
        return Place(self.catalogue.path, (entry.target_line or entry.line) if entry else 0)


@dataclass(frozen=True, slots=True, eq=False)
class CharterReview:
    """The canonical charter itself, for the checks that need no catalogue; `today` is the day of the check.

    By domain, `templates` are what the charter holds now, freshly extracted, and `committed` the template files as
    they are on disk, None where there is none.
    """

    charter: Charter
    today: datetime.date
    templates: Mapping[str, Catalogue]
    committed: Mapping[str, Catalogue | None]


@dataclass(frozen=True, slots=True, eq=False)
class EditionReview:
    """One edition as all its readers get it: the source's document first, then one for each locale that has one."""

    charter: Charter
    edition: Edition
    documents: tuple[LocalisedDocument, ...]

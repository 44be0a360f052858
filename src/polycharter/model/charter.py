"""The canonical charter: prose and data in the source language, before any translation."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from polycharter.model.block import Block, Heading
from polycharter.model.catalogue import WRAPS
from polycharter.model.check import EVERY_CHECK, CheckSettings
from polycharter.model.content import Content
from polycharter.model.coverage import Incomplete
from polycharter.model.edition import Edition
from polycharter.model.facts import Fact
from polycharter.model.message import Message
from polycharter.model.place import Place


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: its heading, who reads it, its blocks (the heading not among them)."""

    id: str
    heading: Heading[Content]
    editions: tuple[Edition, ...]
    blocks: tuple[Block[Content], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Unit:
    """What a count counts: a message with plural forms, its number written `{n}`."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True)
class Addendum:
    """A section that one locale adds, after the section with the id `after`; its texts are not translated."""

    after: str
    section: Section


@dataclass(frozen=True, slots=True)
class LocaleLayer:
    """What one locale overrides and adds."""

    locale: str
    facts: Mapping[str, Fact]
    addenda: tuple[Addendum, ...] = ()


@dataclass(frozen=True, slots=True)
class Expiring:
    """Something with a last day: checks report it when that day has passed."""

    what: str
    id: str
    until: datetime.date
    place: Place


@dataclass(frozen=True, slots=True)
class Charter:
    """The canonical charter with its data, in the language `source`.

    `effective_from` and `valid_until` are names of date facts (the second may be empty). `terms` holds the message
    of each fact of the type term by the fact's name, `layers` the locale layers by locale, `words` the interface
    words by key, `expiring` what has a last day. `address` is the web address under which the output folder is
    published, with a slash at its end, or empty; `incomplete` says what becomes of an edition that is not complete,
    `checks` which checks the owner wants, `wrap` how new lines of catalogues are broken (`WRAPS`).
    """

    organisation: str
    title: Message
    source: str
    locales: tuple[str, ...]
    version: str
    supersedes: str
    effective_from: str
    valid_until: str
    facts: Mapping[str, Fact]
    units: Mapping[str, Unit]
    terms: Mapping[str, Message]
    sections: tuple[Section, ...]
    words: Mapping[str, Message]
    layers: Mapping[str, LocaleLayer]
    expiring: tuple[Expiring, ...]
    address: str
    incomplete: Mapping[Edition, Incomplete]
    checks: CheckSettings = EVERY_CHECK
    wrap: int | None = WRAPS["gnu"]

    def facts_in(self, locale: str) -> Mapping[str, Fact]:
        """The facts as `locale` has them: its overrides over the charter's own."""
        layer = self.layers.get(locale)
        return {**self.facts, **layer.facts} if layer else self.facts

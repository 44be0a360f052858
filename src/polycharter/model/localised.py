"""The charter's tree in one locale and edition, every text marked with its state."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from polycharter.model.block import Block, Heading
from polycharter.model.edition import Edition
from polycharter.model.inline import Inline
from polycharter.model.message import Key


class State(StrEnum):
    """Whose words a text is in.

    `translated`; `fallback`: the source's, for want of a translation; `canonical`: the source itself; `local`: an
    addendum, written in this language.
    """

    TRANSLATED = "translated"
    FALLBACK = "fallback"
    CANONICAL = "canonical"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """Words in one language; `locale` is theirs, which for a fallback is not the document's."""

    nodes: tuple[Inline, ...]
    locale: str
    state: State
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class LocalisedSection:
    """A chapter as this edition's readers get it."""

    id: str
    heading: Heading[LocalisedText]
    blocks: tuple[Block[LocalisedText], ...]
    state: State


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same edition in another language, or this one; `name` is the language's name in itself."""

    locale: str
    name: str
    direction: str
    current: bool


@dataclass(frozen=True, slots=True)
class Format:
    """The same edition in the same language as another file: its name for readers, where it is, its media type.

    `href` is relative to the document's own folder: `public.pdf`.
    """

    label: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class LocalisedDocument:
    """One edition of the charter in one locale, ready to render.

    `direction` is `ltr` or `rtl`. `words` are the interface words that templates use, by key.
    `source_hash` and `catalogue_hash` say what it was made from (SHA-256, hex). `address` is that of the output folder
    on the web, with a slash at its end, or empty. `formats` are its other files, `editions` the other editions in this
    language that its readers are led to; both hold only what is published.
    """

    locale: str
    direction: str
    edition: Edition
    organisation: str
    title: LocalisedText
    version: str
    supersedes: str
    effective_from: str
    effective_from_iso: str
    sections: tuple[LocalisedSection, ...]
    words: Mapping[str, LocalisedText]
    alternates: tuple[Alternate, ...]
    source_hash: str
    catalogue_hash: str
    address: str = ""
    formats: tuple[Format, ...] = ()
    editions: tuple[Edition, ...] = ()

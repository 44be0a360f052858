"""The page that lists what was published: every language, its editions and their formats."""

from collections.abc import Mapping
from dataclasses import dataclass

from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedText


@dataclass(frozen=True, slots=True)
class IndexLink:
    """One published file: its format ("html"), what the format is called ("PDF") and where it is.

    `href` is relative to the index: `nl/public.pdf`.
    """

    format: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class IndexEdition:
    """One published edition of a language: its name in that language, its files with the page itself first.

    `version` is the charter's version in these files where they are of an earlier build, else empty; `version_word` is
    what stands before it.
    """

    edition: Edition
    label: LocalisedText
    links: tuple[IndexLink, ...]
    version: str = ""
    version_word: LocalisedText | None = None


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One language with at least one published edition.

    `name` is the language's name in itself, `title` the charter's title in it, `direction` is `ltr` or `rtl`.
    """

    locale: str
    name: str
    direction: str
    title: LocalisedText
    editions: tuple[IndexEdition, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A language of which something is not published: `editions` names what, empty means all of it.

    `name` is the language's name in itself; the editions are named in the index's own language.
    """

    locale: str
    name: str
    direction: str
    editions: tuple[LocalisedText, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """The index of all that was published.

    `locale`, `direction`, `title` and `words` are those of the page itself: the charter's source language.
    """

    locale: str
    direction: str
    organisation: str
    title: LocalisedText
    version: str
    effective_from: str
    effective_from_iso: str
    words: Mapping[str, LocalisedText]
    rows: tuple[IndexRow, ...]
    held_back: tuple[HeldBack, ...] = ()
    address: str = ""

"""The blocks of a charter.

Every block is generic in its text: the charter's blocks hold `Content`, a localised document's blocks hold
`LocalisedText`. So both are the same tree, and localising maps one onto the other.
"""

import datetime
from dataclasses import dataclass
from typing import Generic, TypeVar

from polycharter.model.edition import Edition

T = TypeVar("T")

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""A value that JSON can hold."""


@dataclass(frozen=True, slots=True)
class Heading(Generic[T]):
    """A heading; `level` is 1 for a section's title, `id` its anchor in every language."""

    level: int
    id: str
    text: T


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[T]):
    """A paragraph."""

    text: T


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A list; `start` is the first number of an ordered one, None for an unordered one."""

    start: int | None
    items: tuple[tuple["Block[T]", ...], ...]


@dataclass(frozen=True, slots=True)
class Quote(Generic[T]):
    """A block quotation."""

    blocks: tuple["Block[T]", ...]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table with one header row; `aligns` has `left`, `right`, `center` or an empty string a column."""

    header: tuple[T, ...]
    rows: tuple[tuple[T, ...], ...]
    aligns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scoped(Generic[T]):
    """Blocks that only these editions read. A localised document holds none: they are spliced in or left out."""

    editions: tuple[Edition, ...]
    blocks: tuple["Block[T]", ...]


@dataclass(frozen=True, slots=True)
class Story(Generic[T]):
    """A story that illustrates the commitment with the id `commitment`; its first block is a heading."""

    commitment: str
    blocks: tuple["Block[T]", ...]


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One named value of a record, with its label; `raw` is the value before formatting, where it has one."""

    name: str
    label: T
    value: T
    raw: Json = None
    editions: tuple[Edition, ...] = tuple(Edition)


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """One commitment, contact, interruption or agreement: what it is called, then its fields.

    `marks` are plain words for styles and readers ("emergency", "met"); `shown_until` is the last day on which
    the record is shown, None for always.
    """

    id: str
    title: T
    fields: tuple[Field[T], ...]
    marks: tuple[str, ...] = ()
    shown_until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Records(Generic[T]):
    """All records of one kind, where the prose wants them.

    `kind` is `commitments`, `contacts`, `interruptions`, `agreements` or `review`.

    `none` is said instead where there are none to show.
    """

    kind: str
    caption: T
    records: tuple[Record[T], ...]
    none: T


@dataclass(frozen=True, slots=True)
class LogSheet(Generic[T]):
    """The printable log sheet: the heads of its columns and the number of empty rows."""

    caption: T
    columns: tuple[T, ...]
    rows: int


Block = Heading[T] | Paragraph[T] | Listing[T] | Quote[T] | Table[T] | Scoped[T] | Story[T] | Records[T] | LogSheet[T]
"""Every kind of block."""

"""Facts: named, typed values used in the prose as `{name}`."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from polycharter.model.place import Place


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of a unit; `unit` is the id of a `Unit`."""

    value: int
    unit: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in percent: 90 is 90 %."""

    percent: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """A sum; `currency` is an ISO 4217 code. The decimals written are the decimals shown."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day."""

    value: datetime.date


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, local time."""

    value: datetime.time


@dataclass(frozen=True, slots=True)
class Opening:
    """One row of opening hours; `first_day` and `last_day` count from 0 (Monday) to 6."""

    first_day: int
    last_day: int
    opens: datetime.time
    closes: datetime.time


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours through the week, in the order in which they are written."""

    rows: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in a unit that CLDR formats: second, minute, hour, week, month, year (not day: use a count)."""

    value: int
    unit: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in international form: `+` and digits, spaces allowed."""

    number: str


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    address: str


@dataclass(frozen=True, slots=True)
class Url:
    """A web address, http or https."""

    address: str


@dataclass(frozen=True, slots=True)
class Languages:
    """BCP 47 tags, shown as the names of the languages."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Text that is the same in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """Text that is translated; its message is in `Charter.terms`."""

    text: str


Value = Count | Share | Money | Date | Time | Hours | Duration | Phone | Email | Url | Languages | Name | Term


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its name; a `local` one may be overridden by a locale."""

    name: str
    value: Value
    local: bool
    note: str
    place: Place

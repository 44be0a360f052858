"""What a check reports."""

from dataclasses import dataclass
from enum import StrEnum

from polycharter.model.message import Key
from polycharter.model.place import Place


class Severity(StrEnum):
    """How bad.

    An `error` keeps an edition from being published, a `warning` should be mended, a `note` is for information.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Certainty(StrEnum):
    """How sure: `certain` cannot be wrong, `likely` is right in nearly every case, `possible` asks for a look."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What the file says at the place of a finding: the text of `line`, or a piece of a very long one.

    What is wrong stands at `start` and is `length` characters long; 0 where no part of the line is meant. The text is
    as the file has it: whoever prints it makes it harmless.
    """

    line: int
    text: str
    start: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check's generator yields: where, what is wrong, what to do; `keys` are the messages it is about.

    `quote` is the exact piece of the translation that is wrong, empty where there is none to point at: the engine
    finds its line and column. It stands at the offset `at` of the plural form `form` (0 for a text without forms);
    -1 where it may stand anywhere. `locale` is whom it is about where a check looks at several locales at once.
    """

    place: Place
    what: str
    todo: str
    keys: tuple[Key, ...] = ()
    quote: str = ""
    at: int = -1
    form: int = 0
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with the check's id, severity and certainty filled in; `locale` is empty for the charter itself.

    `allowed` is the reason for which a translator allows it, empty where nobody does.
    """

    check: str
    severity: Severity
    certainty: Certainty
    locale: str
    domain: str
    place: Place
    what: str
    todo: str
    keys: tuple[Key, ...] = ()
    excerpt: Excerpt | None = None
    allowed: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.what}. {self.todo} [{self.check}]"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """What a check leaves out in one catalogue, and why."""

    check: str
    locale: str
    domain: str
    reason: str

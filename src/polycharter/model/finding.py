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
class Hit:
    """What a check's generator yields: where, what is wrong, what to do; `keys` are the messages it is about."""

    place: Place
    what: str
    todo: str
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with the check's id, severity and certainty filled in; `locale` is empty for the charter itself."""

    check: str
    severity: Severity
    certainty: Certainty
    locale: str
    domain: str
    place: Place
    what: str
    todo: str
    keys: tuple[Key, ...] = ()

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.what}. {self.todo} [{self.check}]"

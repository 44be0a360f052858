"""What a check is, and which checks a project wants."""

from dataclasses import dataclass

from polycharter.model.finding import Certainty, Severity
from polycharter.model.place import Place

FAMILIES = (
    "completeness",
    "promises",
    "markup",
    "terms",
    "language",
    "typography",
    "spelling",
    "header",
    "data",
    "parity",
    "allowances",
)
"""What checks are about, in the order of the reference."""

FAIL_ON = ("error", "warning", "never")
"""From which severity on a command that checks ends with exit code 1."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check's descriptor. `id` is in kebab-case and never changes; the file has the same name with underscores.

    `family` is one of `FAMILIES`; `languages` are those that it is about, all where there are none.
    """

    id: str
    severity: Severity
    certainty: Certainty
    family: str = ""
    languages: tuple[str, ...] = ()

    @property
    def allowable(self) -> bool:
        """Whether a translator may allow what it finds: all but errors that cannot be wrong."""
        return (self.severity, self.certainty) != (Severity.ERROR, Certainty.CERTAIN)


_CHARTER = Place("charter.toml")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks are run: those of `select` (all where it is empty) without those of `ignore`, by their ids.

    `fail_on` is one of `FAIL_ON`; `place` is where the owner wrote it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    place: Place = _CHARTER

    def includes(self, id: str) -> bool:
        """Whether this check is run."""
        return (not self.select or id in self.select) and id not in self.ignore

    def narrowed(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> "CheckSettings":
        """The settings of one run: checks that are selected for it are run whatever the owner usually leaves out."""
        if select:
            return CheckSettings(select, ignore, self.fail_on, self.place)
        return CheckSettings(self.select, self.ignore + ignore, self.fail_on, self.place)


EVERY_CHECK = CheckSettings()
"""All checks, and warnings fail."""

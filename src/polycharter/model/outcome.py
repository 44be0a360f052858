"""What a command has to tell: findings, coverage, what was written."""

from dataclasses import dataclass

from polycharter.model.coverage import Coverage, Tally
from polycharter.model.errors import Mistake
from polycharter.model.finding import Finding, NotChecked


@dataclass(frozen=True, slots=True)
class FileCoverage:
    """One catalogue file, counted as `msgfmt --statistics` counts: messages of the file, obsolete ones left out."""

    locale: str
    domain: str
    path: str
    translated: Tally
    fuzzy: Tally
    missing: Tally


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking, counting and building came to.

    `findings` are those that count, `allowed` those that a translator allows for a reason, `not_checked` what was left
    out. `fail_on` is the severity from which findings fail.
    `written` are the paths of the artefacts that changed, `unchanged` how many were as they should be already,
    `removed` those of editions that are no longer published. `index` is the page to open, empty where none was built.
    `damaged` is what is wrong in catalogues that could not be read: their languages are left out of everything else.
    """

    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    files: tuple[FileCoverage, ...] = ()
    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    index: str = ""
    allowed: tuple[Finding, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    fail_on: str = "warning"
    damaged: tuple[Mistake, ...] = ()

    @property
    def held(self) -> tuple[Coverage, ...]:
        """What could not be published as it is today."""
        return tuple(row for row in self.coverage if not row.shown)

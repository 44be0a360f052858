"""How far a locale is, and what can be published."""

from dataclasses import dataclass
from enum import StrEnum

from polycharter.model.edition import Edition


class Incomplete(StrEnum):
    """What readers get while an edition is not complete in their language.

    `hold`: nothing. `source`: the edition with the source's words where a translation is missing, each marked with
    its language, and a notice. `last-good`: the files of the last complete build, byte for byte.
    """

    HOLD = "hold"
    SOURCE = "source"
    LAST_GOOD = "last-good"


@dataclass(frozen=True, slots=True)
class Tally:
    """Messages and words of the source text in one state."""

    messages: int = 0
    words: int = 0

    def plus(self, words: int) -> "Tally":
        """A tally with one more message of so many words."""
        return Tally(self.messages + 1, self.words + words)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One edition in one locale: what is translated, fuzzy, missing, and why it is not complete (empty: it is).

    `instead` is what readers get while it is not. `kept` are the files of an earlier complete build that stay,
    `version` the charter's version in them, `since` the day on which they were made (ISO 8601).
    """

    locale: str
    edition: Edition
    translated: Tally
    fuzzy: Tally
    missing: Tally
    reasons: tuple[str, ...] = ()
    instead: Incomplete = Incomplete.HOLD
    kept: tuple[str, ...] = ()
    version: str = ""
    since: str = ""

    @property
    def total(self) -> Tally:
        """All messages and words of the edition."""
        parts = (self.translated, self.fuzzy, self.missing)
        return Tally(sum(part.messages for part in parts), sum(part.words for part in parts))

    @property
    def publishable(self) -> bool:
        """Whether the edition is complete in this locale."""
        return not self.reasons

    @property
    def shown(self) -> bool:
        """Whether readers get the edition of today: complete, or with source text where the owner wants that."""
        return self.publishable or self.instead is Incomplete.SOURCE

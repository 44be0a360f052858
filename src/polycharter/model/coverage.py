"""How far a locale is, and what can be published."""

from dataclasses import dataclass

from polycharter.model.edition import Edition


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
    """One edition in one locale: what is translated, fuzzy, missing, and why it cannot be published (empty: it can)."""

    locale: str
    edition: Edition
    translated: Tally
    fuzzy: Tally
    missing: Tally
    reasons: tuple[str, ...] = ()

    @property
    def total(self) -> Tally:
        """All messages and words of the edition."""
        parts = (self.translated, self.fuzzy, self.missing)
        return Tally(sum(part.messages for part in parts), sum(part.words for part in parts))

    @property
    def publishable(self) -> bool:
        """Whether the edition may be published in this locale."""
        return not self.reasons

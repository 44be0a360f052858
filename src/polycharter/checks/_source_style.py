"""How the charter itself is typed: what its own texts do, translations may do too."""

from polycharter.model.review import Review
from polycharter.text.reading import reading


def writes(review: Review, mark: str) -> bool:
    """Whether a text of the source has `mark` where readers see it."""
    return any(mark in reading(text) for wanted in review.template.entries for text in (wanted.id, wanted.plural or ""))

"""One translatable unit, as extracted from the charter or the templates."""

from dataclasses import dataclass

from polycharter.model.edition import USUAL_EDITIONS, Edition
from polycharter.model.place import Place

Key = tuple[str | None, str]
"""What identifies a message in a catalogue: its context and its text."""


@dataclass(frozen=True, slots=True)
class Message:
    """A block's inline Markdown, a field of the data, a unit or an interface word.

    `kind` is in plain words ("heading", "list item", "statement of a commitment"), `section` the title of the
    section it was found in, `max_length` in characters, `example` what its placeholder `{n}` looks like where
    the placeholder is not a fact.
    """

    text: str
    kind: str
    place: Place
    plural: str | None = None
    context: str | None = None
    section: str = ""
    editions: tuple[Edition, ...] = USUAL_EDITIONS
    note: str = ""
    max_length: int | None = None

    @property
    def key(self) -> Key:
        """Context and text: equal keys are one entry in the catalogue."""
        return (self.context, self.text)

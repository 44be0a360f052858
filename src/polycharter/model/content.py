"""What can stand where a reader reads text: a message, an interface word, a value, or several of them."""

from dataclasses import dataclass

from polycharter.model.facts import Value
from polycharter.model.message import Message


@dataclass(frozen=True, slots=True)
class Word:
    """An interface word by its key in `templates/words.toml`, with what its placeholders stand for.

    `name` is what programs call it ("letter", "at_most"); empty for a mere label.
    """

    key: str
    arguments: tuple[tuple[str, "Content"], ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class FactUse:
    """A fact shown on its own, outside a message."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A typed value that has no name, such as a commitment's last result."""

    value: Value


@dataclass(frozen=True, slots=True)
class Several:
    """A short list: joined as the locale joins lists."""

    items: tuple["Content", ...]


Content = Message | Word | FactUse | Literal | Several
"""Text before localising."""

"""The glossary: how a concept is said in each language, and how it is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from polycharter.model.place import Place


@dataclass(frozen=True, slots=True)
class Term:
    """One concept. `source` are its words in the charter's language.

    By locale, `preferred` are the renderings to choose from and `avoid` those that mean something else; a locale
    without any is missing. `note` is for translators.
    """

    concept: str
    source: tuple[str, ...]
    preferred: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]
    note: str
    place: Place

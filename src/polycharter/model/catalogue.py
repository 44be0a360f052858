"""Catalogues: what translators hold in their hands, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from polycharter.model.errors import Mistake
from polycharter.model.message import Key

WRAPS: Mapping[str, int | None] = {"gnu": 79, "newlines": 0, "none": None}
"""How lines written anew are broken, by the name of the setting: at a column, at line breaks alone (0), not (None)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One locale's side of a message.

    `targets` has one text, or one a plural form; all empty means untranslated. `flags` are without `fuzzy`.
    Comments and references are a line each, without their markers. `line` is the 1-based line of `msgid` in the
    file (0 for an entry that is in no file yet), `target_line` that of `msgstr`.

    `raw` holds the very lines the entry was read from, with the blank lines before it; None once anything was
    changed. A writer puts `raw` back as it is. Change an entry with `changed`, which keeps that promise.
    """

    id: str
    targets: tuple[str, ...] = ("",)
    plural: str | None = None
    context: str | None = None
    fuzzy: bool = False
    obsolete: bool = False
    flags: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()
    extracted_comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous_id: str | None = None
    previous_plural: str | None = None
    previous_context: str | None = None
    line: int = 0
    target_line: int = 0
    raw: str | None = None

    @property
    def key(self) -> Key:
        """What identifies the entry in its catalogue."""
        return (self.context, self.id)

    @property
    def translated(self) -> bool:
        """Whether every form is filled and nobody has to look at it again (GNU gettext: "translated")."""
        return not self.fuzzy and not self.obsolete and all(self.targets)

    def changed(self, **changes: Any) -> "Entry":
        """A copy with these fields changed, to be written anew; the entry itself where nothing differs."""
        if all(getattr(self, name) == value for name, value in changes.items()):
            return self
        return replace(self, raw=None, **changes)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All entries of one locale in one domain, in the order of the file; the template is the one with no locale.

    `header` is the entry with the empty id, None where the file has none. `tail` is what stands after the last
    entry (blank lines, comments), `newline` what ends a line in this file, `path` relative to the project.
    `repaired` says what was not as it should be in the file and was put right when it was read.
    """

    entries: tuple[Entry, ...]
    header: Entry | None = None
    path: str = ""
    tail: str = ""
    newline: str = "\n"
    repaired: tuple[Mistake, ...] = ()

    def live(self) -> Mapping[Key, Entry]:
        """The entries in use (not obsolete) by key."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}

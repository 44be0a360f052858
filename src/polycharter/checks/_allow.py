"""What translators allow: comments such as `# polycharter: allow=number-changed because the law was changed`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polycharter.model.catalogue import Catalogue, Entry

_MARK = "polycharter:"
_ALLOW = re.compile(
    r"allow\s*=\s*([A-Za-z0-9_-]+(?:\s*,\s*[A-Za-z0-9_-]+)*)\s*,?(?:\s+because\b[\s:]*(.*))?", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Allow:
    """One such comment of an entry: the ids in it and the reason, empty where it gives none.

    `written` is the comment as it stands there; one that is not understood has no ids.
    """

    entry: Entry
    ids: tuple[str, ...]
    reason: str
    written: str


def allows(catalogue: Catalogue) -> Iterator[Allow]:
    """Every comment for polycharter on an entry that is judged: not fuzzy, not obsolete, not untranslated."""
    for entry in catalogue.entries:
        if entry.translator_comments and entry.translated:
            for comment in entry.translator_comments:
                if comment.lstrip().lower().startswith(_MARK):
                    yield _read(entry, comment.strip())


def _read(entry: Entry, comment: str) -> Allow:
    match = _ALLOW.fullmatch(comment[len(_MARK) :].strip())
    if match is None:
        return Allow(entry, (), "", comment)
    ids = tuple(dict.fromkeys(id.strip().lower() for id in match[1].split(",")))
    reason = " ".join((match[2] or "").split())
    return Allow(entry, ids, reason if any(map(str.isalpha, reason)) else "", comment)

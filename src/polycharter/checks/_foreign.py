"""The translations of a catalogue that read like another language, a section at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polycharter.checks._judge import Judge, judge_of
from polycharter.model.catalogue import Entry
from polycharter.model.review import Review
from polycharter.text.extracted import section_of
from polycharter.text.inline import letters

_POOL = 200
"""Letters that short texts need together."""

_MANY = 3
"""From so many translations on, they are reported together."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Translations of one section that read like another language, `language` by its English name.

    `entries` are in the order of the file, at least one. `pooled` says that some of them are too short to judge
    alone and were judged together, `of` how many translations the section has.
    """

    section: str
    language: str
    entries: tuple[Entry, ...]
    pooled: bool
    of: int

    @property
    def many(self) -> bool:
        """Whether they are one thing to say, not one each."""
        return self.pooled or len(self.entries) >= _MANY


@lru_cache(maxsize=2)
def foreign(review: Review) -> tuple[Foreign, ...]:
    """What reads like another language; nothing where nobody knows the catalogue's own."""
    return tuple(_by_section(review))


def _by_section(review: Review) -> Iterator[Foreign]:
    judge = judge_of(review.locale, review.source)
    if judge is None:
        return
    sections: dict[str, list[Entry]] = {}
    for wanted, entry in review.pairs():
        sections.setdefault(section_of(wanted.extracted_comments), []).append(entry)
    for section, entries in sections.items():
        yield from _in_section(section, entries, judge)


def text_of(entry: Entry) -> str:
    """What is language in a translation; of several plural forms, which repeat one another, the longest."""
    return max(map(letters, entry.targets), key=len)


def _in_section(section: str, entries: Sequence[Entry], judge: Judge) -> Iterator[Foreign]:
    found: dict[str, list[Entry]] = {}
    short: list[Entry] = []
    for entry in entries:
        text = text_of(entry)
        language = judge.reads_like(text)
        if language:
            found.setdefault(language, []).append(entry)
        elif sum(map(str.isalpha, text)) < 40:
            short.append(entry)
    pooled = judge.reads_like(*map(text_of, short), least=_POOL)
    if pooled:
        found.setdefault(pooled, []).extend(short)
    for language, those in found.items():
        ordered = tuple(sorted(those, key=lambda entry: entry.line))
        yield Foreign(section, language, ordered, language == pooled, len(entries))

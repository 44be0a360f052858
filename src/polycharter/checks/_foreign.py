"""The translations of a catalogue that read like another language, a section at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polycharter.checks._language import Scores, profile, scores
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
    """Translations of one section that read like the language with langdetect's code `code`.

    `entries` are in the order of the file, at least one. `pooled` says that some of them are too short to judge
    alone and were judged together, `of` how many translations the section has.
    """

    section: str
    code: str
    entries: tuple[Entry, ...]
    pooled: bool
    of: int

    @property
    def many(self) -> bool:
        """Whether they are one thing to say, not one each."""
        return self.pooled or len(self.entries) >= _MANY


@lru_cache(maxsize=2)
def foreign(review: Review) -> tuple[Foreign, ...]:
    """What reads like another language; nothing where langdetect does not know the catalogue's own."""
    return tuple(_by_section(review))


def _by_section(review: Review) -> Iterator[Foreign]:
    expected, source = profile(review.locale), profile(review.source)
    if expected is None:
        return
    sections: dict[str, list[Entry]] = {}
    for wanted, entry in review.pairs():
        sections.setdefault(section_of(wanted.extracted_comments), []).append(entry)
    for section, entries in sections.items():
        yield from _in_section(section, entries, expected, source)


def text_of(entry: Entry) -> str:
    """What is language in a translation; of several plural forms, which repeat one another, the longest."""
    return max(map(letters, entry.targets), key=len)


def _in_section(section: str, entries: Sequence[Entry], expected: str, source: str | None) -> Iterator[Foreign]:
    found: dict[str, list[Entry]] = {}
    short: list[Entry] = []
    pool = Scores()
    for entry in entries:
        score = scores(text_of(entry))
        code = score.verdict(expected, source)
        if code:
            found.setdefault(code, []).append(entry)
        elif score.letters < 40:
            short.append(entry)
            pool = pool.plus(score)
    pooled = pool.verdict(expected, source, least=_POOL)
    if pooled:
        found.setdefault(pooled, []).extend(short)
    for code, those in found.items():
        ordered = tuple(sorted(those, key=lambda entry: entry.line))
        yield Foreign(section, code, ordered, code == pooled, len(entries))

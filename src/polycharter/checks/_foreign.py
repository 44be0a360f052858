"""The translations of a catalogue that read like another language, a section at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polycharter.checks._judge import Judge, judge_of
from polycharter.checks._kept import between_borrowed, kept
from polycharter.model.catalogue import Entry
from polycharter.model.review import Review
from polycharter.text.extracted import section_of
from polycharter.text.inline import letters

_POOL = 200
"""Letters that short texts need together."""

_LEAN = 0.5
"""The share of the usual margin at which a text of 40 letters and more leans to another language.

Of right texts not one in a hundred does, so where three and more do, and half of the section, they are no chance.
"""

_SHORT = 40
"""Letters under which texts are judged together too."""

_MANY = 3
"""From so many translations on, they are reported together."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Translations of one section that read like another language, `language` by its English name.

    `entries` are in the order of the file, at least one. `pooled` says that some of them are too short or too unclear
    to judge alone and were judged together, `of` how many translations the section has.
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
    leaning: dict[str, list[Entry]] = {}
    short: list[Entry] = []
    for entry in entries:
        text = text_of(entry)
        leans = judge.reads_like(text, share=_LEAN)
        language = leans and _language(judge, entry, 1.0)
        is_short = sum(map(str.isalpha, text)) < _SHORT
        if is_short:
            short.append(entry)
        if language:
            found.setdefault(language, []).append(entry)
        elif leans and not is_short and (language := _language(judge, entry, _LEAN)):
            leaning.setdefault(language, []).append(entry)
    keys = {entry.key for entry in short}
    longer = {language: [entry for entry in those if entry.key not in keys] for language, those in found.items()}
    clear = _clear(leaning, longer, len(entries) - len(short))
    for language in clear:
        found.setdefault(language, []).extend(leaning[language])
    each = {_words(text_of(entry)): entry for entry in reversed(short)}  # what says the same again is no more proof
    pooled = judge.reads_like(*map(text_of, reversed(each.values())), least=_POOL)
    if pooled:
        pooled = judge.reads_like(*(kept(entry, text_of(entry), judge.latin) for entry in reversed(each.values())))
    if pooled:
        there = found.setdefault(pooled, [])
        told = {entry.key for entry in there}
        there.extend(entry for entry in short if entry.key not in told)
    for language, those in found.items():
        ordered = tuple(sorted(those, key=lambda entry: entry.line))
        yield Foreign(section, language, ordered, language == pooled or language in clear, len(entries))


def _words(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


def _language(judge: Judge, entry: Entry, share: float) -> str | None:
    """What a translation reads like, with and without its names, quotations and words that the source has too."""
    text = text_of(entry)
    language = judge.reads_like(text, share=share) and judge.reads_like(kept(entry, text, judge.latin), share=share)
    if language == judge.source_name and judge.is_own(between_borrowed(text, f"{entry.id}\n{entry.plural or ''}")):
        return None
    return language


def _clear(leaning: Mapping[str, list[Entry]], found: Mapping[str, list[Entry]], of: int) -> list[str]:
    """The languages to which so many of a section's `of` longer texts lean that they are in it."""
    numbers = {language: len(those) + len(found.get(language, ())) for language, those in leaning.items()}
    return [language for language, number in numbers.items() if number >= _MANY and 2 * number >= of]

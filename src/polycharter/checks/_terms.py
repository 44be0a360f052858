"""Where the concepts of the glossary stand in a translation and its source."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polycharter.checks._sides import Side, sides
from polycharter.model.glossary import Term
from polycharter.model.review import Review
from polycharter.text.inflection import forms, rendering, scattered, shortened
from polycharter.text.tokens import spoken

_SLOT = re.compile(r"\{\w+\}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Use:
    """A text whose source has a concept: `said` is the word for it there, `at` where it stands there, each time.

    `preferred` and `avoided` are the renderings of the locale, `target` the translation as a reader hears it.
    `others` are the further concepts of the source.
    """

    side: Side
    term: Term
    said: str
    at: tuple[int, ...]
    preferred: tuple[str, ...]
    avoided: tuple[str, ...]
    source: str
    target: str
    others: tuple[Term, ...]


@lru_cache(maxsize=2)
def uses(review: Review) -> tuple[Use, ...]:
    """Every use of a concept that the glossary has a rendering for in the locale, in the order of the template."""
    return tuple(_uses(review))


def _uses(review: Review) -> Iterator[Use]:
    terms = review.glossary
    if not terms:
        return
    phrases = _phrases(terms, review.source)
    of_locale = [(renderings(term.preferred, review.locale), renderings(term.avoid, review.locale)) for term in terms]
    for side in sides(review):
        source = plain(side.source)
        found: dict[int, list[tuple[int, int]]] = {}
        for index, *span in _said(source, phrases):
            found.setdefault(index, []).append((span[0], span[1]))
        target = plain(side.target) if found else ""
        for index, spans in found.items():
            preferred, avoided = of_locale[index]
            if preferred or avoided:
                others = tuple(terms[other] for other in found if other != index)
                said = source[slice(*spans[0])]
                at = tuple(start for start, _ in spans)
                yield Use(side, terms[index], said, at, preferred, avoided, source, target, others)


def renderings(by_locale: Mapping[str, tuple[str, ...]], locale: str) -> tuple[str, ...]:
    """The renderings of a concept for a locale, else those for its language."""
    return by_locale.get(locale) or by_locale.get(locale.partition("-")[0]) or ()


def plain(text: str) -> str:
    """A text as a reader hears it, its apostrophes straight, without placeholders."""
    return _SLOT.sub(" ", spoken(text)).replace("’", "'")


def _phrases(terms: Sequence[Term], locale: str) -> Mapping[str, Sequence[tuple[str, int]]]:
    """Every word of every concept in each of its forms, with the concept's index: by its first word, the longest first.

    What two concepts have is the first one's.
    """
    owners: dict[str, int] = {}
    for index, term in enumerate(terms):
        for phrase in term.source:
            head, _, last = phrase.replace("’", "'").rpartition(" ")
            for form in forms(last, locale):
                owners.setdefault(f"{head} {form}".strip().lower(), index)
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase in sorted(owners, key=len, reverse=True):
        if first := _WORD.match(phrase):
            found.setdefault(first.group(), []).append((phrase, owners[phrase]))
    return found


def _said(source: str, phrases: Mapping[str, Sequence[tuple[str, int]]]) -> Iterator[tuple[int, int, int]]:
    """The concepts of a text from left to right, none inside another: index, beginning, end."""
    text = source.lower()
    free = 0
    for word in _WORD.finditer(text):
        start = word.start()
        for phrase, index in phrases.get(word.group(), ()):
            end = start + len(phrase)
            if start >= free and text.startswith(phrase, start) and not _WORD.match(text, end):
                yield index, start, end
                free = end
                break


def counted(phrases: Sequence[str], text: str, locale: str, within: bool = True) -> tuple[int, str]:
    """How often one of these renderings stands in a text, and the text without them; the longest are taken first."""
    found = 0
    for phrase in sorted(phrases, key=len, reverse=True):
        text, times = rendering(phrase, locale, within).subn(" ", text)
        found += times
    return found, text


def said(phrases: Sequence[str], text: str, locale: str) -> int:
    """How often one of these renderings stands in a text, shortened before a hyphen or with its words apart too."""
    times, rest = counted(phrases, text, locale)
    if "- " in rest:
        times += sum(shortened(phrase, rest, locale) for phrase in phrases)
    return times or int(any(scattered(phrase, text, locale) for phrase in phrases))


def own_text(use: Use, locale: str) -> str:
    """The translation without what says another concept of the source and holds a rendering of this one.

    Vietnamese “bản cam kết” (charter) holds “cam kết” (commitment), and does not say it.
    """
    longer = [
        phrase
        for other in use.others
        for phrase in renderings(other.preferred, locale)
        if any(each != phrase and each in phrase for each in use.preferred)
    ]
    return counted(longer, use.target, locale)[1] if longer else use.target


def is_name(term: Term, locale: str) -> bool:
    """Whether a concept is a name: it stands in the glossary in the same form for the locale, with a capital."""
    return renderings(term.preferred, locale) == term.source and term.source[0][:1].isupper()

"""Where the concepts of the glossary stand in a translation and its source."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polycharter.checks._sides import Side, sides
from polycharter.model.glossary import Term
from polycharter.model.review import Review
from polycharter.text.inflection import forms, rendering
from polycharter.text.tokens import spoken

_SLOT = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Use:
    """A text whose source has a concept: `said` is the word for it there, `times` how often it stands there.

    `preferred` and `avoided` are the renderings of the locale, `target` the translation as a reader hears it.
    `others` are the further concepts of the source.
    """

    side: Side
    term: Term
    said: str
    times: int
    preferred: tuple[str, ...]
    avoided: tuple[str, ...]
    source: str
    target: str
    others: tuple[Term, ...]


def uses(review: Review) -> Iterator[Use]:
    """Every use of a concept that the glossary has a rendering for in the locale."""
    terms = review.glossary
    if not terms:
        return
    finder, owners = _finder(terms, review.source)
    for side in sides(review):
        source = plain(side.source)
        found = [(owners[match.group().lower()], match.group()) for match in finder.finditer(source)]
        if not found:
            continue
        times = Counter(index for index, _ in found)
        words = dict(reversed(found))
        target = plain(side.target)
        for index, count in times.items():
            term = terms[index]
            others = tuple(terms[other] for other in times if other != index)
            preferred, avoided = (_of(renderings, review.locale) for renderings in (term.preferred, term.avoid))
            if preferred or avoided:
                yield Use(side, term, words[index], count, preferred, avoided, source, target, others)


def _of(renderings: object, locale: str) -> tuple[str, ...]:
    assert hasattr(renderings, "get")
    found: tuple[str, ...] = renderings.get(locale) or renderings.get(locale.partition("-")[0]) or ()
    return found


def plain(text: str) -> str:
    """A text as a reader hears it, its apostrophes straight, without placeholders."""
    return _SLOT.sub(" ", spoken(text)).replace("’", "'")


def _finder(terms: Sequence[Term], locale: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """What finds any word of any concept in a source, the longest first, and which concept a word is of."""
    owners: dict[str, int] = {}
    for index, term in enumerate(terms):
        for phrase in term.source:
            head, _, last = phrase.replace("’", "'").rpartition(" ")
            for form in forms(last, locale):
                owners.setdefault(f"{head} {form}".strip().lower(), index)
    longest = sorted(owners, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE), owners


def counted(phrases: Sequence[str], text: str, locale: str, within: bool = True) -> tuple[int, str]:
    """How often one of these renderings stands in a text, and the text without them; the longest are taken first."""
    found = 0
    for phrase in sorted(phrases, key=len, reverse=True):
        text, times = rendering(phrase, locale, within).subn(" ", text)
        found += times
    return found, text


def own_text(use: Use, locale: str) -> str:
    """The translation without what says another concept of the source and holds a rendering of this one.

    Vietnamese “bản cam kết” (charter) holds “cam kết” (commitment), and does not say it.
    """
    longer = [
        phrase
        for other in use.others
        for phrase in _of(other.preferred, locale)
        if any(each != phrase and each in phrase for each in use.preferred)
    ]
    return counted(longer, use.target, locale)[1] if longer else use.target


def is_name(term: Term, locale: str) -> bool:
    """Whether a concept is a name: it stands in the glossary in the same form for the locale, with a capital."""
    return _of(term.preferred, locale) == term.source and term.source[0][:1].isupper()

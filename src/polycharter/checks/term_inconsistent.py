"""One concept has two renderings in a catalogue: this text has the one that is used less.

Fires:   `training` translated as `opleiding` here and as `training` in most other texts
Passes:  `training` translated as `training` everywhere, once as `trainingen`

Both renderings are allowed by the glossary; a reader who meets both wonders whether they are two things. Renderings
that hold one another (“handvest” and “handvest klantenservice”) are one, and each word of the source is counted alone.
A text that has both counts for neither; it is reported at the one that no other text has, where its source says the
concept as often. A concept at the beginning of a longer one (`customer service` in `customer service charter`) counts
where the rendering of the longer one does not hold it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from polycharter.checks._hits import hit
from polycharter.checks._terms import Use, counted, renderings, uses
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.glossary import Term
from polycharter.model.review import Review
from polycharter.text.inflection import forms, rendering
from polycharter.text.quote import quote

CHECK = Check("term-inconsistent", Severity.WARNING, Certainty.LIKELY, "terms")


class _Choice(NamedTuple):
    """The renderings, of several that the glossary has for a concept, that one text has."""

    use: Use
    said: str
    preferred: tuple[str, ...]
    rendered: frozenset[str]


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with the rarer rendering, in the order of the template."""
    chosen: dict[tuple[str, str], list[_Choice]] = {}
    for key, choice in _choices(review):
        if choice.rendered:
            chosen.setdefault(key, []).append(choice)
    for found in chosen.values():
        counts = Counter(rendered for choice in found if len(choice.rendered) == 1 for rendered in choice.rendered)
        if not counts:
            continue
        usual = max(counts, key=lambda each: (counts[each], -found[0].preferred.index(each)))
        for use, said, _, rendered in found:
            for other in sorted(rendered - {usual}):
                if len(rendered) == 1 or (len(rendered) <= len(use.at) and not counts[other]):
                    what = f"{quote(said)} is {quote(other)} here and {quote(usual)} elsewhere"
                    todo = f"Use {quote(usual)} here too, so that readers see one thing."
                    yield hit(review, use.side, what, todo, _quoted(use, other, review))


def _choices(review: Review) -> Iterator[tuple[tuple[str, str], _Choice]]:
    """What each text has for each concept that can be said in several ways, with the concept and the source's word."""
    several = [term for term in review.glossary if len(renderings(term.preferred, review.locale)) > 1]
    for use in uses(review) if several else ():
        said = use.said.lower()
        if len(use.preferred) > 1:
            found = _rendered(use.preferred, use.target, review.locale)
            yield (use.term.concept, _word(use.term, said, review.source)), _Choice(use, use.said, use.preferred, found)
        for term in several if " " in said else ():
            word = _inside(term, said, review.source) if term is not use.term and term not in use.others else ""
            if word:
                preferred = renderings(term.preferred, review.locale)
                rest = counted(use.preferred, use.target, review.locale)[1]
                yield (term.concept, word), _Choice(use, word, preferred, _rendered(preferred, rest, review.locale))


def _word(term: Term, said: str, locale: str) -> str:
    """The word of the glossary's source that a text uses."""
    return next((word for word in term.source if said.split(" ")[-1] in forms(word.split(" ")[-1], locale)), said)


def _inside(term: Term, said: str, locale: str) -> str:
    """The word for a concept that a longer one begins with: its own word says what it is."""
    return next((word for word in term.source if rendering(word, locale).match(said)), "")


def _rendered(preferred: Sequence[str], text: str, locale: str) -> frozenset[str]:
    """The renderings that a text has, the first of each family."""
    families = _families(preferred)
    return frozenset(families[each] for each in preferred if rendering(each, locale, within=True).search(text))


def _families(renderings: Sequence[str]) -> Mapping[str, str]:
    """For each rendering the first one that it holds, that holds it, or that is akin to it."""
    return {each: next(first for first in renderings if _akin(first, each)) for each in renderings}


def _akin(one: str, other: str) -> bool:
    """Whether two renderings are forms of one: one holds the other, or they begin alike for half of it."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one in other or other in one or (shared >= _STEM and 2 * shared >= min(len(one), len(other)))


_STEM = 4
"""Letters that two words must at least begin with to be forms of one."""


def _quoted(use: Use, rendered: str, review: Review) -> str:
    match = rendering(rendered, review.locale, within=True).search(use.target)
    return match.group() if match else ""

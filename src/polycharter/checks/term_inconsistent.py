"""One concept has two renderings in a catalogue: this text has the one that is used less.

Fires:   `training` translated as `opleiding` here and as `training` in most other texts
Passes:  `training` translated as `training` everywhere, once as `trainingen`

Both renderings are allowed by the glossary; a reader who meets both wonders whether they are two things. Renderings
that hold one another (“handvest” and “handvest klantenservice”) are one, and each word of the source is counted alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from polycharter.checks._terms import Use, uses
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inflection import forms, rendering
from polycharter.text.quote import quote

CHECK = Check("term-inconsistent", Severity.WARNING, Certainty.LIKELY, "terms")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text with the rarer rendering, in the order of the template."""
    chosen: dict[tuple[str, str], list[tuple[Use, str]]] = {}
    for use in uses(review):
        if len(use.preferred) > 1:
            rendered = _rendered(use, review.locale)
            if rendered:
                chosen.setdefault((use.term.concept, _word(use, review.source)), []).append((use, rendered))
    for found in chosen.values():
        counts = Counter(rendered for _, rendered in found)
        usual = max(counts, key=lambda each: (counts[each], -found[0][0].preferred.index(each)))
        for use, rendered in found:
            if rendered != usual:
                what = f"{quote(use.said)} is {quote(rendered)} here and {quote(usual)} elsewhere{use.side.form}"
                todo = f"Use {quote(usual)} here too, so that readers see one thing."
                yield Hit(
                    review.place(use.side.entry), what, todo, (use.side.entry.key,), _quoted(use, rendered, review)
                )


def _word(use: Use, locale: str) -> str:
    """The word of the glossary's source that a text uses."""
    said = use.said.lower()
    return next((word for word in use.term.source if said.split(" ")[-1] in forms(word.split(" ")[-1], locale)), said)


def _rendered(use: Use, locale: str) -> str:
    """The one rendering that a text has; empty where it has none or several."""
    families = _families(use.preferred)
    found = {families[each] for each in use.preferred if rendering(each, locale, within=True).search(use.target)}
    return found.pop() if len(found) == 1 else ""


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
    match = rendering(rendered, review.locale).search(use.target)
    return match.group() if match else ""

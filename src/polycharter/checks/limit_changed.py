"""A limit of the source is missing, turned or added: “at least”, “at most”, “more than”, “within”, “until”, “only”.

Fires:   "At least {share} is organic."   ->  "{share} is biologisch."
Fires:   "We answer within 5 days."       ->  "Wij antwoorden over 5 dagen."
Passes:  "At most 3, within {time}."      ->  "Niet meer dan 3, in maximaal {time}."

Each limit belongs to the number or placeholder beside it. “Within” may be said as “at most”.
"""

from collections import Counter
from collections.abc import Iterator

from polycharter.checks._hits import hit, hit_at
from polycharter.checks._limits import Change, changed_bounds, keys_of, only_so_many, unlimited
from polycharter.checks._promises import known_pairs, unknown_words
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.limits import Limits
from polycharter.text.quote import quote

CHECK = Check("limit-changed", Severity.ERROR, Certainty.LIKELY, "promises")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose limits differ."""
    for source, target, pair in known_pairs(review):
        change = next(changed_bounds(source, target), None) or _only(source, target)
        if change is None:
            continue
        if change.ours and change.theirs:
            what = f"the source says {quote(change.ours.said)}, the translation {quote(change.theirs.said)}"
            todo = "Say the limit of the source; the other one promises something else."
        elif change.ours:
            what = f"{quote(change.ours.said)} of the source is missing"
            todo = "Say the limit in the translation too; without it the promise is another one."
        else:
            what = f"the source does not have the limit {quote(change.theirs.said if change.theirs else '')}"
            todo = "Take it out, or say the limit of the source."
        if change.theirs:
            yield hit(review, pair.side, what, todo, change.theirs.said)
        else:
            yield hit_at(review, pair, what, todo, unlimited(change, source, target))


def _only(source: Limits, target: Limits) -> Change | None:
    """An “only” that the translation does not have, nor says as “nothing without”."""
    ours = next((each for each in source.found if each.kind == "only" and each.strong), None)
    if ours is None:
        return None
    key = keys_of(source)
    if any(each.kind == "only" or only_so_many(ours, each, key) for each in target.found):
        return None
    return None if _most_denials(target) > max(_most_denials(source), 1) else Change(ours, None)


def _most_denials(side: Limits) -> int:
    """How often the sentence denies that denies most."""
    denials = Counter(each.sentence for each in side.found if each.kind in ("negation", "never") and each.strong)
    return max(denials.values(), default=0)


def unchecked(review: Review) -> str:
    """Limits of languages that have no file."""
    return unknown_words(review)

"""A “not” or “never” of the source is missing from the translation, or the translation denies what the source says.

Fires:   "We never share your data."     ->  "Wij delen uw gegevens."
Fires:   "We never share your data."     ->  "Wij delen uw gegevens niet."
Passes:  "You do not pay for delivery."  ->  "De bezorging is gratis."

Words that deny in themselves (“free”, “refuse”, “unless”, “without”) count, so that a sentence may be turned round.
So does a limit said the other way round: “nobody waits longer than an hour”, “everyone is helped within an hour”.
Where both sides have the same number of sentences, they are compared one by one.
"""

from collections import Counter
from collections.abc import Iterator, Set

from polycharter.checks._hits import hit
from polycharter.checks._limits import KEEPS
from polycharter.checks._promises import known_pairs, unknown_words
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.limits import DENIED, Limit, Limits
from polycharter.text.quote import quote

CHECK = Check("negation-changed", Severity.WARNING, Certainty.LIKELY, "promises")

_DENYING = ("never", "negation")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that denies less, or else, than its source."""
    for source, target, pair in known_pairs(review):
        found = _changed(source, target)
        if found is None:
            continue
        what, todo, said = found
        yield hit(review, pair.side, what, todo, said)


def _changed(source: Limits, target: Limits) -> tuple[str, str, str] | None:
    turned = _turned(source, target)
    nevers = (each for each in source.found if each.kind == "never" and each.strong)
    never = next((each for each in nevers if each.at not in turned), None)
    if never and not any(each.kind == "never" for each in target.found):
        todo = "Say it as strongly as the source: without “never” the promise is a weaker one."
        return f"{quote(never.said)} of the source is missing", todo, ""
    lost = _lost(source, target)
    if lost:
        todo = "Deny it in the translation too; as it stands, it says the opposite."
        return f"{quote(lost.said)} of the source is missing", todo, ""
    added = _added(source, target)
    if added:
        todo = "Say it as the source does, which denies nothing here."
        return f"the source does not have {quote(added.said)}", todo, added.said
    return None


def _lost(source: Limits, target: Limits) -> Limit | None:
    turned = _turned(source, target)
    ours, theirs = [each for each in _strong(source) if each.at not in turned], list(_denying(target))
    if len(ours) > len(theirs):
        return ours[0]
    if source.sentences == target.sentences:
        kept = Counter(each.sentence for each in theirs)
        said = Counter(each.sentence for each in ours)
        return next((each for each in ours if said[each.sentence] > kept[each.sentence]), None)
    return None


def _added(source: Limits, target: Limits) -> Limit | None:
    if any(each.kind in _DENYING for each in source.found):
        return None
    turned = _turned(target, source)
    return next((each for each in _strong(target) if each.at not in turned), None)


def _turned(one: Limits, other: Limits) -> Set[int]:
    """Where the denials of one side stand that only belong to a limit which the other side says straight."""
    straight = [each for each in other.found if each.denial < 0]
    denied = [each for each in one.found if each.denial >= 0]
    return {each.denial for each in denied if any(theirs.kind in KEEPS[DENIED[each.kind]] for theirs in straight)}


def _denying(side: Limits) -> Iterator[Limit]:
    """What denies in a translation, without what only agrees with a “no” close before it: “no hi ha cap”."""
    strong = [each.at for each in _strong(side)]
    for each in side.found:
        agrees = each.kind == "never" and not each.strong and any(0 < each.at - at <= _CLOSE for at in strong)
        if each.kind in _DENYING and (not agrees or each.at in strong):
            yield each


_CLOSE = 3
"""Words from a “no” to one that agrees with it; after more of them it may deny something else."""


def _strong(side: Limits) -> list[Limit]:
    return [each for each in side.found if each.kind in _DENYING and each.strong]


def unchecked(review: Review) -> str:
    """Negations of languages that have no file."""
    return unknown_words(review)

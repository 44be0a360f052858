"""A “not” or “never” of the source is missing from the translation, or the translation denies what the source says.

Fires:   "We never share your data."     ->  "Wij delen uw gegevens."
Fires:   "We never share your data."     ->  "Wij delen uw gegevens niet."
Passes:  "You do not pay for delivery."  ->  "De bezorging is gratis."

Words that deny in themselves (“free”, “refuse”, “unless”, “without”) count, so that a sentence may be turned round.
So does a limit said the other way round: “nobody waits longer than an hour”, “everyone is helped within an hour”.
A word that the source has too answers for nothing else: “the bus stops here” has lost the “not” of “does not stop”.
Two denials of each other may both go: “do not forget” is “remember”, “no entry without a ticket” is “only with one”.
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
_LICENSING = (*_DENYING, "licence")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that denies less, or else, than its source."""
    for source, target, pair in known_pairs(review):
        found = _changed(source, target)
        if found is None:
            continue
        what, todo, said = found
        yield hit(review, pair.side, what, todo, said)


def _changed(source: Limits, target: Limits) -> tuple[str, str, str] | None:
    spared = _turned(source, target) | _undone(source, target)
    nevers = (each for each in source.found if each.kind == "never" and each.strong)
    never = next((each for each in nevers if each.at not in spared), None)
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
    spared = _turned(source, target) | _undone(source, target)
    ours = [each for each in _strong(source) if each.at not in spared]
    theirs = list(_answering(source, target))
    if len(ours) > len(theirs):
        return ours[0]
    if source.sentences == target.sentences:
        kept = Counter(each.sentence for each in theirs)
        said = Counter(each.sentence for each in ours)
        return next((each for each in ours if said[each.sentence] > kept[each.sentence]), None)
    return None


def _added(source: Limits, target: Limits) -> Limit | None:
    rendered = Counter(each.contrary for each in target.found if each.contrary)
    for each in source.found:
        if each.contrary and rendered[each.contrary] > 0:
            rendered[each.contrary] -= 1
        elif each.kind in _LICENSING:
            return None
    same = {each.contrary for each in source.found if each.contrary}
    spared = _turned(target, source) | {at for at, contrary in target.undone.items() if contrary not in same}
    return next((each for each in _strong(target) if each.at not in spared and each.contrary not in same), None)


def _turned(one: Limits, other: Limits) -> Set[int]:
    """Where the denials of one side stand that only belong to a limit which the other side says straight."""
    straight = {each.kind for each in other.found if each.denial < 0}
    denied = [each for each in one.found if each.denial >= 0]
    return {each.denial for each in denied if not straight.isdisjoint(KEEPS[DENIED[each.kind]])}


def _undone(source: Limits, target: Limits) -> Set[int]:
    """Where the denials of a source stand that undo each other, without those of sentences that are denied at all."""
    if not source.undone:
        return frozenset()
    denied = {each.sentence for each in _denying(target)}
    if source.sentences != target.sentences:
        return frozenset() if denied else source.undone.keys()
    return {each.at for each in source.found if each.at in source.undone and each.sentence not in denied}


def _answering(source: Limits, target: Limits) -> Iterator[Limit]:
    """What denies in a translation, without the contraries that only say what the source says: “stop” for “stop”."""
    same = source.sentences == target.sentences
    said = Counter(_rendered(each, same) for each in source.found if each.contrary and not each.strong)
    for each in _denying(target):
        if each.contrary and said[_rendered(each, same)] > 0:
            said[_rendered(each, same)] -= 1
        else:
            yield each


def _rendered(contrary: Limit, same: bool) -> tuple[str, int]:
    """What a contrary denies, and in which sentence where both sides have as many."""
    return contrary.contrary, contrary.sentence if same else 0


def _denying(side: Limits) -> Iterator[Limit]:
    """What denies in a translation, without what only agrees with a “no” close before it: “no hi ha cap”."""
    behind = {each.at + words for each in _strong(side) for words in range(1, _CLOSE + 1)}
    counted = -1
    for each in side.found:
        agrees = each.kind == "never" and not each.strong and each.at in behind
        if each.kind in _DENYING and each.at != counted and not (agrees or (each.agrees and each.strong)):
            counted = each.at
            yield each


_CLOSE = 3
"""Words from a “no” to one that agrees with it; after more of them it may deny something else."""


def _strong(side: Limits) -> list[Limit]:
    return [each for each in side.found if each.kind in _DENYING and each.strong and not each.agrees]


def unchecked(review: Review) -> str:
    """Negations of languages that have no file."""
    return unknown_words(review)

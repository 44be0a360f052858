"""What a text limits, denies and hurries: “at least”, “within”, “until”, “never”, “only”, “promptly”."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from polycharter.text.denials import denies_nothing, is_asked, is_named, repeats, undone
from polycharter.text.lexicon import Lexicon, lexicon, words_of
from polycharter.text.numbers import quantities
from polycharter.text.quantity import Quantity
from polycharter.text.tokens import Token, is_shouted

BOUNDS = ("at-least", "at-most", "more-than", "less-than", "within", "until")
"""The kinds that limit a quantity."""

DENIED = {"more-than": "at-most", "less-than": "at-least", "at-least": "less-than", "at-most": "more-than"}
"""What each bound means where the text denies it: nobody waits longer than an hour, everyone waits an hour at most."""

_REACH = 4
"""Words between a limit and the quantity that it limits; in a language that writes syllables, half as many more."""

_SENTENCE_ENDS = frozenset(".!?…;:")
_CLAUSE_ENDS = frozenset('.!?…,;:()“”"«»–')


@dataclass(frozen=True, slots=True)
class Limit:
    """A phrase of some kind: a bound, `before`, `after`, `only`, `never`, `negation`, `soon` or `now`.

    `prompt` is a `soon` that may not be lost, `latest` an `at-most` of time, `earliest` an `at-least`. A `strong` one
    always means it, a loose one may. `said` is what the text has, `at` where it stands, `end` where the words after it
    begin, `sentence` the number of its sentence. `quantity` is the quantity that it limits; where none is near enough,
    `far` is the one that it may be meant for; `binds` says that it looks for one. `denial` is where the “no” or “never”
    stands that may turn a bound into what `DENIED` says, -1 where there is none. `contrary` is what a word that denies
    in itself denies: “forget”; a “never” `agrees` with the “no” before it.
    """

    kind: str
    strong: bool
    said: str
    at: int
    sentence: int
    quantity: Quantity | None = None
    denial: int = -1
    end: int = 0
    binds: bool = False
    far: Quantity | None = None
    contrary: str = ""
    agrees: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a text, how many sentences it has, and the quantities that a limit can be meant for.

    `undone` are the places of denials that deny each other, so that both may be left away (“no entry without a
    ticket”), with the contrary that one of them is.
    """

    found: tuple[Limit, ...]
    sentences: int
    quantities: tuple[Quantity, ...] = ()
    undone: Mapping[int, str] = field(default_factory=dict)


@lru_cache(maxsize=50_000)
def limits(text: str, locale: str) -> Limits:
    """What a spoken text limits; nothing in a language without a lexicon.

    >>> [(each.kind, each.said) for each in limits("We answer within 5 days, never later.", "en").found if each.strong]
    [('within', 'within'), ('never', 'never')]
    """
    known = lexicon(locale)
    if not known:
        return Limits((), 1)
    items = _items(text, known)
    ends = _sentence_ends(text, items.tokens)
    found = _not_until(list(_found(text, items, ends, known)))
    all_found = tuple(_denied(_attached(found, items), items))
    denied = dict(undone(found, lambda start, end: _clause_ends(items, start, end)))
    return Limits(all_found, 1 + len(ends), tuple(items.held.values()), denied)


class _Items(NamedTuple):
    """The words and marks of a text, each quantity as one `#`; `held` are the quantities by their places.

    `reach` is how many words may stand between a limit and its quantity.
    """

    tokens: Sequence[Token]
    held: Mapping[int, Quantity]
    reach: int = _REACH


def _items(text: str, known: Lexicon) -> _Items:
    tokens = words_of(text, known.language)
    starts = {each.at: each for each in quantities(text, known.language) if _is_one(each)}
    if not starts:
        return _Items(tokens, {})
    items: list[Token] = []
    held: dict[int, Quantity] = {}
    at = 0
    while at < len(tokens):
        quantity = starts.get(at)
        if quantity:
            end = quantity.end + _is_inches(tokens, quantity.end)
            held[len(items)] = quantity
            items.append(Token("quantity", "#", tokens[at].start, tokens[end - 1].end))
            at = end
        else:
            items.append(tokens[at])
            at += 1
    return _Items(items, held, _REACH + known.syllables * _REACH // 2)


def _is_inches(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark that looks like a quote belongs to the number before it: `28"`."""
    return at < len(tokens) and tokens[at].word == '"' and tokens[at].glued and tokens[at - 1].kind == "number"


def _is_one(quantity: Quantity) -> bool:
    """Whether a limit can be meant for it: no mere article, no mere name of a unit."""
    return bool(quantity.slot) or quantity.strong or (bool(quantity.unit) and quantity.end - quantity.at > 1)


def _found(text: str, items: _Items, ends: Set[int], known: Lexicon) -> Iterator[Limit]:
    tokens, held = items.tokens, items.held
    words = [token.word for token in tokens]
    begins = known.limits.begins
    at = 0
    sentence = 0
    denied = ""
    while at < len(tokens):
        word = words[at]
        sentence += at in ends
        if word in _CLAUSE_ENDS:
            denied = ""
        if not begins(word):
            at += 1
            continue
        length, tags = known.limits.match(words, at)
        if not length or "neutral" in tags or denies_nothing(text, tokens, words, at, known):
            at += max(length - (length > 1 and words[at + length - 1] == "#"), 1)
            continue
        quantity = next((held[place] for place in range(at + length - 1, at - 1, -1) if place in held), None)
        contrary = tags.get("contrary", "")
        loose = is_asked(words, at, known) or ("negation" in tags and is_named(text, tokens, at))
        for kind, strength in tags.items():
            agrees = kind in ("negation", "never") and repeats(word, denied, known)
            if kind != "contrary" and not (agrees and kind == "negation"):
                said = text[tokens[at].start : tokens[at + length - 1].end]
                strong = strength == "strong" and not loose and tokens[at].kind != "part" and not is_shouted(said, text)
                binds = strong or strength == "beside"
                whose = contrary if kind == "negation" else ""
                yield Limit(
                    kind, strong, said, at, sentence, quantity, -1, at + length, binds, contrary=whose, agrees=agrees
                )
        if length > 1 and "negation" not in tags and "negation" in known.limits.match(words[at : at + 1], 0)[1]:
            yield Limit("negation", False, text[tokens[at].start : tokens[at].end], at, sentence)
        for each in words[at : at + length] if "negation" in tags or "never" in tags else (word,):
            if each in known.concord or each in known.concord_heads:
                denied = each
        if quantity and words[at + length - 1] == "#" and length > 1:
            length -= 1
        at += length


def _not_until(found: list[Limit]) -> list[Limit]:
    """The limits, “not … until” loose: it says “only when”, which has neither word."""
    for index, limit in enumerate(found):
        if limit.kind in ("until", "before") and limit.strong and limit.quantity is None:
            for place in range(index - 1, -1, -1):
                each = found[place]
                if limit.at - each.at > _NOT_UNTIL:
                    break
                if each.strong and each.kind == "negation" and each.sentence == limit.sentence:
                    found[index] = replace(limit, strong=False)
                    found[place] = replace(each, strong=False)
    return found


_NOT_UNTIL = 6
"""Words from “not” to the “until” that belongs to it."""


def _sentence_ends(text: str, tokens: Sequence[Token]) -> Set[int]:
    """The places where a sentence, or a part that stands on its own, ends and another one follows."""
    return {
        at
        for at, (token, after) in enumerate(pairwise(tokens))
        if token.word in _SENTENCE_ENDS
        and after.start > token.end
        and not (token.word == "." and after.kind in ("word", "elision") and text[after.start].islower())
    }


def _attached(found: Sequence[Limit], items: _Items) -> Iterator[Limit]:
    """The limits, each bound with the nearest quantity of its clause, each “only” and “before” with the one behind."""
    for limit in found:
        if limit.quantity is None and limit.kind in BOUNDS and limit.binds:
            ahead = _following(limit, items, items.reach) if limit.kind in ("within", "until") else None
            quantity = ahead or _nearest(limit, items)
            yield replace(limit, quantity=quantity, far=None if quantity else _following(limit, items, _FAR))
        elif limit.kind == "only":
            yield replace(limit, quantity=items.held.get(limit.end))
        elif limit.quantity is None and limit.kind == "before":
            yield replace(limit, quantity=_following(limit, items, items.reach))
        else:
            yield limit


def _denied(found: Iterator[Limit], items: _Items) -> Iterator[Limit]:
    """The limits, each bound with the denial that stands before it in its clause."""
    denial = -1
    for limit in found:
        if limit.kind in ("negation", "never") and limit.strong:
            denial = limit.at
        reached = limit.at - _DENIES <= denial < limit.at
        if denial >= 0 and reached and limit.kind in DENIED and not _clause_ends(items, denial, limit.at):
            yield replace(limit, denial=denial)
        else:
            yield limit


_DENIES = 9
"""Words from a denial to the bound that it turns: “nobody with a ticket of ours waits longer than”."""


def _clause_ends(items: _Items, start: int, end: int) -> bool:
    return any(token.word in _CLAUSE_ENDS for token in items.tokens[start:end])


def _nearest(limit: Limit, items: _Items) -> Quantity | None:
    tokens, held = items.tokens, items.held
    open_after = open_before = True
    set_off = limit.end >= len(tokens) or tokens[limit.end].word in _CLAUSE_ENDS
    for distance in range(items.reach + 1):
        place = limit.end + distance
        if open_after and place < len(tokens):
            if place in held:
                return held[place]
            open_after = tokens[place].word not in _CLAUSE_ENDS or _goes_on(items, place)
        place = limit.at - 1 - distance
        if open_before and place >= 0:
            if place in held:
                return held[place]
            word = tokens[place].word
            open_before = word not in _CLAUSE_ENDS or (word == "," and set_off and not distance)
    return None


def _following(limit: Limit, items: _Items, reach: int) -> Quantity | None:
    """The first quantity behind a limit in its clause: “the minimum age for the use of our library is 12”."""
    for place in range(limit.end, min(limit.end + reach, len(items.tokens))):
        if place in items.held:
            return items.held[place]
        if items.tokens[place].word in _CLAUSE_ENDS:
            return None
    return None


_FAR = 12
"""Words behind a limit in which the quantity may stand that it is meant for."""


def _goes_on(items: _Items, place: int) -> bool:
    """Whether a comma only sets the limit off from what it limits: “com a màxim, el {share}”."""
    return items.tokens[place].word == "," and (place + 1 in items.held or place + 2 in items.held)

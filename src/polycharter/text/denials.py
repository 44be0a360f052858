"""Which negatives of a text deny: not one that only asks or agrees, is short for another word, or is denied itself."""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Protocol

from polycharter.text.lexicon import Lexicon
from polycharter.text.tokens import Token

STRAIGHT = frozenset({"closed", "forget", "impossible", "refuse", "unusual", "without"})
"""The contraries that leave a plain yes where they are denied: “do not forget”, “no customer without an answer”."""

_ENDS = frozenset(".!?…")
_LABEL = 2
"""Words of a label at most before its abbreviation: “Fax no.”"""

_NEAR = 5
"""Words from “any” to the “no” that makes a negative of it."""

_LONGEST = 40
"""Words behind a negative in which the end of its question is looked for."""


def denies_nothing(text: str, tokens: Sequence[Token], words: Sequence[str], at: int, known: Lexicon) -> bool:
    """Whether what looks like a negative is none: the end of a question, “any” in one, or “no.” for “number”."""
    if words[at] in known.abbreviated:
        return _is_abbreviation(text, tokens, words, at)
    if words[at] in known.question:
        return _ends_question(words, at, known)
    return is_asked(words, at, known) and known.concord_heads.isdisjoint(words[max(at - _NEAR, 0) : at + _NEAR])


def _ends_question(words: Sequence[str], at: int, known: Lexicon) -> bool:
    """Whether a negative ends a question, asked or reported; as an answer, or alone in its sentence, it denies."""
    if at == 0 or words[at - 1] in known.answers or words[at - 1] in _ENDS:
        return False
    end = at + 1
    while end < len(words) and words[end] in known.particles:
        end += 1
    return end == len(words) or words[end] in ("?", ".")


def _is_abbreviation(text: str, tokens: Sequence[Token], words: Sequence[str], at: int) -> bool:
    """Whether a full stop that ends no sentence follows: “order no. 12”, “the no. on the parcel”, a label."""
    if at + 1 >= len(words) or words[at + 1] != "." or not tokens[at + 1].glued:
        return False
    if at + 2 < len(words):
        after = tokens[at + 2]
        return words[at + 2] in "#:;,)/" or any(map(str.isdigit, words[at + 2])) or text[after.start].islower()
    return 0 < at <= _LABEL and all(token.kind in ("word", "part") for token in tokens[:at])


def is_asked(words: Sequence[str], at: int, known: Lexicon) -> bool:
    """Whether a negative only means “any”, as “cap” in a question."""
    if words[at] not in known.any:
        return False
    return next((word for word in words[at + 1 : at + _LONGEST] if word in _ENDS), "") == "?"


def is_named(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word with a capital behind one without is a name or a keyword: “either True or None”."""
    if not at or not text[tokens[at].start].isupper():
        return False
    before = tokens[at - 1]
    return (
        before.kind == "word"
        and text[before.start : before.end].islower()
        and "\n" not in text[before.end : tokens[at].start]
    )


def repeats(word: str, denied: str, known: Lexicon) -> bool:
    """Whether a negative only agrees with the one before: “no … mai” denies once, “no … perquè no” twice."""
    return (
        bool(denied) and word in known.concord and not (word in known.concord_heads and denied in known.concord_heads)
    )


class Denial(Protocol):
    """What is asked of a limit here."""

    @property
    def kind(self) -> str:
        """As `negation`."""

    @property
    def strong(self) -> bool:
        """Whether it always denies."""

    @property
    def at(self) -> int:
        """Where it stands."""

    @property
    def contrary(self) -> str:
        """What it denies in itself."""


def undone(found: Sequence[Denial], parted: Callable[[int, int], bool]) -> Iterator[tuple[int, str]]:
    """Where a denial stands with what it denies, if that denies in itself: “do not forget”, “no entry without”.

    `parted` tells whether a clause ends between two places.
    """
    for index, denial in enumerate(found):
        if not denial.strong or denial.contrary or denial.kind not in ("negation", "never"):
            continue
        near = (
            (abs(denial.at - each.at), each)
            for each in found[max(index - _AROUND, 0) : index + _AROUND]
            if each.contrary in STRAIGHT
            and -_UNDOES <= each.at - denial.at <= (_UNDOES if each.contrary == "without" else _DENIED_BY)
        )
        for _, each in sorted(near, key=itemgetter(0))[:1]:
            if not parted(*sorted((denial.at, each.at))):
                yield from ((denial.at, each.contrary), (each.at, each.contrary))


_UNDOES = 7
"""Words from a denial to the contrary that it denies: “nobody who lost a card is left without”."""

_DENIED_BY = 3
"""Words from a “not” to what it denies, not to what only follows: “you do not pay if you forget your card”."""

_AROUND = 3 * _UNDOES
"""Limits among which it is looked for: a word can be of several kinds."""

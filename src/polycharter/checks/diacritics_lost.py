"""A text has lost the marks on its letters, as Vietnamese, Czech or Swedish typed on an English keyboard.

Fires:   `Chung toi tra loi moi la thu` in Vietnamese
Passes:  `Chúng tôi trả lời mọi lá thư`

For each language the share of words with other letters than a to z is known (from the Universal Declaration of Human
Rights). A text with so few of them that chance would hardly ever give it is reported: four Vietnamese words that have
marks elsewhere are enough, Swedish needs about 27 words; all shorter texts are judged together. Words that the source
has too don't count: names, loanwords, sentences that were left as they were. Half of a text may be lost too. A text in
another language is wrong-language's.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from polycharter.checks._foreign import foreign
from polycharter.checks._judge import judge_of, language_of
from polycharter.checks._sides import Side, sides
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.message import Key
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.lexicon import lexicon
from polycharter.text.quote import counted, listed, quote
from polycharter.text.sentences import sentences

_SHARES = {
    "vi": 0.9, "lv": 0.55, "cs": 0.53, "sk": 0.48, "hu": 0.5, "is": 0.48, "tr": 0.4, "lt": 0.4, "sq": 0.42,
    "ro": 0.3, "pl": 0.3, "sv": 0.26, "ga": 0.22, "et": 0.2, "fi": 0.2, "fr": 0.15, "pt": 0.15, "hr": 0.14,
    "sl": 0.16, "ca": 0.11, "da": 0.11, "nb": 0.1, "nn": 0.1,
}  # fmt: skip
"""The share of words with a letter that is not among a to z; in Vietnamese of those that do not rightly have none."""

_SELDOM = frozenset(("af", "de", "en", "es", "id", "it", "ms", "nl", "sw"))
"""Languages with so few marked letters that there is nothing to look for."""

CHECK = Check("diacritics-lost", Severity.ERROR, Certainty.LIKELY, "language", tuple(_SHARES))

_CHANCE = 8.0
"""Minus the natural logarithm of the chance that a right text looks so (one in 3,000)."""

_MANY = 3
_OFTEN = 3
"""How often a word counts in texts that are judged together: labels repeat it."""

_WORD = re.compile(r"(?<!\w)[^\W\d_]+")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text, one for all of them where there are three or more."""
    language = review.locale.partition("-")[0]
    share = _SHARES.get(language)
    if share is None:
        return
    found: dict[Entry, str] = {}
    others: list[tuple[Side, list[str]]] = []
    for side in sides(review):
        words = _words(side.target, side.source, language)
        if _unlikely(words, share) and _unlikely(_own_words(side, review), share) and not _is_foreign(side, review):
            found.setdefault(side.entry, side.target)
        elif words:
            others.append((side, words))
    together = _together(others, share, review)
    found.update(together)
    if len(found) >= _MANY:
        first, text = next(iter(found.items()))
        lines = listed([str(entry.target_line) for entry in found], 6)
        those = f"{counted(len(found), 'translation')}{', taken together,' if together else ''}"
        what = f"{those} have lost the marks on their letters, from {quote(text, 40)}"
        keys = tuple(entry.key for entry in found)
        yield Hit(review.place(first), f"{what} on (lines {lines})", "Type the words with their marks.", keys)
        return
    for entry, text in found.items():
        what = f"{quote(text)} has lost the marks on its letters"
        yield Hit(review.place(entry), what, "Type the words with their marks.", (entry.key,))


def unchecked(review: Review) -> str:
    """Why nothing is checked here; empty where it is."""
    language = review.locale.partition("-")[0]
    return "" if language in _SHARES or language in _SELDOM else f"how often {review.locale} has marks is not known"


def _together(sides: Sequence[tuple[Side, list[str]]], share: float, review: Review) -> dict[Entry, str]:
    """The texts without marks where all texts have too few, each word counted a few times only."""
    if not _unlikely([word for _, words in sides for word in words], share):
        return {}
    own = {side: _own_words(side, review) for side, _ in sides if not _is_foreign(side, review)}
    times = Counter(word.lower() for words in own.values() for word in words)
    if not _unlikely([word for word, often in times.items() for _ in range(min(often, _OFTEN))], share):
        return {}
    return {side.entry: side.target for side, words in own.items() if words and all(map(str.isascii, words))}


def _words(text: str, source: str, language: str) -> list[str]:
    """The words that could have marks; names are left out: those with a capital that the source has too."""
    read = letters(text)
    words = _WORD.findall(read if read.isascii() else unicodedata.normalize("NFC", read))
    return [
        word
        for word in words
        if _may_have_marks(word, language) and (word[0].islower() or not word.isascii() or word not in source)
    ]


@lru_cache(maxsize=50_000)
def _may_have_marks(word: str, language: str) -> bool:
    """Whether a word has marks or, where its language has a rule for that, could have lost them."""
    known = lexicon(language)
    if not word.isascii() or not known or not known.bare_syllable:
        return True
    return word.lower() not in known.bare_words and bool(re.fullmatch(known.bare_syllable, word, re.IGNORECASE))


def _own_words(side: Side, review: Review) -> list[str]:
    """The words that could have marks, without those of the source and without sentences in the source's language."""
    language = review.locale.partition("-")[0]
    judge, source = judge_of(review.locale, review.source), language_of(review.source)
    theirs = set(_WORD.findall(letters(side.source).lower()))
    own = (each for each in sentences(side.target) if not judge or judge.reads_like(letters(each), least=40) != source)
    return [
        word
        for sentence in own
        for word in _words(sentence, side.source, language)
        if not word.isascii() or word.lower() not in theirs
    ]


def _is_foreign(side: Side, review: Review) -> bool:
    """Whether a text is in another language, and looks as that language does."""
    if side.target == side.source:
        return True
    language = _foreign_texts(review).get(side.entry.key, "")
    share = next((share for code, share in _SHARES.items() if language_of(code) == language), 0.0)
    return bool(language) and not (share and _unlikely(_words(side.target, side.source, ""), share))


@lru_cache(maxsize=2)
def _foreign_texts(review: Review) -> Mapping[Key, str]:
    """The languages of the texts that read like another one, by their messages."""
    return {entry.key: those.language for those in foreign(review) for entry in those.entries}


def _unlikely(words: Iterable[str], share: float) -> bool:
    """Whether so few words with marks are no chance (Chernoff's bound for the binomial distribution)."""
    number = marked = 0
    for word in words:
        number += 1
        marked += not word.isascii()
    if not number or marked >= share * number / 2:
        return False
    part = marked / number
    distance = (1 - part) * math.log((1 - part) / (1 - share)) + (part * math.log(part / share) if part else 0.0)
    return number * distance > _CHANCE

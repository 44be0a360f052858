"""Words in their forms: by the endings of a language, never by how alike two words look."""

import re
from collections.abc import Collection
from functools import lru_cache

from polycharter.text.lexicon import lexicon
from polycharter.text.spelling import alike, spelling, stressed, unstressed

_PARTS = re.compile(r"[\s\u00a0]+|-")
_SAID = re.compile(r"[^\W_]+(?:·[^\W_]+)*|[.;:!?]")
_STOPS = ".;:!?"
_TELLING = 5
_CUT = re.compile(r"(?<!\w)(\w{2,40})-(?=[\s,])((?:,? ?[\w-]{1,60}){1,5})")


@lru_cache(maxsize=50_000)
def forms(word: str, locale: str) -> frozenset[str]:
    """A word with each of its endings, in small letters; only itself where nothing is known of the language.

    >>> sorted(forms("klacht", "nl") & {"klachten", "klachtt", "klacht"}), sorted(forms("thời", "vi"))
    (['klacht', 'klachten'], ['thời'])
    """
    word = word.lower()
    known = lexicon(locale)
    endings = known.endings if known else {}
    return alike(word, locale) | {
        word[: len(word) - len(old)] + new for old, news in endings.items() if word.endswith(old) for new in news
    }


@lru_cache(maxsize=50_000)
def rendering(phrase: str, locale: str, within: bool = False) -> re.Pattern[str]:
    """What finds a phrase in any of its forms; `within` longer words as well, where the language joins words."""
    known = lexicon(locale)
    joined = within and known is not None and known.compounds
    inside = stressed(r"[\s\u00a0-]+".join(_any_of(forms(word, locale)) for word in _words(phrase)), locale)
    return re.compile(rf"{inside}" if joined else rf"(?<!\w){inside}(?!\w)", re.IGNORECASE)


def _any_of(words: Collection[str]) -> str:
    """The pattern of any of these words, the longest first; what they begin with in common is written once."""
    first, last = min(words), max(words)
    common = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    ends = sorted((word[common:] for word in words), key=lambda end: (-len(end), end))
    return f"{re.escape(first[:common])}(?:{'|'.join(map(re.escape, ends))})"


def _words(phrase: str) -> list[str]:
    return [word for word in _PARTS.split(phrase.replace("’", "'")) if word]


def scattered(phrase: str, text: str, locale: str) -> bool:
    """Whether the words of a phrase stand near one another in a sentence: turned round, or with a few others between.

    >>> scattered("geldig tot", "die tot mei geldig is", "nl"), scattered("geldig tot", "geldig. Tot", "nl")
    (True, False)
    """
    known = spelling(locale)
    wanted = _content(phrase, locale)
    if not known.between or len(wanted) < 2:
        return False
    reach = len(wanted) + known.between
    said = [unstressed(word, locale) for word in _SAID.findall(text.lower())]
    for at, word in enumerate(said):
        if any(_same(word, each, locale) for each in wanted):
            near = said[at : at + reach]
            near = near[: next((end for end, mark in enumerate(near) if mark in _STOPS), reach)]
            if all(any(_same(other, each, locale) for other in near) for each in wanted):
                return True
    return False


def _same(word: str, other: str, locale: str) -> bool:
    """Whether one of two words is a form of the other: a glossary may have a plural, and a text its singular."""
    return word[:2] == other[:2] and (word in forms(other, locale) or other in forms(word, locale))


@lru_cache(maxsize=5_000)
def _content(phrase: str, locale: str) -> tuple[str, ...]:
    """The words of a phrase without its joints; none where all of them are too short to know a phrase by."""
    joints = spelling(locale).joints
    words = tuple(
        unstressed(word, locale) for word in _SAID.findall(phrase.replace("’", "'").lower()) if word not in joints
    )
    return words if any(len(word) >= _TELLING for word in words) else ()


def shortened(phrase: str, text: str, locale: str) -> int:
    """How often a compound stands in a text without its second half, which the next one has: “kalender- en werkdag”.

    >>> shortened("kalenderdag", "in kalender- en werkdagen", "nl"), shortened("kalenderdag", "kalender- en klok", "nl")
    (1, 0)
    """
    known = lexicon(locale)
    if "- " not in text or known is None or not known.compounds:
        return 0
    count = 0
    for cut in _CUT.finditer(text.lower()):
        ends = [each[len(cut[1]) :] for each in forms(phrase, locale) if each.startswith(cut[1])]
        count += any(len(end) > 1 and word.endswith(end) for end in ends for word in cut[2].split())
    return count

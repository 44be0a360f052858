"""How a word may be written otherwise and be the same: the table `spelling` of `data/<language>.toml`.

- `stress`: a stress accent (´) may be put on any word;
- `alike`: ends of words that are spelt in two ways;
- `particles`: words that stand alone, though a longer word begins with them;
- `between`: how many other words may stand among those of a phrase, which may then be turned round; `joints` are
  words of a phrase that need not be there then;
- `abbreviations`: those, before a full stop, that dictionaries lack.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from polycharter.text.language_data import language_data, language_of

_STRESSED = re.compile("[aeiouyj]", re.IGNORECASE)
_ACUTE = "\u0301"
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is known of one language; nothing where there is no file for it."""

    stress: bool = False
    alike: tuple[tuple[str, str], ...] = ()
    particles: frozenset[str] = frozenset()
    between: int = 0
    joints: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()


@lru_cache(maxsize=64)
def spelling(locale: str) -> Spelling:
    """What is known of a locale's language.

    >>> spelling("nl-BE").stress, spelling("fi").stress
    (True, False)
    """
    data = (language_data(language_of(locale)) or {}).get("spelling", {})
    pairs = tuple((one, other) for one, other in map(str.split, data.get("alike", ())))
    return Spelling(
        stress=data.get("stress", False),
        alike=pairs,
        particles=frozenset(data.get("particles", ())),
        between=data.get("between", 0),
        joints=frozenset(data.get("joints", ())),
        abbreviations=frozenset(data.get("abbreviations", ())),
    )


def alike(word: str, locale: str) -> frozenset[str]:
    """A word in its two spellings, by its end.

    >>> sorted(alike("lý", "vi")), sorted(alike("hoá", "vi")), sorted(alike("ký", "ca"))
    (['lí', 'lý'], ['hoá', 'hóa'], ['ký'])
    """
    return frozenset({word, *_others(word, spelling(locale).alike)})


def _others(word: str, pairs: tuple[tuple[str, str], ...]) -> list[str]:
    both = (*pairs, *((other, one) for one, other in pairs))
    return [word.removesuffix(end) + other for end, other in both if word.endswith(end)]


def stressed(pattern: str, locale: str) -> str:
    """A pattern of plain letters that finds them with accents for stress too, where the language has those.

    >>> re.fullmatch(stressed("en", "nl"), "én") is not None, stressed("en", "sv")
    (True, 'en')
    """
    return _STRESSED.sub(_with_acute, pattern) if spelling(locale).stress else pattern


def _with_acute(vowel: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", vowel[0] + _ACUTE)
    return f"[{vowel[0]}{composed}]{_ACUTE}?" if len(composed) == 1 else f"{vowel[0]}{_ACUTE}?"


def unstressed(word: str, locale: str) -> str:
    """A word without accents for stress, where the language has those.

    >>> unstressed("níet", "nl"), unstressed("idé", "sv")
    ('niet', 'idé')
    """
    if word.isascii() or not spelling(locale).stress:
        return word
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_ACUTE, ""))


def whole(text: str) -> str:
    """A text as it is read: composed letters, without what only says where a word may be cut (U+00AD and the like).

    >>> whole("klachten\u00adformulier")
    'klachtenformulier'
    """
    if text.isascii():
        return text
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))

"""How languages set quotation marks and per cent signs.

The pairs are those of CLDR 48 (delimiters, percentFormat), with the pairs beside them that a language's own
publishers use as well. A language that is not here is not judged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Typography:
    """A language's marks.

    `outer` are the pairs of quotation marks (opening, closing) that may stand on their own, the usual one first;
    `inner` those that may stand inside another pair. `spaced` says whether a space stands between a number and %.
    """

    outer: tuple[str, ...]
    inner: tuple[str, ...]
    spaced: bool

    @property
    def pairs(self) -> tuple[str, ...]:
        """All pairs, outer ones first."""
        return tuple(dict.fromkeys((*self.outer, *self.inner)))


_ROWS = (
    ("“” ‘’ „” ‚’", "", "nl af"),
    ("“” ‘’", "", "en vi cy ga ms so tl fil id hi gu kn ml mr pa ta te ne bn th ko tr sw"),
    ("“” «»", "‘’", "pt gl it sq"),
    ("«» “”", "‘’", "es"),
    ("«»", "“” ‘’", "ca el uk"),
    ("«» “”", "‘’ ‹›", "fr hy"),
    ("«»", "„“ ‘’ “”", "nb nn no ru"),
    ("„“ »« «»", "‚‘ ›‹ ‹› ’’", "de cs sk sl hr et is bg lt mk lb"),
    ("„” »« «»", "‚’ ‘’ ’’", "pl ro hu sr bs"),
    ("”” »»", "’’", "sv fi"),
    ("”” »« “”", "’’", "da"),
    ("«» “” ”“", "‘’ ‹›", "ar fa ur"),
    ("„“ “” «»", "‘’ ‚‘", "lv ka"),
    ("”” “” „”", "’’ ‘’", "he"),
    ("「」", "『』 “”", "ja zh-Hant"),
    ("“” 「」", "‘’ 『』", "zh"),
)
ALL_PAIRS = frozenset(pair for outer, inner, _ in _ROWS for pair in (*outer.split(), *inner.split()))
"""Every pair of quotation marks that some language has."""

_SPACED = (
    "gl",
    "ca",
    "cs",
    "da",
    "de",
    "es",
    "fi",
    "fr",
    "hr",
    "lb",
    "lt",
    "mk",
    "nb",
    "nn",
    "no",
    "ro",
    "ru",
    "sk",
    "sl",
    "sv",
)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Typography]:
    return {
        language: Typography(tuple(outer.split()), tuple(inner.split()), language in _SPACED)
        for outer, inner, languages in _ROWS
        for language in languages.split()
    }


def typography(locale: str) -> Typography | None:
    """The marks of a locale's language; None where they are not known.

    >>> typography("sv-FI"), typography("xx")
    (Typography(outer=('””', '»»'), inner=('’’',), spaced=True), None)
    """
    language, *rest = locale.split("-")
    if language == "zh" and {"Hant", "TW", "HK", "MO"} & set(rest):
        language = "zh-Hant"
    return _table().get(language)

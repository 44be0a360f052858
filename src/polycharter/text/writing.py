"""How a language writes: abbreviations, words with a capital everywhere, how letters begin and end.

It stands in the table `writing` of `data/<language>.toml`, words in small letters:

- `abbreviations` that end with a full stop, without it (of several words or letters, the last one); `in-labels`, those
  that are a word as well, so that only in a text of a few words they are taken for one;
- `capitals`: words that have a capital inside a sentence too; `capital-days` says that days and months have;
- `letters`: what a letter begins or ends with. Languages set different marks behind it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from polycharter.text.language_data import language_data, language_of
from polycharter.text.reading import SLOT

_LABEL = 3
"""Words that a label has at most."""

_POINTS = re.compile(r"(?<!\w)\w{1,3}\.\w{1,3}\.$")
_LAST = re.compile(rf"(?:([\d{SLOT}])\s?|(?<!\w))([^\W\d_]+)\.$")
_SHORT = 5
"""Words that the greeting of a letter has at most."""

_END = " \n\t\u00a0)]»”’\"'"


@dataclass(frozen=True, slots=True)
class Writing:
    """One language, every word in small letters; `weak` abbreviations are words as well."""

    abbreviations: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()

    def ends_with_abbreviation(self, text: str) -> bool:
        """Whether the full stop at the end of a text may be that of an abbreviation.

        >>> [writing("en").ends_with_abbreviation(text) for text in ("9 p.m.", "Phone no.", "We never say just no.")]
        [True, True, False]
        """
        text = text.rstrip(_END)
        if not text.endswith("."):
            return False
        last = _LAST.search(text[-40:])
        word = last[2].lower() if last else ""
        if word in self.abbreviations or _POINTS.search(text[-40:]):
            return True
        return word in self.weak and (bool(last and last[1]) or len(text.split()) <= _LABEL)

    def is_of_a_letter(self, text: str) -> bool:
        """Whether a text is the greeting at the beginning of a letter or at its end.

        >>> [writing("en").is_of_a_letter(text) for text in ("Dear customer,", "Dear customer, we answer.")]
        [True, False]
        """
        words = text.rstrip(_END).lower().split()
        if not words or len(words) > _SHORT or any(word[-1] in ",.;:!?" for word in words[:-1]):
            return False
        joined = f"{' '.join(words).rstrip(',:!.')} "
        return any(joined.startswith(f"{phrase} ") for phrase in self.letters)


_GENERAL = frozenset({"etc", "incl", "excl", "tel", "nr"})
_GENERAL_WEAK = frozenset({"max", "min"})


@lru_cache(maxsize=64)
def writing(locale: str) -> Writing:
    """How a locale's language writes; what several languages have in common where there is no file for it."""
    data = language_data(language_of(locale))
    if data is None:
        return Writing(_GENERAL, _GENERAL_WEAK)
    table = data["writing"]
    days = (*data["days"]["weekdays"], *data["days"]["months"]) if table.get("capital-days") else ()
    return Writing(
        _GENERAL | frozenset(table["abbreviations"]),
        _GENERAL_WEAK | frozenset(table["in-labels"]),
        frozenset((*table["capitals"], *(word for forms in days for word in forms))),
        tuple(table["letters"]),
    )

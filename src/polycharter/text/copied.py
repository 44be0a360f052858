"""Whether a text may be the same in two languages."""

import re

from polycharter.text.inline import letters, words

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]")
"""Letters of scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, kana, Han."""


def needs_translation(text: str) -> bool:
    """Whether a text is too much language to be the same in two languages by chance.

    It has four words or more, and apart from the first at least as many that begin with a small letter as with a
    capital or a digit: the rest are names and addresses ("Alvena, Carrer de Balmes 12, Barcelona"). In capitals
    throughout it has four words without a digit, so that account numbers are none. A code is no language.

    >>> needs_translation("We answer every letter."), needs_translation("Alvena, Keizersgracht 1, Amsterdam")
    (True, False)
    >>> needs_translation("IBAN NL00 ALVN 0123 4567 89"), needs_translation("`TICKET ADULT ZONE 2`")
    (False, False)
    """
    spoken = letters(text)
    if len(_UNSPACED.findall(spoken)) >= 8:
        return True
    first, *rest = _WORD.findall(spoken) or [""]
    if spoken.isupper():
        return sum(map(str.isalpha, (first, *rest))) >= 4
    small = sum(word[0].islower() for word in rest)
    return words(text) >= 4 and small > 0 and 2 * small >= len(rest)

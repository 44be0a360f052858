"""The words of a text as a dictionary is asked for them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.checks._dictionary import Speller
from polycharter.text.lexicon import lexicon
from polycharter.text.reading import SLOT, without_addresses
from polycharter.text.spelling import spelling, unstressed, whole

_MARK = re.compile("[\u0300-\u036f]")


def _pattern(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'·:.{SLOT}-]){letters}(?:[’'·:.-]{letters})*(?![\w’'·{SLOT}-])\.?")


_WORD = _pattern(r"[^\W\d_]+")
_MARKED_WORD = _pattern(rf"(?:[^\W\d_]{_MARK.pattern}*)+")
"""With marks that no composed letter has: “míj́n”."""

_PIECED = re.compile(r"(?<!\S)\S*?\w[(\[]\w{1,12}[)\]]\S*")
_ELIDED = re.compile(r"^\w{1,2}['’](?=\w{4})")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    r"""The words of a message, each once, without what was elided before them; none that touches a value or a bracket.

    An abbreviation keeps its stops, and so does the last word of a sentence: nobody knows which of them it is.

    >>> words("L’hora, bl.a. {n}ste begeleid(st)er klachten\u00adformulier x1 m² einde.")
    ('hora', 'bl.a.', 'klachtenformulier', 'einde.')
    """
    return tuple(dict.fromkeys(_words(text)))


def _words(text: str) -> Iterator[str]:
    read = whole(without_addresses(text))
    if "(" in read or "[" in read:
        read = _PIECED.sub(" ", read)
    for match in (_MARKED_WORD if _MARK.search(read) else _WORD).finditer(read):
        word = match.group()
        if word.isascii() or not any(map(str.isnumeric, word)):  # “m²”
            yield _ELIDED.sub("", word)


def known(word: str, knows: Speller, locale: str) -> bool:
    """Whether a dictionary has a word: with its stops or without, whole or in its parts.

    >>> known("bl.a.", {"bl.a."}.__contains__, "sv"), known("pdf:erna", {"pdf"}.__contains__, "sv")
    (True, True)
    """
    bare = word.rstrip(".")
    if knows(bare) or (bare != word and (knows(word) or bare in spelling(locale).abbreviations)):
        return True
    if "." in bare:
        return knows(f"{bare}.") or all(len(part) == 1 or known(part, knows, locale) for part in bare.split("."))
    head, colon, tail = bare.partition(":")
    if colon:
        return known(head, knows, locale) and (_is_ending(tail, locale) or known(tail, knows, locale))
    plain = unstressed(bare, locale)
    return (plain != bare and knows(plain)) or all(map(knows, re.split("[-’']", plain)))


def _is_ending(tail: str, locale: str) -> bool:
    """Whether letters behind a colon are an ending: “pdf:erna” is “pdf” in a form."""
    language = lexicon(locale)
    return language is not None and tail in language.endings.get("", ())

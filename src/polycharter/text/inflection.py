"""Words in their forms: by the endings of a language, never by how alike two words look."""

import re
from functools import lru_cache

from polycharter.text.lexicon import lexicon

_PARTS = re.compile(r"[\s\u00a0]+|-")


@lru_cache(maxsize=50_000)
def forms(word: str, locale: str) -> frozenset[str]:
    """A word with each of its endings, in small letters; only itself where nothing is known of the language.

    >>> sorted(forms("klacht", "nl") & {"klachten", "klachtt", "klacht"}), sorted(forms("thời", "vi"))
    (['klacht', 'klachten'], ['thời'])
    """
    word = word.lower()
    known = lexicon(locale)
    endings = known.endings if known else {}
    return frozenset(
        {word}
        | {word[: len(word) - len(old)] + new for old, news in endings.items() if word.endswith(old) for new in news}
    )


@lru_cache(maxsize=50_000)
def rendering(phrase: str, locale: str, within: bool = False) -> re.Pattern[str]:
    """What finds a phrase in any of its forms; `within` longer words as well, where the language joins words."""
    known = lexicon(locale)
    words = [word for word in _PARTS.split(phrase.replace("’", "'")) if word]
    joined = within and known is not None and known.compounds
    alternatives = [
        "(?:" + "|".join(map(re.escape, sorted(forms(word, locale), key=len, reverse=True))) + ")" for word in words
    ]
    inside = r"[\s\u00a0-]+".join(alternatives)
    return re.compile(rf"{inside}" if joined else rf"(?<!\w){inside}(?!\w)", re.IGNORECASE)

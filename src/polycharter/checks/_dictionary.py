"""Hunspell dictionaries, where the extra `polycharter[spelling]` and a dictionary of the language are installed."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from polycharter.model.dictionaries import FOLDERS

_USUAL = {"en": "GB", "sv": "SE", "vi": "VN", "ca": "ES", "da": "DK", "nb": "NO", "cs": "CZ", "pt": "PT", "et": "EE"}
_OPEN = re.compile("(?<!q)([ou])([\u0300\u0301\u0309\u0303\u0323])([aey])$")

Speller = Callable[[str], bool]
"""Whether a word is in the dictionary."""


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("hunspell") is not None


@lru_cache(maxsize=100)
def speller(locale: str, folders: tuple[Path, ...] = FOLDERS) -> Speller | None:
    """The dictionary of a BCP 47 locale; None where the extra or a dictionary is missing."""
    found = dictionary(locale, folders) if is_installed() else None
    if found is None:
        return None
    from hunspell import Hunspell

    words = Hunspell(found.stem, hunspell_data_dir=str(found.parent))

    @lru_cache(maxsize=50_000)
    def knows(word: str) -> bool:
        try:
            return bool(words.spell(word.replace("’", "'")) or words.spell(_tone_on_second(word)))
        except UnicodeError:
            return False

    return knows


def dictionary(locale: str, folders: tuple[Path, ...] = FOLDERS) -> Path | None:
    """The `.dic` file of a locale: that of its region, of the language alone, of the usual region, or the first."""
    language, *rest = locale.split("-")
    names = [f"{language}_{part}" for part in rest if len(part) == 2]
    names += [language, f"{language}_{_USUAL.get(language, language.upper())}"]
    for folder in folders:
        wanted = [folder / f"{name}.dic" for name in names]
        others = sorted(folder.glob(f"{language}_*.dic")) if folder.is_dir() else []
        for path in (*wanted, *others):
            if path.is_file() and path.with_suffix(".aff").is_file():
                return path
    return None


def _tone_on_second(word: str) -> str:
    """A Vietnamese word with its tone mark on the second vowel, as dictionaries have it; any other as it is.

    >>> _tone_on_second("hòa"), _tone_on_second("dag")
    ('hoà', 'dag')
    """
    if word.isascii():
        return word
    moved = _OPEN.sub(r"\1\3\2", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", moved)

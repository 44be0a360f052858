"""The files of what is known of languages, `data/<language>.toml`; `lexicon.py` explains their tables."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


def language_of(locale: str) -> str:
    """The language of a locale, by its code.

    >>> language_of("nl-BE"), language_of("pt_BR")
    ('nl', 'pt')
    """
    return locale.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=64)
def language_data(language: str) -> Mapping[str, Any] | None:
    """What the file of a language has, by the names of its tables; None where there is no file for it.

    >>> language_data("en")["name"], language_data("../en")
    ('English', None)
    """
    path = _DATA / f"{language}.toml"
    if not (language.isascii() and language.isalpha() and path.is_file()):
        return None
    return tomllib.loads(path.read_text("utf-8"))

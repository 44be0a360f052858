"""What a translation may have in another language than its own: names, titles in quotation marks, language names.

“Green Market ở ga Central Park” is Vietnamese, and its letters are mostly English ones. So a text that reads like
another language is read again without what its source has too: words with a capital, and what stands in quotation
marks. A list of languages, each in its own name and script, is left out as well.
"""

import re
import unicodedata
from functools import lru_cache

from polycharter.model.catalogue import Entry
from polycharter.text.copied import needs_translation
from polycharter.text.inline import letters

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"""(?<!\w)[“”„«»‹›‘’"']([^“”„«»‹›"]{4,200})[“”«»‹›‘’"'](?!\w)""")
_ITEM = re.compile(r"[^,;:·•|/()–—]+")
_LANGUAGES = frozenset(
    name
    for names in (
        "afrikaans bahasa bosanski català čeština cymraeg dansk deutsch eesti english español euskara français frysk",
        "gaeilge galego hrvatski indonesia íslenska italiano kiswahili kurdî kurmancî latviešu lietuvių magyar malti",
        "melayu nederlands norsk polski português română shqip slovenčina slovenščina soomaali srpski suomi svenska",
        "tagalog türkçe",
    )
    for name in names.split()
)
"""What languages are called in themselves, as choosers of languages list them."""

_WORDS_OF_A_NAME = 3
_WORDS_BORROWED = 4


def own_text(text: str, sources: str, latin: bool) -> str:
    """What of a text can only be in its own language; `latin` says whether that one is written in Latin letters.

    >>> own_text("Green Market ở ga Central Park", "The Green Market at Central Park Station", True).split()
    ['Green', 'ở', 'ga']
    >>> own_text("Andra språk: русский, ελληνικά", "Other languages: Russian, Greek", True).split()
    ['Andra', 'språk:', ',']
    """
    text = unicodedata.normalize("NFC", text)
    for quoted in _QUOTED.findall(sources):
        text = text.replace(quoted, " ")
    names = {word for word in _WORD.findall(sources) if word[0].isupper()}
    if latin and any(_is_latin(word) and word not in names for word in _WORD.findall(text)):
        text = _ITEM.sub(_not_foreign, text)
    first = _WORD.search(text)
    start = first.end() if first else 0
    text = text[:start] + _WORD.sub(lambda word: " " if word[0] in names else word[0], text[start:])
    return _WORD.sub(lambda word: " " if word[0].lower() in _LANGUAGES else word[0], text)


def kept(entry: Entry, text: str, latin: bool) -> str:
    """`own_text` of one of an entry's texts; a copy that should have been translated is kept as it is."""
    sources = f"{entry.id}\n{entry.plural or ''}"
    if text.strip() in map(_read, (entry.id, entry.plural or "")) and needs_translation(text):
        return text
    return own_text(text, letters(sources), latin)


def between_borrowed(text: str, sources: str) -> str:
    """What stands between words that the source has too; empty where more than four of those stand in a row.

    >>> between_borrowed("We sell bánh mì and phở here", "bán bánh mì, phở").split()
    ['We', 'sell', 'and', 'here']
    """
    theirs = set(_WORD.findall(unicodedata.normalize("NFC", sources).lower()))
    rest, row = [], 0
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        row = row + 1 if word.lower() in theirs else 0
        if row > _WORDS_BORROWED:
            return ""
        if not row:
            rest.append(word)
    return " ".join(rest)


def _read(source: str) -> str:
    return letters(source).strip()


def _not_foreign(item: re.Match[str]) -> str:
    """An item of a list; empty where it is a name in another script."""
    words = _WORD.findall(item[0])
    return " " if 0 < len(words) <= _WORDS_OF_A_NAME and not any(map(_is_latin, words)) else item[0]


@lru_cache(maxsize=20_000)
def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")

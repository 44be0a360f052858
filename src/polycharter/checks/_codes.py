"""E-mail addresses, web addresses and codes of a text, and what of them a language may write in its own way."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from polycharter.text.inline import links
from polycharter.text.lexicon import lexicon, words_of
from polycharter.text.reading import reading
from polycharter.text.tokens import spoken

_ANY = re.compile(r"[0-9₀-₉@/]|www\.|\.(?:com|org|net|info|eu|gov|edu)\b")
_LATIN = "0-9A-Za-z_À-ɏḀ-ỿ"
_REST = r"[^\s<>()“”‘’„‚‹›«»「」『』\"'，。、；：！？]"
_CODE = re.compile(
    rf"(?<![{_LATIN}.+-])[{_LATIN}.+-]+@[{_LATIN}-]+(?:\.[{_LATIN}-]+)+"
    rf"|(?:https?://|www\.){_REST}+"
    rf"|(?<![\w.@/-])(?:[a-z0-9-]++\.)+(?:[a-z]{{2,24}}(?=/\w){_REST}+|(?:com|org|net|info|eu|gov|edu)\b)"
    r"|(?a:(?<![\w‑-])(?=[0-9‑-]{0,40}[A-Z])(?=[A-Z‑-]{0,40}[0-9])[A-Z0-9]+(?:[‑-][A-Z0-9]+)*\b)"
)
_ADDRESS = re.compile(r"@|/|\.\w")
_AMOUNT = re.compile(
    r"\d+(?:AM|PM|H|HR|HRS|MIN|SEC|ST|ND|RD|TH|KG|MG|KM|CM|MM|M|ML|CL|L|KB|MB|GB|TB|KW|KWH|EUR|USD|GBP|SEK|VND)"
)
_WORDS = frozenset({"COVID-19", "MP3", "MP4", "CO2", "H2O", "3D", "2D"})
"""Words of every day with a digit: languages write them in small letters, or have other words for them."""

_QUARTER = re.compile(r"Q([1-4])")
_ANY_QUARTER = re.compile(r"[QKT]([1-4])")
_NUMBERS = ("words", "weak", "ambiguous", "inside")
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_PARTS = re.compile(r"\d+|\D")
_ALIKE = {"O": "[O0]", "0": "[O0]", "I": "[Il1]", "1": "[Il1]"}
_LONGEST = 60
"""Characters of a code that is looked for in another spelling."""


@lru_cache(maxsize=20_000)
def codes(text: str) -> Counter[str]:
    """The addresses and codes of a message, but for the targets of its links and for numbers with a unit.

    >>> sorted(codes("Form K7 in CO₂, 10MB, at 5PM: www.example.org, a@example.org."))
    ['CO2', 'K7', 'a@example.org', 'www.example.org']
    """
    if not _ANY.search(text):
        return Counter()
    found = (match.rstrip(".,;:!?") for match in _CODE.findall(reading(text).translate(_LOWERED)))
    return Counter(_bare(each) for each in found if not _AMOUNT.fullmatch(each)) - Counter(links(text))


def _bare(found: str) -> str:
    """A code with plain hyphens: one that keeps it on its line is no other code. An address is what it is."""
    return found if _ADDRESS.search(found) else found.replace("‑", "-")


def is_plain_address(code: str) -> bool:
    """Whether it cannot be anything but an address; without a beginning, a full stop with no space looks like one.

    >>> [is_plain_address(code) for code in ("a@example.org", "www.example.org", "example.org/help", "SE-22")]
    [True, True, False, False]
    """
    return "@" in code or "://" in code or code.startswith("www.")


def in_language(source: Counter[str], target: Counter[str], language: str, locale: str) -> Counter[str]:
    """The codes of a source, its web addresses with the language of the translation where that has them so.

    >>> in_language(Counter(["example.org/en/help"]), Counter(["example.org/nl/help"]), "en", "nl")
    Counter({'example.org/nl/help': 1})
    """
    piece = re.compile(rf"(?<=[/=]){re.escape(language.partition('-')[0])}(?![\w-])")
    own = locale.partition("-")[0]
    return Counter(
        turned if code not in target and "/" in code and (turned := piece.sub(own, code)) in target else code
        for code in source.elements()
    )


def says_otherwise(code: str, added: list[str], target: str, locale: str) -> bool:
    """Whether a translation may well say in words what is a code in the source, and does not say another one.

    >>> says_otherwise("Q3", [], "Cijfers over het derde kwartaal", "nl"), says_otherwise("MP3", [], "Als mp4.", "nl")
    (True, False)
    """
    quarter = _QUARTER.fullmatch(code)
    if quarter:
        others = {match[1] for each in added if (match := _ANY_QUARTER.fullmatch(each))}
        return others == {quarter[1]} if others else _says_number(quarter[1], target, locale)
    if code not in _WORDS or added:
        return False
    shape = "".join(r"\d+" if part.isdigit() else part for part in _PARTS.findall(code))
    found = re.findall(rf"(?<!\w){shape}(?!\w)", reading(target).translate(_LOWERED), re.IGNORECASE)
    return all(each.upper() == code for each in found)


def instead(code: str, target: str) -> str:
    """What stands in a translation in place of a code: its characters in other cases, with accents, dashes or spaces.

    >>> instead("SE-2207", "numret SE–2207 när"), instead("a@example.org", "Skriv till a @example.org.")
    ('SE–2207', 'a @example.org')
    """
    if len(code) > _LONGEST:
        return ""
    characters = (_ALIKE.get(each, re.escape(each)) for each in code if each not in "-‑")
    pattern = r"[ \u00a0]?[-‐‑‒–—−.]?[ \u00a0]?".join(characters)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", "".join(map(_letter, target)), re.IGNORECASE)
    return target[found.start() : found.end()] if found else ""


@lru_cache(maxsize=10_000)
def _letter(character: str) -> str:
    """A character without its accents; still one."""
    return {"đ": "d", "Đ": "D", "ø": "o", "Ø": "O"}.get(character, unicodedata.normalize("NFD", character)[0])


def _says_number(number: str, target: str, locale: str) -> bool:
    """Whether a text has a number from 1 to 4, in digits, in words or in Roman letters."""
    known = lexicon(locale)
    if known is None:
        return True
    words = [token.word for token in words_of(spoken(target), locale)]
    for at, word in enumerate(words):
        _, tags = known.quantities.match(words, at)
        if word in (number, _ROMAN[number]) or any(tags.get(kind) == int(number) for kind in _NUMBERS):
            return True
    return False

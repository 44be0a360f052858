"""Which of 55 languages a text reads like, by the letter statistics that langdetect brings.

langdetect's own detector draws random samples, so its answer changes from run to run. Here its profiles are scored
directly: for every run of one, two and three letters the logarithm of alpha / 10,000 + its share in the language
(Shuyo's naive Bayes filter, with langdetect's alpha of 0.5 and its normalisation of letters), summed, divided by 3.
What counts is the margin: how much more probable the best other language is than the expected one (natural
logarithm). A text of too few letters gets no verdict.

The scores of all languages are one whole number, 64 bits for each language: adding two of them adds 55 pairs at
once, and whole numbers give the same result on every machine.
"""

import json
import math
import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from polycharter.model.locale import is_locale

_ALPHA = 0.5 / 10_000
_SCALE = 1 << 20
_ENOUGH = 10_000
_MARGINS = ((200, 2.0, 2.0), (100, 2.0, 4.0), (40, 4.0, 8.0), (20, 6.0, math.inf))
"""From so many letters on, the margin by which the source language must lead, and any other language."""

_CODES = {"nb": "no", "nn": "no", "fil": "tl", "iw": "he", "in": "id"}
# fmt: off
NAMES: Mapping[str, str] = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kn": "Kannada",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi",
    "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh-cn": "Chinese", "zh-tw": "Chinese",
}
# fmt: on
"""English names of the languages by langdetect's codes."""

_LANES = f"<{len(NAMES)}Q"


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a text in every language, packed, and how many letters it has. Texts add up."""

    packed: int = 0
    letters: int = 0

    def plus(self, other: "Scores") -> "Scores":
        """The scores of both texts together."""
        return Scores(self.packed + other.packed, self.letters + other.letters)

    def verdict(self, expected: str, source: str | None, least: int = 20, share: float = 1.0) -> str | None:
        """The language that the text reads like where that is not `expected`; None too where there is no telling.

        `source` is the likely mistake, so less speaks for it than for any other language; near ones (Swedish and
        Norwegian, Catalan and Portuguese) are not told apart by less than 40 letters. Under `least` letters there
        is no verdict. `share` is how much of the usual margin is enough.
        """
        margins = next((margins for letters, *margins in _MARGINS if self.letters >= letters), None)
        if margins is None or self.letters < least:
            return None
        losses = self._losses()
        best = min((code for code in losses if NAMES[code] != NAMES[expected]), key=losses.__getitem__)
        for code, margin in ((best, margins[best != source]), (source, margins[0])):
            if code and code != expected and (losses[expected] - losses[code]) / _SCALE / 3 > margin * share:
                return code
        return None

    def margin(self, expected: str, other: str) -> float:
        """By how much more probable `other` is than `expected` (natural logarithm), both langdetect's codes."""
        losses = self._losses()
        return (losses[expected] - losses[other]) / _SCALE / 3

    def _losses(self) -> Mapping[str, int]:
        unpacked = struct.unpack(_LANES, self.packed.to_bytes(8 * len(NAMES), "little"))
        return dict(zip(NAMES, unpacked, strict=True))


def profile(locale: str) -> str | None:
    """The code under which langdetect knows the language of a BCP 47 tag; None where it does not.

    >>> profile("pt-BR"), profile("zh-Hant"), profile("gl")
    ('pt', 'zh-tw', None)
    """
    if not is_locale(locale):
        return None
    language, *rest = locale.split("-")
    if language == "zh":
        return "zh-tw" if {"Hant", "TW", "HK", "MO"} & set(rest) else "zh-cn"
    code = _CODES.get(language, language)
    return code if code in NAMES else None


@lru_cache(maxsize=64)
def is_latin(code: str) -> bool:
    """Whether most letters of a language are among a to z.

    >>> is_latin("vi"), is_latin("uk")
    (True, False)
    """
    counts, (letters, *_) = _profiles()[list(NAMES).index(code)]
    return 2 * sum(counts.get(letter, 0) for letter in "abcdefghijklmnopqrstuvwxyz") > letters


@lru_cache(maxsize=20_000)
def scores(text: str) -> Scores:
    """The scores of `text`, which is language only: without placeholders, markup and addresses.

    The first 10,000 characters are enough, as for langdetect.
    """
    text = text[:_ENOUGH]
    words = _words(text)
    return Scores(sum(map(_word, words)), sum(map(str.isalpha, text)))


def _words(text: str) -> list[str]:
    """The words as langdetect would see them: in capitals throughout they are made small, so that they count."""
    text = _accents(text)
    upper = sum(map(str.isupper, text))
    if upper * 2 > sum(map(str.isalpha, text)):
        text = text.lower()
    words = "".join(map(_letter, text)).split()
    latin = sum("A" <= character <= "z" for word in words for character in word)
    other = sum(character >= "\u0300" and not "\u1e00" <= character <= "\u1eff" for word in words for character in word)
    if latin * 2 < other:
        words = [word for word in words if not word.isascii()]
    return [word for word in words if len(word) == 1 or not word.isupper()]


@lru_cache(maxsize=20_000)
def _word(word: str) -> int:
    spaced = f" {word} "
    runs = (spaced[at : at + size] for size in (1, 2, 3) for at in range(len(spaced) + 1 - size))
    return sum(_run(run) for run in runs if run != " ")


@lru_cache(maxsize=50_000)
def _run(run: str) -> int:
    """What one run of letters costs each language: minus the logarithm of its probability, packed."""
    size = len(run) - 1
    packed = _UNSEEN
    for lane, (counts, totals) in enumerate(_profiles()):
        if run in counts:
            packed -= (_LOSS - _loss(counts[run] / totals[size])) << 64 * lane
    return packed


def _loss(share: float) -> int:
    return round(-math.log(_ALPHA + share) * _SCALE)


_LOSS = _loss(0.0)
_UNSEEN = sum(_LOSS << 64 * lane for lane in range(len(NAMES)))


@lru_cache(maxsize=1)
def _profiles() -> tuple[tuple[Mapping[str, int], tuple[int, int, int]], ...]:
    """For each language of `NAMES`: how often each run of letters was counted, and how many of each length."""
    from langdetect import PROFILES_DIRECTORY

    read = (json.loads((Path(PROFILES_DIRECTORY) / code).read_bytes()) for code in NAMES)
    return tuple((profile["freq"], tuple(profile["n_words"])) for profile in read)


@lru_cache(maxsize=10_000)
def _letter(character: str) -> str:
    from langdetect.utils.ngram import NGram

    return str(NGram.normalize(character))


def _accents(text: str) -> str:
    from langdetect.utils.ngram import NGram

    return str(NGram.normalize_vi(unicodedata.normalize("NFC", text)))

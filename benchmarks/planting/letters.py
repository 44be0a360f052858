"""Mistakes in letters and signs: Unicode, quotation marks, spaces, the spelling of one language."""

import re
import unicodedata
from collections.abc import Iterator

from benchmarks.planting.ground import WORDS
from benchmarks.planting.kind import Side, text_kind

_LETTER = re.compile(r"[^\W\d_]")
_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")
_LOOK_ALIKE = str.maketrans("aeopcx", "аеорсх")
_MARKS = {"nl": "“”", "vi": "“”", "ca": "«»", "sv": "””"}


def _prose(text: str) -> Iterator[re.Match[str]]:
    """The words of a text outside placeholders, links and codes."""
    hidden = re.sub(r"\{[^}]*\}|\]\([^)]*\)|`[^`]*`", lambda match: "0" * len(match.group()), text)
    return re.finditer(r"[^\W\d_]{4,}", hidden)


@text_kind("decomposed", "letters and accents apart (NFD)")
def decomposed(side: Side) -> Iterator[str]:
    """The whole text decomposed."""
    yield unicodedata.normalize("NFD", side.target)


@text_kind("zero-width", "a zero-width character inside a word")
def zero_width(side: Side) -> Iterator[str]:
    """A zero-width space or joiner, a soft hyphen or a byte order mark in a word."""
    for match, mark in zip(_prose(side.target), "\u200b\u200d\ufeff\u2060" * 50, strict=False):
        yield side.target[: match.start() + 2] + mark + side.target[match.start() + 2 :]


@text_kind("bidi-control", "a control that turns the direction of text")
def bidi_control(side: Side) -> Iterator[str]:
    """An override, embedding or isolate before a word."""
    for match, mark in zip(_prose(side.target), "\u202e\u202a\u2066\u200f" * 50, strict=False):
        yield side.target[: match.start()] + mark + side.target[match.start() :]


@text_kind("look-alike", "a Cyrillic letter that looks Latin")
def look_alike(side: Side) -> Iterator[str]:
    """One letter of a word replaced by its Cyrillic look-alike."""
    for match in _prose(side.target):
        for index in range(match.start(), match.end()):
            other = side.target[index].translate(_LOOK_ALIKE)
            if other != side.target[index]:
                yield side.target[:index] + other + side.target[index + 1 :]
                break


@text_kind("quotes-straight", "straight quotation marks")
def quotes_straight(side: Side) -> Iterator[str]:
    """All marks straight."""
    yield re.sub(f"[{_MARKS[side.locale]}]", '"', side.target)


@text_kind("quote-unpaired", "a quotation mark lost")
def quote_unpaired(side: Side) -> Iterator[str]:
    """The first or the last mark left out."""
    marks = [match.start() for match in re.finditer(f"[{_MARKS[side.locale]}]", side.target)]
    for index in marks[:1] + marks[-1:]:
        yield side.target[:index] + side.target[index + 1 :]


@text_kind("quotes-foreign", "quotation marks of another language")
def quotes_foreign(side: Side) -> Iterator[str]:
    """The marks of a neighbour."""
    opening, closing = WORDS[side.locale]["quotes-wrong-kind"]
    own = _MARKS[side.locale]
    yield re.sub(f"[{own}]([^{own}]*)[{own}]", rf"{opening}\1{closing}", side.target)


@text_kind("apostrophe-straight", "a typewriter apostrophe among typographic ones")
def apostrophe_straight(side: Side) -> Iterator[str]:
    """Dutch and Catalan apostrophes."""
    if side.locale in ("nl", "ca"):
        yield re.sub(r"(?<=\w)’(?=\w)", "'", side.target, count=1)


@text_kind("double-space", "two spaces")
def double_space(side: Side) -> Iterator[str]:
    """A space doubled."""
    for match in re.finditer(r"(?<=\w) (?=\w)", side.target):
        yield f"{side.target[: match.start()]} {side.target[match.start() :]}"


@text_kind("space-before-mark", "a space before a comma or full stop")
def space_before_mark(side: Side) -> Iterator[str]:
    """A space too many."""
    for match in re.finditer(r"(?<=\w)[,.;:](?= |$)", side.target):
        yield f"{side.target[: match.start()]} {side.target[match.start() :]}"


@text_kind("end-mark", "the full stop at the end lost or changed")
def end_mark(side: Side) -> Iterator[str]:
    """No mark, or another."""
    if side.source[-1:] == side.target[-1:] and side.target[-1:] in (".", ":", "?", "!"):
        yield side.target[:-1]
        yield side.target[:-1] + ("?" if side.target[-1] != "?" else ".")


@text_kind("capital-lost", "no capital at the beginning")
def capital_lost(side: Side) -> Iterator[str]:
    """The first letter small, where source and translation begin with a capital."""
    if side.source[:1].isupper() and side.target[:1].isupper() and len(side.target) > 12:
        yield side.target[0].lower() + side.target[1:]


@text_kind("diacritics-lost", "Vietnamese without its diacritics")
def diacritics_lost(side: Side) -> Iterator[str]:
    """The whole message in plain letters."""
    if side.locale == "vi" and len(side.target.split()) >= 4:
        bare = "".join(each for each in unicodedata.normalize("NFD", side.target) if not unicodedata.combining(each))
        yield bare.replace("đ", "d").replace("Đ", "D")


@text_kind("tone-marks", "Vietnamese tone marks in two styles (hóa and hoá)")
def tone_marks(side: Side) -> Iterator[str]:
    """One syllable in the other style."""
    for pair in WORDS[side.locale].get("tone-marks", ()):
        old, new = pair.split("|")
        for match in re.finditer(rf"{old}\b", side.target):
            yield side.target[: match.start()] + new + side.target[match.end() :]


@text_kind("l-geminada", "Catalan l·l written with another sign")
def l_geminada(side: Side) -> Iterator[str]:
    """A full stop, a bullet, a hyphen or nothing instead of the dot."""
    if side.locale == "ca":
        for wrong in ("l.l", "l•l", "l-l", "l∙l"):
            yield side.target.replace("l·l", wrong, 1)


@text_kind("ij-ligature", "Dutch ij as one character")
def ij_ligature(side: Side) -> Iterator[str]:
    """The compatibility character ĳ."""
    if side.locale == "nl":
        yield side.target.replace("ij", "ĳ", 1)


@text_kind("compound-split", "a compound written apart")
def compound_split(side: Side) -> Iterator[str]:
    """Words that the glossary writes together."""
    for compound in WORDS[side.locale]["compounds"]:
        first, second = compound.split("|")
        for match in re.finditer(f"({first})({second})", side.target, re.IGNORECASE):
            yield f"{side.target[: match.end(1)]} {side.target[match.end(1) :]}"

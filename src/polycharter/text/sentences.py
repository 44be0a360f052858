"""Where sentences and clauses end."""

import re
from collections.abc import Iterator
from functools import lru_cache

from polycharter.text.reading import SLOT, without_addresses

_MARKS = {
    **dict.fromkeys(".!。．！।॥۔։፡።", "."),
    **dict.fromkeys("?？؟;", "?"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(";；؛", ";"),
    **dict.fromkeys(",，،、", ","),
    "…": "…",
}
_AROUND = " \n\t\u00a0\u200b\u200e\u200f\u2060\ufeff\"'“”„«»‹›‘’‚()[]（）「」『』*†‡¹²³⁴⁵"
_CLOSING = r"[\"'”’»“)\]』」]*"
_LONGEST = 12
"""Characters of the longest abbreviation."""

_LAST_WORD = re.compile(r"(?<![\w.])([\w.]+)\.$")
_SENTENCE = re.compile(rf"(?<=[.!?…]){_CLOSING}\s+(?=[^a-z\s])|(?<=[。！？]){_CLOSING}\s*|\n")
_CLAUSE = re.compile(
    rf"(?<=[.!?…]){_CLOSING}\s+(?=[^a-z\s])|(?<=[。！？；：]){_CLOSING}\s*|\n|(?<=[;:]){_CLOSING}\s+(?![“„«‘‚\"])|\s[–—]\s|—"
)

_TITLES, _BEFORE_FIGURES, _NOT_SURE = (
    frozenset(abbreviations.split())
    for abbreviations in (
        "mr mrs ms dr prof sra sr srta dhr mevr mw drs ir ing mgr ds hr fru ts ths gs pgs bs ks tp sta mn mlle mme",
        """nr no nos núm art blz p pp pag pàg pág s sid c ca approx circa kl tel tlf vol fig kap cap ext max min\
 jan feb mar mrt apr jun jul aug sep sept oct okt nov dec des gen ago""",
        "etc enz osv mm inc ltd co bl ev evt jr",
    )
)
"""Abbreviations before a name; before a number (“nr. 3”, “approx. 10”, “5 jan. 2026”); and such as end a sentence as
often as not, like those with full stops in them (“p.m.”) and single letters."""


def ending(text: str) -> str:
    """The mark at the end of a text as it is read, as English would write it; empty where there is none.

    An exclamation mark ends a sentence as a full stop does. Brackets and quotation marks around it are left out.

    >>> ending("(See “here”.)"), ending("结束。"), ending("Returns")
    ('.', '.', '')
    """
    last = text.rstrip(_AROUND)[-3:]
    return "…" if last == "..." else _MARKS.get(last[-1:], "")


def mark_at_end(text: str) -> str:
    """The mark at the end of a text as it stands there where it is “!”, else as English would write it.

    >>> mark_at_end("Welcome!"), mark_at_end("结束。")
    ('!', '.')
    """
    return "!" if text.rstrip(_AROUND)[-1:] in ("!", "！") else ending(text)


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message as they are read; a full stop before a small letter or of an abbreviation ends none.

    >>> sentences("Ask us. We answer, e.g. by phone."), sentences("Ask Mr. Do at counter no. 3.")
    (('Ask us.', 'We answer, e.g. by phone.'), ('Ask Mr. Do at counter no. 3.',))
    """
    return _cut(_SENTENCE, text)


@lru_cache(maxsize=20_000)
def clauses(text: str) -> tuple[str, ...]:
    """The sentences of a message, cut further at semicolons, colons and dashes.

    >>> clauses("Two ways: by letter; by phone.")
    ('Two ways:', 'by letter;', 'by phone.')
    """
    return _cut(_CLAUSE, text)


@lru_cache(maxsize=20_000)
def unsure_ends(text: str) -> int:
    """After how many full stops of a message nobody can tell whether a sentence ends there.

    >>> unsure_ends("We open at 8 a.m. Monday to Friday.")
    1
    """
    read = without_addresses(text)
    return sum(_is_unsure(_word_before(read, end)) for end in _ends(_SENTENCE, read) if read[end.start() - 1] == ".")


def _cut(ends: re.Pattern[str], text: str) -> tuple[str, ...]:
    read = without_addresses(text)
    pieces = []
    start = 0
    for end in _ends(ends, read):
        pieces.append(read[start : end.start()])
        start = end.end()
    pieces.append(read[start:])
    return tuple(piece.strip() for piece in pieces if any(c.isalnum() or c == SLOT for c in piece))


def _ends(ends: re.Pattern[str], read: str) -> Iterator[re.Match[str]]:
    """The ends that are none of an abbreviation."""
    for end in ends.finditer(read):
        if read[end.start() - 1 : end.start()] == "." and "\n" not in end[0]:
            word = _word_before(read, end)
            if word in _TITLES or (word in _BEFORE_FIGURES and read[end.end() : end.end() + 1].isdigit()):
                continue
        yield end


def _word_before(read: str, end: re.Match[str]) -> str:
    """The abbreviation before an end, in small letters and without its last full stop; empty for a long word."""
    before = read[max(0, end.start() - _LONGEST) : end.start()]
    found = _LAST_WORD.search(before)
    return found[1].lower() if found else ""


def _is_unsure(word: str) -> bool:
    parts = word.split(".")
    dotted = all(part.isalpha() and len(part) < 3 for part in parts) and (len(parts) > 1 or len(word) == 1)
    return word in _NOT_SURE or dotted

"""Where sentences and clauses end."""

import re
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
_AROUND = " \n\t\u00a0\u200e\u200f\"'“”„«»‹›‘’‚()[]（）「」『』"
_CLOSING = r"[\"'”’»“)\]』」]*"
_SENTENCE = re.compile(rf"(?<=[.!?…]){_CLOSING}\s+(?=[^a-z\s])|(?<=[。！？]){_CLOSING}\s*|\n")
_CLAUSE = re.compile(
    rf"(?<=[.!?…]){_CLOSING}\s+(?=[^a-z\s])|(?<=[。！？；：]){_CLOSING}\s*|\n|(?<=[;:]){_CLOSING}\s+|\s[–—]\s|—"
)


def ending(text: str) -> str:
    """The mark at the end of a text as it is read, as English would write it; empty where there is none.

    An exclamation mark ends a sentence as a full stop does. Brackets and quotation marks around it are left out.

    >>> ending("(See “here”.)"), ending("结束。"), ending("Returns")
    ('.', '.', '')
    """
    last = text.rstrip(_AROUND)[-3:]
    return "…" if last == "..." else _MARKS.get(last[-1:], "")


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message as they are read; a full stop before a small letter ends none.

    >>> sentences("Ask us. We answer, e.g. by phone.")
    ('Ask us.', 'We answer, e.g. by phone.')
    """
    return _cut(_SENTENCE, text)


@lru_cache(maxsize=20_000)
def clauses(text: str) -> tuple[str, ...]:
    """The sentences of a message, cut further at semicolons, colons and dashes.

    >>> clauses("Two ways: by letter; by phone.")
    ('Two ways:', 'by letter;', 'by phone.')
    """
    return _cut(_CLAUSE, text)


def _cut(ends: re.Pattern[str], text: str) -> tuple[str, ...]:
    pieces = ends.split(without_addresses(text))
    return tuple(piece.strip() for piece in pieces if any(c.isalnum() or c == SLOT for c in piece))

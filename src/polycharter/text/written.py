"""From what a reader reads to what stands in the message: the piece with its markup, and where it begins."""

import re
from collections.abc import Callable

from polycharter.text.reading import SLOT

_ADDRESS = r"(?<![\w.+@/-])(?:[\w.+-]++@|\w++://|www\.)\S*[^\s.,;:!?)]"
_VALUE = rf"(?>\{{[^{{}}]*\}}|`[^`]*`|{_ADDRESS})"
_HIDDEN = re.compile(rf"(?<=\])\([^()\s]*\)|{_VALUE}")
_TOKEN = re.compile(rf"\{{\w+\}}|{SLOT}|\w+|\s+|[^\w\s]")
_MARKUP = r"(?:[*_\\\[]|\]\([^()\s]*\))*+"


def written(text: str, said: str, read: str = "", start: int = 0) -> tuple[str, int]:
    """The piece of the message `text` that reads `said`, and its offset; empty and -1 where there is none.

    Where `read` is what is read of the message and `said` stands there at `start`, the same of several counts: the
    second for the second. Else the first that is no part of a longer word counts, else the first.

    >>> written("Write **to [us](#a)** soon, not to us.", "to us")
    ('to [us', 8)
    >>> written("From 5 to 5.", "5", "From 5 to 5.", 10)
    ('5', 10)
    """
    if not said:
        return "", -1
    if read == text:
        return said, start
    hidden = [match.span() for match in _HIDDEN.finditer(text)]
    for pattern in (_pattern(said, _exact), _pattern(said, _loose)):
        found = [match for match in pattern.finditer(text) if match.group() and not _inside(match, hidden)]
        if found:
            number = read.count(said, 0, start) if read else -1
            match = found[min(number, len(found) - 1)] if read else next(filter(_whole, found), found[0])
            return match.group(), match.start()
    return "", -1


def _pattern(said: str, of: Callable[[str], str]) -> re.Pattern[str]:
    parts: list[str] = []
    for token in _TOKEN.findall(said):
        if parts and token not in ("*", "_", "\\", "[", "]"):
            parts.append(_MARKUP)
        parts.append(of(token))
    return re.compile("".join(parts), 0 if of is _exact else re.IGNORECASE)


def _exact(token: str) -> str:
    if token == SLOT:
        return _VALUE
    if token == "'":
        return "['’]"
    return r"\\?\s" if token == "\n" else re.escape(token)


def _loose(token: str) -> str:
    """What a token may be where the reader's text has had its values and runs of spaces taken away."""
    return rf"(?:\s|{_VALUE})++" if token.isspace() else _exact(token)


def _inside(match: re.Match[str], hidden: list[tuple[int, int]]) -> bool:
    """Whether it is a part of what nobody reads: a placeholder's name, the target of a link, a code."""
    return any(start <= match.start() and match.end() <= end and match.span() != (start, end) for start, end in hidden)


def _whole(match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after

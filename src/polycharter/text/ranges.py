"""Opening hours whose parts must stand on one line: from one time or day to another, as CLDR writes it anywhere."""

import re

_CLOCK = r"\d{1,2}(?:[:.h]\d{2}(?!\d)|[時时點点시]\s?(?:\d{1,2}[分분])?)"
_BETWEEN = r"[^\d\n,;،、]{1,12}"
"""A dash, or "to", and a word such as "am" before or behind it."""
_HALF = r"(?:[\s\u202f][^\d\s,;،、]{1,4}(?![^\s,;،、]))?"
"""What says which half of the day the second time is in: a word of up to four letters."""

_TIMES = re.compile(_CLOCK + _BETWEEN + _CLOCK + _HALF)
_DAYS = r"[^\W\d_]+–[^\W\d_]+"
_RANGE = re.compile(f"{_TIMES.pattern}|{_DAYS}")


def times_apart(text: str) -> list[tuple[str, bool]]:
    """The pieces of `text`, and of each whether it is such a range; put together they are the text.

    Beside times of the day, days are such a range too, as long as each is one word.

    >>> times_apart("Monday–Friday 08:30–17:30, Saturday 10:00–14:00")[:4]
    [('Monday–Friday', True), (' ', False), ('08:30–17:30', True), (', Saturday ', False)]
    >>> times_apart("15 working days")
    [('15 working days', False)]
    """
    if not _TIMES.search(text):
        return [(text, False)] if text else []
    pieces: list[tuple[str, bool]] = []
    at = 0
    for found in _RANGE.finditer(text):
        pieces += [(text[at : found.start()], False), (found[0], True)]
        at = found.end()
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]

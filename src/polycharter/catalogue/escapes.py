"""Escapes in the strings of a `.po` file (GNU gettext manual, "The Format of PO Files": C's escapes)."""

import re

_SINGLE = {
    r"\n": "\n",
    r"\t": "\t",
    r"\"": '"',
    r"\\": "\\",
    r"\r": "\r",
    r"\a": "\a",
    r"\b": "\b",
    r"\f": "\f",
    r"\v": "\v",
}
_PAIR = re.compile(r"\\.")
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]++)|.)", re.DOTALL)
_TO_ESCAPE = {ord(value): name for name, value in _SINGLE.items()}


class BadEscapeError(ValueError):
    """An escape that gettext does not know, or that makes no text; `offset` counts characters of the string."""

    def __init__(self, offset: int, what: str) -> None:
        super().__init__(what)
        self.offset = offset
        self.what = what


def escape(text: str) -> str:
    r"""The text as it stands between the quotes, on one line.

    >>> print(escape('say "yes"\n'))
    say \"yes\"\n
    """
    return text.translate(_TO_ESCAPE)


def unescape_simple(raw: str) -> str:
    """The text that `raw` means; KeyError where it holds an escape by number or an unknown one."""
    return _PAIR.sub(lambda match: _SINGLE[match[0]], raw) if "\\" in raw else raw


def unescape(raw: str) -> str:
    r"""The text that `raw` means, escapes by number included, as surrogates until `whole` has joined the bytes.

    A backslash at the end of a line goes on on the next, as in C. Raises BadEscapeError for an escape that gettext
    refuses, for a number beyond one byte and for NUL, at which every program that reads the compiled file would
    cut the text off.

    >>> whole(unescape(r"caf\303\251 \x41"))
    'café A'
    """
    if "\\" not in raw:
        return raw

    def replaced(match: re.Match[str]) -> str:
        octal, hexadecimal = match.groups()
        if octal or hexadecimal:
            value = int(octal, 8) if octal else int(hexadecimal[-9:], 16)
            if value == 0:
                raise BadEscapeError(match.start(), f"{match[0]} is a NUL, at which every reader cuts the text off")
            if value > 255:
                raise BadEscapeError(match.start(), f"{match[0]} is more than one byte")
            return chr(value) if value < 128 else chr(0xDC00 + value)
        if match[0] == "\\\n":
            return ""
        if match[0] not in _SINGLE:
            raise BadEscapeError(match.start(), f"{match[0]} is an unknown escape")
        return _SINGLE[match[0]]

    return _ESCAPE.sub(replaced, raw)


def whole(text: str) -> str:
    """The text with bytes that were escaped by number put together; UnicodeDecodeError where they are not UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8")

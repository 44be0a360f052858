"""Where a line may be broken, and how wide a text is, as GNU gettext sees it when it wraps a string.

Its library, libunistring, follows Unicode Standard Annex 14 by a table of pairs ("÷": a break is allowed between
the two; "~": only after a space; "×": never), with a few rules beside it. The tables here hold what was measured
from it; `linebreak.txt` holds the class of every character.
"""

from bisect import bisect_right
from functools import lru_cache
from importlib import resources

_CLASSES = "AL NU OP OW CL CP QU GL NS EX SY IS PR PO ID IN HY BA BB B2 WJ H2 H3 JL JV JT HL RI EB EM ZW CM ZJ SP BK"
_CODES = {name: chr(ord("A") + index) for index, name in enumerate(_CLASSES.split())}
_PAIRS = {
    "AL": "~~~÷××~~~×××~~÷~~~÷÷×÷÷÷÷÷~÷÷÷",
    "NU": "~~~÷××~~~×××~~÷~~~÷÷×÷÷÷÷÷~÷÷÷",
    "OP": "××××××××××××××××××××××××××××××",
    "OW": "××××××××××××××××××××××××××××××",
    "CL": "÷÷÷÷××~~××××~~÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "CP": "~~÷÷××~~~×××~~÷~~~÷÷×÷÷÷÷÷~÷÷÷",
    "QU": "~~××××~~~×××~~~~~~~~×~~~~~~~~~",
    "GL": "~~~~××~~~×××~~~~~~~~×~~~~~~~~~",
    "NS": "÷÷÷÷××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "EX": "÷÷÷÷××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "SY": "÷~÷÷××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷~÷÷÷",
    "IS": "÷~÷÷××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "PR": "~~~~××~~~×××÷÷~~~~÷÷×~~~~~~÷~~",
    "PO": "~~~~××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷~÷÷÷",
    "ID": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "IN": "÷÷÷÷××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "HY": "÷~÷÷××~÷~×××÷÷÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "BA": "÷÷÷÷××~÷~×××÷÷÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
    "BB": "~~~~××~~~×××~~~~~~~~×~~~~~~~~~",
    "B2": "÷÷÷÷××~~~×××÷÷÷~~~÷××÷÷÷÷÷÷÷÷÷",
    "WJ": "~~~~××~~~×××~~~~~~~~×~~~~~~~~~",
    "H2": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷~~÷÷÷÷",
    "H3": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷÷~÷÷÷÷",
    "JL": "÷÷÷÷××~~~×××÷~÷~~~÷÷×~~~~÷÷÷÷÷",
    "JV": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷~~÷÷÷÷",
    "JT": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷÷~÷÷÷÷",
    "HL": "~~~÷××~~~×××~~÷~~~÷÷×÷÷÷÷÷~÷÷÷",
    "RI": "÷÷÷÷××~~~×××÷÷÷~~~÷÷×÷÷÷÷÷÷~÷÷",
    "EB": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷÷÷÷÷÷~",
    "EM": "÷÷÷÷××~~~×××÷~÷~~~÷÷×÷÷÷÷÷÷÷÷÷",
}
_ROWS = {_CODES[before]: dict(zip(_CODES.values(), row, strict=False)) for before, row in _PAIRS.items()}
_AL, _ZW, _CM, _ZJ, _SP, _BK = (_CODES[name] for name in ("AL", "ZW", "CM", "ZJ", "SP", "BK"))
_HL, _HY, _BA, _RI = (_CODES[name] for name in ("HL", "HY", "BA", "RI"))
_NEVER = dict.fromkeys(_CODES.values(), "×")
_RARE = frozenset({_ZW, _CM, _ZJ, _BK, _HL, _RI})


class _Codes(dict[int, str]):
    """Code points to the letters of their classes, looked up in the table once each."""

    def __missing__(self, point: int) -> str:
        code = self[point] = _CODES[_property(point)[:2]]
        return code


class _Widths(dict[str, int]):
    """Characters to their width in cells."""

    def __missing__(self, character: str) -> int:
        width = self[character] = int(_property(ord(character))[2])
        return width


_CODE_OF = _Codes()
_WIDTH_OF = _Widths()


def width(text: str) -> int:
    """Cells that the text takes on a terminal: 0 for combining marks, 2 for East Asian wide characters.

    >>> width("één"), width("日本")
    (3, 4)
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_WIDTH_OF.__getitem__, text))


def pieces(text: str) -> list[str]:
    """The text cut at every place where a line may be broken; a piece keeps the spaces at its end.

    >>> pieces("well-known: “a b” {n} c")
    ['well-', 'known: ', '“a ', 'b” {n} ', 'c']
    """
    codes = text.translate(_CODE_OF)
    breaks = _breaks(codes) if _RARE.isdisjoint(codes) else _breaks_by_every_rule(codes)
    return [text[start:end] for start, end in zip([0, *breaks], [*breaks, len(text)], strict=True)]


def _breaks(codes: str) -> list[int]:
    """Offsets of the breaks where no combining mark or other special character is around."""
    found = []
    row, spaced = _NEVER, False
    for offset, code in enumerate(codes):
        if code == _SP:
            spaced = True
            continue
        action = row[code]
        if action == "÷" or (spaced and action == "~"):
            found.append(offset)
        row, spaced = _ROWS[code], False
    return found


def _breaks_by_every_rule(codes: str) -> list[int]:
    """Offsets of the breaks in any text; rule numbers are those of UAX 14."""
    found = []
    last, before, spaced, indicators, hebrew = _BK, _BK, False, 0, False
    for offset, code in enumerate(codes):
        if code == _BK:
            last, before, spaced, indicators, hebrew = _BK, code, False, 0, False
            continue
        if code == _SP:
            spaced = True
        elif code == _ZW:
            last, spaced = _ZW, False
        elif code in (_CM, _ZJ):
            if last in (_BK, _ZW) or spaced:
                if last != _BK:
                    found.append(offset)
                last, spaced = _AL, False
        else:
            if not hebrew and _allowed(last, before, code, spaced, indicators):
                found.append(offset)
            last, spaced = code, False
        indicators = indicators + 1 if code == _RI else 0
        hebrew = before == _HL and code in (_HY, _BA)  # LB21a: no break after a hyphen that follows a Hebrew letter
        before = code
    return found


def _allowed(last: str, before: str, code: str, spaced: bool, indicators: int) -> bool:
    if last == _BK:
        return False
    if last == _ZW:
        return True
    if before == _ZJ:
        return False
    if last == code == _RI:
        return spaced or indicators % 2 == 0
    action = _ROWS[last][code]
    return action == "÷" or (spaced and action == "~")


def _property(point: int) -> str:
    """Class and width of a code point, as `AL1`."""
    starts, values = _table()
    value = values[bisect_right(starts, point) - 1]
    if 0xAC00 <= point <= 0xD7A3 and (point - 0xAC00) % 28:
        return "H3" + value[2]
    return value


@lru_cache(maxsize=1)
def _table() -> tuple[list[int], list[str]]:
    text = resources.files("polycharter.catalogue").joinpath("linebreak.txt").read_text("utf-8")
    ranges = [each.split(":") for line in text.splitlines() if not line.startswith("#") for each in line.split()]
    return [int(start, 16) for start, _ in ranges], [value for _, value in ranges]

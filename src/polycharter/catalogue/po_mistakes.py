"""What can be wrong in a `.po` file, in words a translator understands: each mistake says what to do about it."""

import re
from typing import NamedTuple

from polycharter.model.errors import Mistake
from polycharter.model.place import Place

_MARKERS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_CURLY = "“”„‟«»‘’‚″＂"
_HTML = re.compile(r"<(?:!doctype|!--|\?xml|/?[a-z])", re.IGNORECASE)
_KEYWORD = re.compile(r"msg\w*")
_KEYWORD_LINE = re.compile(r"^[ \t]*(?:#[~|][ \t]*)*msg", re.MULTILINE)
_ANY_KEYWORD = re.compile(r"[^\W\d]\w*(?=(?:\[[^\]\n]*\])?[ \t]*\")")
_STATEMENT = re.compile(r"[ \t]*(?:#[~|]{1,2})?[ \t]*(?:msg|\")")
_WORD = re.compile(r"[^\s\"]+")


class Explained(NamedTuple):
    """What is wrong and what to do; after a `hopeless` one the rest of the file is not worth reading."""

    what: str
    todo: str
    hopeless: bool = False


class DamageError(Exception):
    """Raised where reading an entry cannot go on; `offset` is in the text, in characters."""

    def __init__(self, offset: int, what: str, todo: str, *, hopeless: bool = False) -> None:
        super().__init__(what)
        self.offset = offset
        self.what = what
        self.todo = todo
        self.hopeless = hopeless

    def mistake(self, text: str, path: str) -> Mistake:
        """The same as a mistake at a line and column of `text`."""
        return Mistake(place_in(text, path, self.offset), self.what, self.todo)


def place_in(text: str, path: str, offset: int) -> Place:
    """Line and column of an offset, both from 1, in characters."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + 1, offset - start + 1)


def explain_junk(text: str, offset: int, after_string: bool) -> Explained:
    """What stands at `offset`, where gettext expects a keyword or a string, and what its writer probably meant."""
    line_end = text.find("\n", offset)
    line = text[offset:] if line_end < 0 else text[offset:line_end]
    line_start = text.rfind("\n", 0, offset) + 1
    if line_start == offset and line.startswith(_MARKERS):
        return Explained(
            "a conflict marker of a version control system is left in the file",
            "Settle the conflict: keep the right lines of both versions and remove the markers.",
            hopeless=True,
        )
    if _HTML.match(line):
        return Explained(
            "this is HTML or XML, not a PO file", "Download the file itself, not the page that shows it.", hopeless=True
        )
    if line[0] == '"':
        return _unclosed(line_end < 0)
    if line[0] in _CURLY:
        return Explained(
            f"a curly quote {line[0]} stands where a straight one belongs",
            'Put the text between straight quotes: "…". Curly ones are for the text itself.',
        )
    if after_string and text[line_start:offset].rstrip(" \t").endswith('"'):
        return Explained(
            f"{_shown(line)} stands after the closing quote",
            'Remove it or keep it between the quotes; a quote inside the text is written \\".',
        )
    if line[0] == "[" and text[line_start:offset].rstrip(" \t").endswith("msgstr"):
        return Explained(
            "the brackets after msgstr hold no number", "Number the forms: msgstr[0], msgstr[1] and so on."
        )
    keyword = _KEYWORD.match(line) or _ANY_KEYWORD.match(line)
    if keyword:
        return Explained(
            f"the keyword {_shown(keyword[0])} is unknown",
            "The keywords are msgctxt, msgid, msgid_plural, msgstr and msgstr[0], msgstr[1] and so on.",
        )
    if line_start < offset and _STATEMENT.match(text, line_start):
        return Explained(f"{_shown(line)} has no quotes around it", 'Put the text between straight quotes: "…".')
    if not _KEYWORD_LINE.search(text):
        return Explained("this is not a gettext file", "Name a catalogue (.po).", hopeless=True)
    return Explained(
        f"{_shown(line)} is neither a comment, nor a keyword, nor text in quotes",
        'Begin a comment with "# " and put text between straight quotes, each line of it.',
    )


def _unclosed(at_end: bool) -> Explained:
    if at_end:
        return Explained(
            "the file ends inside a text", "It was probably cut off: get the whole file again.", hopeless=True
        )
    return Explained(
        "the text is not closed on its line", 'Put a " at the end of the line, or write a quote inside as \\".'
    )


def _shown(text: str) -> str:
    word = _WORD.match(text)
    shown = word[0] if word else text[:1]
    return repr(shown if len(shown) <= 30 else shown[:30] + "…")

"""Pieces of a file in what polycharter says: short, on one line, with nothing in them that a terminal would obey."""

import unicodedata
from collections.abc import Iterable, Sequence

_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def visible(text: str) -> str:
    r"""`text` with every character that has no shape of its own written as an escape.

    Controls, direction marks, zero-width characters and halves of characters are meant (Unicode categories Cc, Cf,
    Cs, Co, Cn, Zl, Zp), so that no escape sequence of a file reaches a terminal.

    >>> visible("a\x1b[31m\u202eb\n")
    'a\\x1b[31m\\u202eb\\n'
    """
    if text.isprintable():
        return text
    return "".join(
        _escaped(character) if unicodedata.category(character) in _UNSEEN else character for character in text
    )


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def shortened(text: str, limit: int = 60) -> str:
    """The beginning of `text`, visible, at most `limit` characters long and cut between two words if it can be.

    >>> shortened("We answer every letter within five days.", 20)
    'We answer every…'
    """
    text = text.replace("\ufffc", "{…}")  # what stands for a placeholder when a text is read as language
    if len(text) <= limit:
        return visible(text)
    start = text[: limit - 1]
    whole, _, rest = start.rpartition(" ")
    return visible((whole if whole and len(rest) < limit // 2 else start).rstrip()) + "…"


def quote(text: str, limit: int = 60) -> str:
    """The beginning of `text` between quotation marks.

    >>> quote("Complaints")
    '“Complaints”'
    """
    return f"“{shortened(text, limit)}”"


def listed(items: Iterable[str], limit: int = 5, joint: str = "and") -> str:
    """Items as English lists them, the ones past `limit` only counted; `joint` is “or” where one of them is enough.

    >>> listed(["a", "b", "c"]), listed("abcdefg", 2), listed("ab", joint="or")
    ('a, b and c', 'a, b and 5 more', 'a or b')
    """
    everything = list(items)
    shown = everything[:limit]
    if len(everything) > limit:
        return f"{', '.join(shown)} {joint} {len(everything) - limit:,} more"
    return f" {joint} ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "line break"), counted(2, "entry", "entries")
    ('1 line break', '2 entries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def is_blank(text: str) -> bool:
    r"""Whether a reader sees nothing: no characters, or only spaces and characters without a shape.

    >>> is_blank(" \u200b"), is_blank("–")
    (True, False)
    """
    return all(character.isspace() or unicodedata.category(character) in _UNSEEN for character in text)


def form_name(index: int, forms: Sequence[str]) -> str:
    """Which plural form is meant, as the file names it; nothing where there is only one text.

    >>> form_name(1, ["dag", "dagen"]), form_name(0, ["dag"])
    (' (msgstr[1])', '')
    """
    return f" (msgstr[{index}])" if len(forms) > 1 else ""


def nearest(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The one of the names that there are that is most like `name`, at least `alike` (0 to 1); empty where none is.

    >>> nearest("recieve", ["build", "receive"]), nearest("x", ["build"])
    ('receive', '')
    """
    from difflib import get_close_matches  # here: nobody who makes no mistake waits for it

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=alike)), "")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The question whether the nearest of the names that there are was meant; empty where none is near.

    >>> did_you_mean("recieve", ["build", "receive"]), did_you_mean("x", ["build"])
    ('Did you mean receive?', '')
    """
    meant = nearest(name, known)
    return f"Did you mean {meant}?" if meant else ""

"""What a reader sees of a message: no markup, no link targets, and one stand-in for each value."""

import re
from functools import lru_cache

from polycharter.model.inline import Break, Code, Placeholder, Text
from polycharter.text.html import without_html
from polycharter.text.inline import parse_inline, walk

SLOT = "\ufffc"
"""Stands for what is not language: a placeholder or a code (U+FFFC OBJECT REPLACEMENT CHARACTER)."""

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:(?<!\w)\w+://|www\.)[^\s<>()“”«»\"]*[^\s<>()“”«»\".,;:!?]"
)


@lru_cache(maxsize=20_000)
def reading(text: str) -> str:
    r"""The characters of a message as they are read, each placeholder and each code as `SLOT`.

    >>> reading("Within **{days}** we [answer](#a), says `x-1`.")
    'Within \ufffc we answer, says \ufffc.'
    """
    if not any(mark in text for mark in "*_`[<{}\\\n&"):
        return text
    return without_html(
        "".join(
            node.text if isinstance(node, Text) else "\n" if isinstance(node, Break) else SLOT
            for node in walk(parse_inline(text))
            if isinstance(node, (Text, Placeholder, Code, Break))
        )
    )


def first_letter(text: str) -> str:
    """The first character that is a letter, a digit or `SLOT`; empty where there is none.

    >>> first_letter("“Écrivez")
    'É'
    """
    return next((character for character in text if character.isalnum() or character == SLOT), "")


@lru_cache(maxsize=20_000)
def without_addresses(text: str) -> str:
    """What is read of a message, each web or e-mail address as `SLOT` too.

    >>> without_addresses("Write to a@example.org, please.").replace(SLOT, "_")
    'Write to _, please.'
    """
    read = reading(text)
    return _ADDRESS.sub(SLOT, read) if "@" in read or "://" in read or "www." in read else read

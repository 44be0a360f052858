"""The words, numbers and marks of a message as a reader hears them: markup, codes and addresses are left out."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text
from polycharter.text.html import without_html
from polycharter.text.inline import parse_inline
from polycharter.text.spelling import whole

_LETTERS = r"[^\W\d_]+"
_TOKEN = re.compile(
    r"(?P<slot>\{[A-Za-z_]\w*\})"
    rf"|(?P<elision>(?<!\w)[dlsnmtDLSNMT]['’](?=\w))"
    rf"|(?P<word>{_LETTERS}(?:[·'’]{_LETTERS})*(?:[-‑]{_LETTERS}(?:['’]{_LETTERS})*)*)"
    r"|(?P<times>(?<=\d)(?<!\b0)[xX](?=\d))"
    r"|(?:(?<![\w.,%])|(?<=[^\W\d_]\.)|(?<=\d[xX])(?<!\b0[xX]))(?:"
    r"(?P<date>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4}(?!\d)"
    r"|\d{1,2}/\d{1,2}/\d{2}(?![\d/]))"
    r"|(?P<phone>(?:\+\d|\(?0\d)(?:[ \u00a0()/-]?[ ]?\(?\d){6,})"
    r"|(?P<version>\d+(?:\.\d+){2,})"
    r"|(?P<time>\d{1,2}:\d{2}(?!\d)|\d{1,2}(?:[hHgG]\d{2}|[hH])(?!\w))"
    r"|(?P<ratio>(?!\d{4}/\d{4}(?!\d))\d+/\d+)"
    r"|(?P<number>\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r")"
    r"|(?P<code>\w+)"
    r"|(?P<mark>[^\w\s])"
)

_LONGEST_NUMBER = 40
"""Characters; what is longer counts nothing and is taken for a code."""


class Token(NamedTuple):
    """A piece of a text: `kind` is the name of a group above, `word` what it says in small letters.

    `start` and `end` are offsets in the spoken text; `glued` says that nothing stands between it and what is before.
    """

    kind: str
    word: str
    start: int
    end: int
    glued: bool = False


@lru_cache(maxsize=50_000)
def spoken(text: str) -> str:
    """What is language in a message, with its placeholders as `{name}`: no markup, codes, web or e-mail addresses.

    >>> spoken("Within **{days}**, write to a@example.org or [us](#a) about `x1`.")
    'Within {days}, write to   or us about  .'
    """
    said = whole(without_html("".join(_spoken(parse_inline(text)))))
    return _ADDRESS.sub(" ", said) if "@" in said or "://" in said or "www." in said else said


_ADDRESS = re.compile(r"(?<!\S)\S*(?:@|://|www\.)\S*[^\s.,;:!?)]")


def _spoken(nodes: Sequence[Inline]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield text
            case Placeholder(name):
                yield f"{{{name}}}"
            case Code():
                yield " "
            case Break():
                yield "\n"
            case Strong(children) | Emphasis(children) | Link(_, children) | Foreign(_, children):
                yield from _spoken(children)


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a spoken text.

    >>> [token.word for token in tokens("Don’t pay 1.000,50 euro d’entrada.")]
    ["don't", 'pay', '1.000,50', 'euro', "d'", 'entrada', '.']
    """
    found = []
    end = -1
    for match in _TOKEN.finditer(text):
        word = match.group().lower().replace("’", "'").replace("‑", "-")
        kind = str(match.lastgroup)
        if len(word) > _LONGEST_NUMBER and kind not in ("word", "slot"):
            kind, word = "code", word[:_LONGEST_NUMBER]
        found.append(Token(kind, word, match.start(), match.end(), match.start() == end))
        end = match.end()
    return tuple(found)


def is_shouted(said: str, text: str) -> bool:
    """Whether words of a text are in capitals among others that are not: an abbreviation, a keyword or a name.

    >>> is_shouted("ONLY", "Set it to ONLY."), is_shouted("ONLY", "MEMBERS ONLY")
    (True, False)
    """
    return len(said) > 1 and said.isupper() and not text.isupper()


def split_hyphens(token: Token) -> Iterator[Token]:
    """The parts of a word that is written with hyphens, the hyphens left out."""
    start = token.start
    for part in token.word.split("-"):
        yield Token("part", part, start, start + len(part), token.glued or start != token.start)
        start += len(part) + 1

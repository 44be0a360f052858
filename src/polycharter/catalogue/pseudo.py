"""Pseudo-locales: a template filled in by rule, to see how a charter looks in languages that nobody speaks.

`en-XA` is accented and about 40 % longer, each text in brackets, so that text which was never extracted, lines that
are too short and fonts without accents show. `ar-XB` writes every Latin letter as an Arabic one, so that it runs from
right to left by itself, without a character that turns directions. (UTS #35 names both; the letters are our own.)

Only words change. Placeholders, doubled braces, code, addresses, escapes and the markup stay, and so does the meaning
of plural forms.
"""

import re
import unicodedata
from collections.abc import Callable

from polycharter.model.catalogue import Catalogue, Entry
from polycharter.text.plural import PluralRule

_KEPT = re.compile(
    r"\{\{|\}\}|\{[A-Za-z_][A-Za-z0-9_]*\}"  # placeholders
    r"|(?P<ticks>`+).*?(?P=ticks)"  # code
    r"|\]\((?:\\.|[^()\\]|\([^()]*\))*\)"  # where a link leads
    r"|<[^<>]*>|\\."  # an address in angle brackets, an escape
    r"|https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+",
    re.DOTALL,
)
_ACCENTED = dict(
    zip(
        map(ord, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "åƀçðéƒĝĥîĵķļḿñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽ",
        strict=True,
    )
)
_ARABIC = dict(zip(map(ord, "abcdefghijklmnopqrstuvwxyz"), "ابصدهفغحيجكلمنوپقرستعڤطخىز", strict=True))
_FILLING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGER = 1.4


def accented(text: str, max_length: int | None = None) -> str:
    """`text` as `en-XA` has it; in no more than `max_length` characters it is neither longer nor in brackets.

    >>> accented("We answer within **{days}**.")
    '[Ŵé åñšŵéŕ ŵîţĥîñ **{days}**. one two three]'
    """
    changed = _words(text, lambda words: words.translate(_ACCENTED))
    filled, at = changed, 0
    while len(filled) + 2 < len(text) * _LONGER:
        filled += f" {_FILLING[at % len(_FILLING)]}"
        at += 1
    return f"[{filled}]" if max_length is None or len(filled) + 2 <= max_length else changed


def mirrored(text: str, max_length: int | None = None) -> str:  # noqa: ARG001 - it is as long as its source
    """`text` as `ar-XB` has it: in Arabic letters, one for each.

    >>> mirrored("We answer within **{days}**.")
    'طه انسطهر طيتحين **{days}**.'
    """
    return _words(text, lambda words: _bare(words).lower().translate(_ARABIC))


PSEUDO: dict[str, Callable[[str, int | None], str]] = {"en-XA": accented, "ar-XB": mirrored}
"""What each pseudo-locale makes of a text."""


def pseudo(template: Catalogue, locale: str, header: Entry, rule: PluralRule, path: str) -> Catalogue:
    """The template, complete in the pseudo-locale; `rule` is that of its `header`."""
    return Catalogue(tuple(_entry(entry, PSEUDO[locale], rule) for entry in template.entries), header, path)


def _entry(entry: Entry, change: Callable[[str, int | None], str], rule: PluralRule) -> Entry:
    longest = next(
        (int(flag.removeprefix("max-length:")) for flag in entry.flags if flag.startswith("max-length:")), None
    )
    if entry.plural is None:
        return entry.changed(targets=(change(entry.id, longest),))
    # The form of 1 may leave the number out, so it stands for no other number: not so for 21 in Russian, say.
    alone = {rule(1)} - {rule(n) for n in range(1001) if n != 1}
    texts = (entry.id if form in alone else entry.plural for form in range(rule.nplurals))
    return entry.changed(targets=tuple(change(text, longest) for text in texts))


def _words(text: str, change: Callable[[str], str]) -> str:
    """`text` with everything changed but what is no word."""
    made, end = [], 0
    for match in _KEPT.finditer(text):
        made += [change(text[end : match.start()]), match.group()]
        end = match.end()
    return "".join((*made, change(text[end:])))


def _bare(text: str) -> str:
    """Letters without their accents."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))

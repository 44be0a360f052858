"""Edits of the source that change nothing of what it says: white space, typography, addresses, placeholder names."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_TOKEN = re.compile(
    rf"""
    (?<!\{{)\{{{_NAME}\}}(?!\}})
  | (?<=\]\()[^()\s]++(?=\))
  | (?:https?://|mailto:|tel:)[^\s<>()\[\]"“”„«»]*[^\s<>()\[\]"“”„«».,;:!?'’]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)++
    """,
    re.VERBOSE,
)
_HARD_BREAK = "\\\n"
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛“”„‟«»‹›\"'`´′″"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_GONE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"), "")
_TYPOGRAPHY = {**_QUOTES, **_DASHES, **_GONE, ord("…"): "..."}
_SPACES = re.compile(r"\s+")
_DASH = re.compile(r" ?-+ ?")


def carried_over(old: Sequence[str], new: Sequence[str], targets: Sequence[str]) -> tuple[str, ...] | None:
    """The translations of `old` made to fit `new`, where that needs no translator; None where it needs one.

    `old` and `new` hold the text, or the text and its plural. Where only white space or typography differs (quotes,
    dashes, the ellipsis), the translations stay as they are. Where an address or the name of a placeholder differs,
    it is replaced, provided that each translation holds it as often as the source did.

    >>> carried_over(["See https://a.example."], ["See https://b.example."], ["Zie https://a.example."])
    ('Zie https://b.example.',)
    >>> carried_over(["See https://a.example."], ["See https://b.example."], ["Zie onze website."])
    """
    if list(map(_skeleton, old)) != list(map(_skeleton, new)):
        return None
    before, after = (_tokens(texts) for texts in (old, new))
    renamed: dict[str, str] = {}
    for was, now in zip(before, after, strict=True):
        if renamed.setdefault(was, now) != now or (was != now and was.startswith("{") != now.startswith("{")):
            return None
    changed = [was for was, now in renamed.items() if was != now]
    if not changed:
        return tuple(targets)
    if len(set(renamed.values())) != len(renamed):
        return None
    usual = [Counter(_TOKEN.findall(text)) for text in old]
    for target in targets:
        held = Counter(_TOKEN.findall(target))
        if not any(all(held[was] == counts[was] for was in changed) for counts in usual):
            return None
    return tuple(_TOKEN.sub(lambda match: renamed.get(match[0], match[0]), target) for target in targets)


def _tokens(texts: Sequence[str]) -> list[str]:
    return list(chain.from_iterable(map(_TOKEN.findall, texts)))


def _skeleton(text: str) -> tuple[str, bool, bool]:
    """The text without typography and tokens; what it begins and ends with counts, since compilers insist on it."""
    plain = _TOKEN.sub("\0", text).replace(_HARD_BREAK, "\1").translate(_TYPOGRAPHY)
    return _DASH.sub("-", _SPACES.sub(" ", plain).strip()), text.startswith("\n"), text.endswith("\n")

"""A translation is that of another locale: somebody copied it from the other file.

Fires:   "We answer every letter." in the Swedish file  ->  the Dutch file's "Wij beantwoorden elke brief."
Passes:  "Service" in both files                        ->  "Service" in both files

Texts of one to three words, texts of names and short phrases of near languages may well be the same in both. Of the
two files that one is reported whose language the text fits less; both, where the languages are not known (some need
the extra `polycharter[languages]`) or count as one, such as Malay and Indonesian.
"""

import re
from collections.abc import Iterator

from polycharter.checks._judge import fits_less
from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.copied import needs_translation
from polycharter.text.inline import letters
from polycharter.text.quote import listed, quote

CHECK = Check("copied-from-sibling", Severity.ERROR, Certainty.LIKELY, "language")

_MANY = 3
_SHORT, _LISTED = 2.0, 4.0
"""Margins by which a text of under 40 letters, and a list of single words, must speak for the other language."""
_TODO = "Translate it into the language of this file."


def find_beside_siblings(review: Review) -> Iterator[Hit]:
    """One hit for each translation that another locale has too, one for all of them where there are three or more."""
    language = review.locale.partition("-")[0]
    siblings = {
        locale: catalogue.live()
        for locale, catalogue in review.siblings.items()
        if locale.partition("-")[0] not in (language, review.source.partition("-")[0])
    }
    copies: dict[str, list[Entry]] = {}
    for wanted, entry in review.pairs():
        text = entry.targets[0]
        for locale, live in siblings.items():
            if (
                _same(entry.targets, live.get(wanted.key))
                and text not in (wanted.id, wanted.plural)
                and needs_translation(text)
                and fits_less(letters(text), review.locale, locale, _least(letters(text)))
            ):
                copies.setdefault(locale, []).append(entry)
                break
    for locale, entries in copies.items():
        if len(entries) < _MANY:
            for entry in entries:
                what = f"the translation is the one of the locale {locale}: {quote(entry.targets[0])}"
                yield Hit(review.place(entry), what, _TODO, (entry.key,))
            continue
        lines = listed([str(entry.target_line) for entry in entries], 6)
        what = f"{len(entries):,} translations are those of the locale {locale}"
        what += f", from {quote(entries[0].targets[0], 40)} on (lines {lines})"
        yield Hit(review.place(entries[0]), what, _TODO, tuple(entry.key for entry in entries))


def _least(text: str) -> float:
    """By how much a text must speak for the other language: short ones can be right in both, words in a row more so."""
    if all(len(item.split()) < 2 for item in re.split(r"[,;/]", text)):
        return _LISTED
    return _SHORT if sum(map(str.isalpha, text)) < 40 else 0.0


def _same(targets: tuple[str, ...], other: Entry | None) -> bool:
    return other is not None and other.translated and other.targets == targets

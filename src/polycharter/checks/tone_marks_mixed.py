"""Vietnamese tone marks stand on the first vowel in some words (hòa) and on the second in others (hoà).

Fires:   `hòa, khỏe, thủy` in most texts and `hoà` in one
Passes:  `hòa, khỏe, thủy` throughout, or `hoà, khoẻ, thuỷ` throughout

Both styles are right; only one of them should be used in a catalogue. The rarer one is reported. Words on “qu”, and
words that end in a consonant, have one spelling and don't count; nor does a name that the source has too.
"""

import re
import unicodedata
from collections.abc import Iterator

from polycharter.checks._sides import Side, sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.inline import letters
from polycharter.text.quote import counted, listed, quote
from polycharter.text.written import written

CHECK = Check("tone-marks-mixed", Severity.WARNING, Certainty.CERTAIN, "typography", ("vi",))

_FIRST = re.compile(r"\b[^\W\d_]*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)(?!\w)", re.IGNORECASE)
_SECOND = re.compile(r"\b[^\W\d_]*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)


def find(review: Review) -> Iterator[Hit]:
    """One hit for the catalogue, at the first word in the rarer style."""
    if review.locale.partition("-")[0] not in CHECK.languages:
        return
    found: tuple[list[tuple[Side, str]], ...] = ([], [])
    for side in sides(review):
        if not side.target.isascii():
            text = unicodedata.normalize("NFC", letters(side.target))
            for style, pattern in enumerate((_FIRST, _SECOND)):
                matches = (match[0] for match in pattern.finditer(text))
                found[style].extend((side, word) for word in matches if word not in side.source)
    if not all(found):
        return
    rarer, usual = sorted(found, key=len)
    words = listed(dict.fromkeys(quote(word.lower(), 20) for _, word in rarer))
    others = quote(usual[0][1].lower(), 20)
    what = f"the tone marks in {words} stand otherwise than in {counted(len(usual), 'other word')}, such as {others}"
    lines = sorted({side.entry.target_line for side, _ in rarer})
    what += f" (lines {listed(map(str, lines), 6)})" if len(lines) > 1 else ""
    keys = tuple(dict.fromkeys(side.entry.key for side, _ in sorted(rarer, key=lambda use: use[0].entry.target_line)))
    where, word = min(rarer, key=lambda use: use[0].entry.target_line)
    said, at = written(where.target, word)
    yield Hit(review.place(where.entry), what, "Write all of them in one style.", keys, said, at, where.index)

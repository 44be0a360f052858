"""The translation does not end as its source does: a full stop, question mark or colon is missing or was added.

Fires:   "We answer every letter."  ->  "Wij beantwoorden elke brief"
Passes:  "We answer every letter."  ->  "Wij beantwoorden elke brief!"
Passes:  "Returns"                  ->  "Retouren"

A full stop and an exclamation mark end a sentence alike. Brackets and quotation marks around them don't matter;
languages that write without full stops (Thai, Lao, Khmer, Burmese) are left alone, and so are abbreviations on either
side (“p.m.”) and what is set behind the greeting of a letter (“Dear customer:”).
"""

import re
from collections.abc import Iterator

from polycharter.checks._hits import hit
from polycharter.checks._sides import sides
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.reading import reading
from polycharter.text.sentences import ending, mark_at_end
from polycharter.text.writing import Writing, writing

CHECK = Check("end-punctuation", Severity.WARNING, Certainty.LIKELY, "typography")

_LAST = re.compile(r"\w+(?=[\W_]*$)")
_QUOTED = re.compile(r"[?!…][\"'”’»]+\.$")
_GREETED = frozenset(",:.")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text that ends otherwise."""
    if review.locale.partition("-")[0] in ("th", "lo", "km", "my"):
        return
    ours, theirs = writing(review.source), writing(review.locale)
    for side in sides(review):
        source, target = reading(side.source), reading(side.target)
        if ending(source) == ending(target) or _may_end(source, ours) & _may_end(target, theirs):
            continue
        wanted, given = mark_at_end(source), mark_at_end(target)
        if not given:
            what, todo = f"the source ends with “{wanted}”, the translation does not", f"End with “{wanted}”."
        elif not wanted:
            what, todo = f"the translation ends with “{given}”, its source does not", "Take it away."
        else:
            what = f"the translation ends with “{given}”, its source with “{wanted}”"
            todo = f"End with “{wanted}”."
        yield hit(review, side, what, todo, *_end(target, bool(given)))


def _may_end(text: str, language: Writing) -> frozenset[str]:
    """The marks that the end of a text may be taken for, the empty one for none."""
    mark = ending(text)
    if mark == "." and language.ends_with_abbreviation(text):
        return frozenset(("", "."))
    if mark in _GREETED and language.is_of_a_letter(text):
        return _GREETED | {""}
    quoted = _QUOTED.search(text) if mark == "." else None
    return frozenset((mark, ending(quoted[0][0]))) if quoted else frozenset((mark,))


def _end(read: str, marked: bool) -> tuple[str, str, int]:
    """The mark at the end of a text as it is read, else its last word; the text again and the offset."""
    if marked:
        at = next(at for at in range(len(read) - 1, -1, -1) if ending(read[at]))
        return read[at], read, at
    found = _LAST.search(read)
    return (found[0], read, found.start()) if found else ("", read, 0)

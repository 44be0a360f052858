"""A translation reads like another language than its catalogue's.

Fires:   "We answer every letter that reaches us."  ->  "We answer each and every letter that is sent to us."
Passes:  "We answer every letter that reaches us."  ->  "Wij beantwoorden elke brief die ons bereikt."

Letter statistics of 55 languages decide, with the extra `polycharter[languages]` those of 61 more (Basque, Galician,
Icelandic, Irish …); a catalogue in a language that is not among them is not checked, and the report says so. A text of
under 20 letters (40 where it is not the source language that it reads like) gets no verdict of its own; what is short
is judged together, a section at a time, from 200 letters on. Names and quoted titles that the source has too don't
count, nor do languages in their own names. Three and more of one section are reported together. A
single translation that equals its source is left-in-source's.
"""

from collections.abc import Iterator

from polycharter.checks._foreign import Foreign, foreign
from polycharter.checks._judge import language_of, why_not
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import counted, listed, quote

CHECK = Check("wrong-language", Severity.ERROR, Certainty.LIKELY, "language")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each section with three or more such translations, else one for each of them."""
    own = language_of(review.locale)
    for those in foreign(review):
        if those.many:
            yield _together(review, those, own)
            continue
        for entry in those.entries:
            if entry.id not in entry.targets:
                what = f"{quote(max(entry.targets, key=len))} reads like {those.language}"
                yield Hit(review.place(entry), what, f"Write the translation in {own}.", (entry.key,))


def unchecked(review: Review) -> str:
    """Why nothing is checked here: a language that nothing installed knows; empty where it is checked."""
    return why_not(review.locale)


def _together(review: Review, those: Foreign, own: str) -> Hit:
    nowhere = "of interface words" if review.domain == "interface" else "outside the sections"
    where = f"of the section {quote(those.section)}" if those.section else nowhere
    first = those.entries[0]
    lines = listed([str(entry.target_line) for entry in those.entries], 6)
    count = f"{len(those.entries):,} of {counted(those.of, 'translation')} {where}"
    together = ", taken together," if those.pooled else ""
    what = f"{count}{together} read like {those.language}, from {quote(max(first.targets, key=len), 40)} on"
    what += f" (lines {lines})"
    return Hit(review.place(first), what, f"Translate them into {own}.", tuple(entry.key for entry in those.entries))

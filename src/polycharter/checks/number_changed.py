"""A number of the source is another one in the translation, or is missing, or was added.

Fires:   "We come twice, within two days."  ->  "Wij komen twee keer, binnen twaalf dagen."
Fires:   "Open until half past seven."      ->  "Open tot half zeven."
Passes:  "Open from 5 pm, 1,000.50 euros."  ->  "Open vanaf 17.00 uur, 1.000,50 euro."
Passes:  "Mon–Fri until half past eight."   ->  "Ma–vr tot half negen."
Passes:  "At least ninety percent."         ->  "Ten minste 90 procent."

Numbers are compared by value, in digits or in words, with dates, times of day, weekdays and fractions among them:
75 % is three quarters, one in four a quarter.
Words that can be something else as well (articles, “both”, “the second”) are never missed. A number in place of a
placeholder is a change.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit_at
from polycharter.checks._number_message import differ, missing, unasked
from polycharter.checks._promises import compared, pairs, unknown_words
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.lexicon import lexicon

CHECK = Check("number-changed", Severity.ERROR, Certainty.LIKELY, "promises")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose numbers differ; without number words only numbers in digits on both sides count."""
    unknown = next((each for each in (review.source, review.locale) if lexicon(each) is None), "")
    for pair in pairs(review):
        result = compared(pair.source, pair.target, review.source, review.locale)
        lost, added = result.lost, result.added
        if unknown:
            digits = compared(pair.source, pair.target, unknown, unknown)  # “9 a.m.” may be a mere 9 on the other side
            lost = tuple(each for each in lost if each.in_digits)
            if not (lost and added and digits.lost and digits.added):
                continue
        if not lost and not added:
            continue
        if not lost and all(each.value == 2 and each.said.isalpha() for each in added):
            continue  # “the two options A and B” is natural where the source names A and B
        what, todo = differ(lost, added) if lost and added else missing(lost) if lost else unasked(added)
        yield hit_at(review, pair, what, todo, added[0] if added else None)


def unchecked(review: Review) -> str:
    """Number words of languages that have no file."""
    reason = unknown_words(review)
    return f"{reason}: only digits are compared" if reason else ""

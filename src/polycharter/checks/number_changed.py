"""A number of the source is another one in the translation, or is missing, or was added.

Fires:   "We come twice, within two days."  ->  "Wij komen twee keer, binnen twaalf dagen."
Passes:  "Open from 5 pm, 1,000.50 euros."  ->  "Open vanaf 17.00 uur, 1.000,50 euro."
Passes:  "At least ninety percent."         ->  "Ten minste 90 procent."

Numbers are compared by value, in digits or in words, with dates, times of day, weekdays and fractions among them.
Words that can be something else as well (articles, “both”, “the second”) are never missed. A number in place of a
placeholder is a change.
"""

from collections.abc import Iterator

from polycharter.checks._hits import hit_at
from polycharter.checks._promises import compared, pairs, unknown_words
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import listed, quote

CHECK = Check("number-changed", Severity.ERROR, Certainty.LIKELY, "promises")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each text whose numbers differ; without number words only numbers in digits on both sides count."""
    both = not unknown_words(review)
    for pair in pairs(review):
        result = compared(pair.source, pair.target, review.source, review.locale)
        lost, added = result.lost, result.added
        if not both:
            lost = tuple(each for each in lost if each.said[:1].isdigit())
            if not lost or not added:
                continue
        if not lost and all(each.value == 2 and each.said.isalpha() for each in added):
            continue  # “the two options A and B” is natural where the source names A and B
        ours, theirs = (listed(quote(each.said) for each in side) for side in (lost, added))
        if lost and added:
            what = f"the source says {ours}, the translation {theirs}"
            todo = f"Write the number of the source, {ours}, in digits or in words."
        elif lost:
            what = f"the number {ours} of the source is missing"
            todo = "Write it in the translation too, in digits or in words."
        else:
            what = f"the source does not have the number {theirs}"
            todo = "Take it out; where the source has a placeholder, write that."
        yield hit_at(review, pair, what, todo, added[0] if added else None)


def unchecked(review: Review) -> str:
    """Number words of languages that have no file."""
    reason = unknown_words(review)
    return f"{reason}: only digits are compared" if reason else ""

"""A message of the charter has no translation.

Fires:   "We answer every letter."  ->  ""
Passes:  "We answer every letter."  ->  "Wij beantwoorden elke brief."

A translation of nothing but spaces is none, and a plural entry needs every form. Messages that are not in the file
at all are counted together, and a file without a single translation is reported once.
"""

from collections.abc import Iterator

from polycharter.model.catalogue import Entry
from polycharter.model.check import Check
from polycharter.model.finding import Certainty, Hit, Severity
from polycharter.model.review import Review
from polycharter.text.quote import counted, is_blank, listed, quote

CHECK = Check("untranslated", Severity.ERROR, Certainty.CERTAIN, "completeness")


def find(review: Review) -> Iterator[Hit]:
    """One hit for each entry without a translation, one for all that are missing from the file."""
    live = review.catalogue.live()
    wanted = review.template.entries
    if not wanted or (review.catalogue.header is None and not review.catalogue.entries):
        return
    if all(is_blank("".join(live[entry.key].targets)) for entry in wanted if entry.key in live):
        yield _nothing_yet(review, any(entry.key in live for entry in wanted))
        return
    missing = [entry for entry in wanted if entry.key not in live]
    if missing:
        yield _not_in_the_file(review, missing)
    for entry in (live[entry.key] for entry in wanted if entry.key in live):
        empty = [index for index, target in enumerate(entry.targets) if is_blank(target)]
        if empty and not (entry.fuzzy and len(empty) < len(entry.targets)):
            yield _empty(review, entry, empty)


def _nothing_yet(review: Review, has_entries: bool) -> Hit:
    messages = counted(len(review.template.entries), "message")
    what = f"the file has no translations yet ({messages} to translate)"
    todo = "Fill in the translations." if has_entries else "Run polycharter update, then fill in the translations."
    return Hit(review.place(), what, todo)


def _not_in_the_file(review: Review, missing: list[Entry]) -> Hit:
    first = quote(missing[0].id)
    what = f"{counted(len(missing), 'message')} of the charter {'is' if len(missing) == 1 else 'are'} not in this file"
    what += f": {first}" if len(missing) == 1 else f", the first is {first}"
    return Hit(
        review.place(),
        what,
        "Run polycharter update, then translate what it adds.",
        tuple(entry.key for entry in missing),
    )


def _empty(review: Review, entry: Entry, empty: list[int]) -> Hit:
    if len(empty) < len(entry.targets):
        forms = listed(f"msgstr[{index}]" for index in empty)
        what = f"{quote(entry.id)} lacks a translation in {forms}"
        return Hit(
            review.place(entry), what, "Fill in every form, each for the numbers that it is used for.", (entry.key,)
        )
    what = f"{quote(entry.id)} has no translation"
    if any(entry.targets):
        what = f"{quote(entry.id)} has a translation that holds only spaces or invisible characters"
    return Hit(review.place(entry), what, "Translate it.", (entry.key,))

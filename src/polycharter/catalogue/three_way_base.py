"""Which earlier version a file was made from that comes back after some time: nobody has written it down."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from polycharter.catalogue.header import header_field
from polycharter.catalogue.three_way import MARK, is_finished, text_of
from polycharter.catalogue.three_way_header import moment
from polycharter.model.catalogue import Catalogue, Entry

_SENTENCE = 4


def best_base(versions: Sequence[Catalogue], theirs: Catalogue) -> int:
    """The number of the version that `theirs` was made from, most probably; `versions` begin with the oldest.

    A version that was revised later than theirs is none, if there is another. Then counts how many messages they have
    in common, then how their translations speak for it. Of equals the oldest is taken: with it, more entries are told
    to be changed on both sides, and nothing is overwritten that could be somebody's work.
    """
    live = theirs.live()
    revised = _revised(theirs)
    scores = []
    for version in versions:
        there = version.live()
        common = live.keys() & there.keys()
        likeness = len(common) / (len(live.keys() | there.keys()) or 1)
        fit = sum(_fit(there[key], live[key]) for key in common)
        scores.append((_revised(version) <= revised, likeness, fit))
    return scores.index(max(scores))


def _revised(catalogue: Catalogue) -> datetime.datetime:
    return moment(header_field(catalogue.header, "PO-Revision-Date"))


def _fit(was: Entry, other: Entry) -> int:
    """How an entry speaks for a version: a sentence that is the same does not come about by chance, a word does.

    A finished translation is seldom changed by who sends the file back, and hardly ever emptied.
    """
    if text_of(was) == text_of(other):
        if not any(was.targets):
            return 0
        return 3 if len(was.targets[0].split()) >= _SENTENCE else 1
    if not is_finished(was):
        return 0
    return -1 if any(other.targets) else -3


def sure_base(base: Catalogue, theirs: Catalogue) -> Catalogue:
    """The base without what `theirs` cannot have been made from, or does not tell anything about.

    An entry of which two translations were kept is left out where theirs lacks the comment that says so: the file may
    have been sent before. It may also have been settled by its translator, if it was revised after the base.
    Obsolete entries are left out that theirs does not have: many editors drop them on their own.
    """
    other = {entry.key: entry for entry in theirs.entries}
    settled = _revised(theirs) > _revised(base)

    def is_sure(entry: Entry) -> bool:
        its = other.get(entry.key)
        if its is None:
            return not entry.obsolete
        return settled or not _undecided(entry, its)

    return replace(base, entries=tuple(filter(is_sure, base.entries)))


def _undecided(entry: Entry, other: Entry) -> bool:
    marks = {comment for comment in entry.translator_comments if comment.startswith(MARK)}
    return not marks <= set(other.translator_comments)


def assumed_base(ours: Catalogue, theirs: Catalogue) -> Catalogue:
    """A base for two catalogues of the same messages, of which nobody knows what they were made from.

    An unfinished entry is taken for the older one. Of two finished ones neither is, so that they conflict.
    """
    mine = {entry.key: entry for entry in ours.entries}
    entries = []
    for other in theirs.entries:
        entry = mine.get(other.key)
        if entry is None:
            continue
        if text_of(entry) == text_of(other) or not is_finished(entry):
            entries.append(entry)
        elif not is_finished(other):
            entries.append(other)
    return Catalogue(tuple(entries), ours.header)

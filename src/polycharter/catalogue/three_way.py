"""Two versions of a catalogue made from a third, merged entry by entry; nothing that anybody wrote is overwritten.

First the messages: what either side added is there, what either side removed is gone, and `merge` brings all three
versions to them, so that a translation follows a text that the other side edited. Then, for each message, whoever
changed the translation is right. Where both did, and differently, both are kept: the newer one as fuzzy, the other
one in a comment for the translator. A finished translation is not made fuzzy by an unfinished one, which goes into
the comment. What one side changed and nobody else is taken over byte for byte.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from polycharter.catalogue.escapes import escape
from polycharter.catalogue.merge import merge
from polycharter.catalogue.three_way_header import merge_headers, merged_lines, newer, wrote
from polycharter.catalogue.three_way_message import merge_messages
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.message import Key


class Verdict(StrEnum):
    """Whose translation of a message is in the result.

    `ours` also where theirs is the same or nothing new; `aside`: ours is finished and theirs is not, so theirs is in
    the comment; `conflict`: both are there and somebody has to choose.
    """

    OURS = "ours"
    THEIRS = "theirs"
    ASIDE = "aside"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """The merged catalogue, with the path and the line ends of ours; for each entry whose translation it holds."""

    catalogue: Catalogue
    verdicts: Mapping[Key, Verdict]

    @property
    def conflicts(self) -> tuple[Key, ...]:
        """The messages of which both translations were kept."""
        return tuple(key for key, verdict in self.verdicts.items() if verdict is Verdict.CONFLICT)


MARK = "Other translation"
"""How a comment begins that holds the translation that was not taken."""

_BLANK_LINES = re.compile(r"\A(?:[ \t]*\r?\n)+")


def three_way(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> ThreeWay:
    """What becomes of `ours` and `theirs`, both made from `base` (an empty catalogue where there was none)."""
    messages = merge_messages(base, ours, theirs)
    sides = [_brought(messages, side, ordered=side is ours) for side in (base, ours, theirs)]
    return settle(messages, sides[0], sides[1], sides[2])


def settle(messages: Catalogue, base: Catalogue, ours: Catalogue, theirs: Catalogue) -> ThreeWay:
    """The second half: all three hold `messages` already, which say what is not the translator's in each entry."""
    told = messages.live()
    older, newest = _by_key(base), _by_key(theirs)
    pen = _Pen(ours, theirs, newer(theirs.header, ours.header))
    verdicts: dict[Key, Verdict] = {}
    entries: list[Entry] = []
    known = set()
    for mine in ours.entries:
        known.add(mine.key)
        was, other = older.get(mine.key), newest.get(mine.key)
        if other is None:
            if mine.obsolete and was is not None and text_of(was) == text_of(mine):
                continue
            entries.append(mine)
            continue
        result, verdict = pen.settled(was, mine, other)
        if not mine.obsolete:
            verdicts[mine.key] = verdict
            result = _told(result, told.get(mine.key))
        entries.append(result)
    for other in theirs.entries:
        was = older.get(other.key)
        if other.key not in known and (was is None or text_of(was) != text_of(other)):
            entries.append(pen.adopted(other))
    header = merge_headers(base.header, ours.header, theirs.header)
    if header is not None and ours.header is None:
        header = pen.adopted(header)
    return ThreeWay(replace(ours, entries=tuple(entries), header=header), verdicts)


def _brought(messages: Catalogue, side: Catalogue, *, ordered: bool) -> Catalogue:
    """The catalogue with these messages; itself where it has them, and where asked for in this order."""
    wanted = [(entry.key, entry.plural) for entry in messages.entries]
    there = [(entry.key, entry.plural) for entry in side.entries if not entry.obsolete]
    if there == wanted or (not ordered and len(there) == len(wanted) and set(there) == set(wanted)):
        return side
    return replace(merge(messages, side).catalogue, header=side.header)


def _by_key(catalogue: Catalogue) -> dict[Key, Entry]:
    return {entry.key: entry for entry in catalogue.entries}


def text_of(entry: Entry) -> tuple[object, ...]:
    """What a translator has done to the entry, comments apart."""
    return (entry.targets, entry.fuzzy) if any(entry.targets) else ()


def is_finished(entry: Entry) -> bool:
    """Whether nobody has to look at the entry again."""
    return not entry.fuzzy and all(entry.targets)


def _told(entry: Entry, message: Entry | None) -> Entry:
    """The entry with what the template says of its message."""
    if message is None:
        return entry
    return entry.changed(
        plural=message.plural,
        flags=entry.flags if set(entry.flags) == set(message.flags) else message.flags,
        extracted_comments=message.extracted_comments,
        references=message.references,
    )


@dataclass(frozen=True, slots=True)
class _Pen:
    """Settles one entry at a time."""

    ours: Catalogue
    theirs: Catalogue
    theirs_newer: bool

    def settled(self, was: Entry | None, mine: Entry, other: Entry) -> tuple[Entry, Verdict]:
        """The entry that stays, and whose translation it holds."""
        comments = merged_lines(
            was.translator_comments if was else (), mine.translator_comments, other.translator_comments
        )
        old, my, its = (text_of(entry) if entry else () for entry in (was, mine, other))
        if its in (my, old) or (my != old and not its):
            return mine.changed(translator_comments=comments), Verdict.OURS
        if my == old or not my:
            return self.adopted(other.changed(translator_comments=comments)), Verdict.THEIRS
        if mine.targets == other.targets:
            return mine.changed(fuzzy=True, translator_comments=comments), Verdict.OURS
        if _holds(mine, other) or _holds(other, mine):
            verdict = Verdict.CONFLICT
        elif is_finished(mine) != is_finished(other):
            verdict = Verdict.ASIDE if is_finished(mine) else Verdict.THEIRS
        else:
            verdict = Verdict.CONFLICT
        theirs = verdict is Verdict.THEIRS or (verdict is Verdict.CONFLICT and self._theirs_stays(mine, other))
        takes, loser = (self.adopted(other), mine) if theirs else (mine, other)
        kept = _kept(loser, self.ours.header if theirs else self.theirs.header, comments)
        fuzzy = takes.fuzzy or verdict is Verdict.CONFLICT
        return takes.changed(fuzzy=fuzzy, translator_comments=(*comments, *kept)), verdict

    def _theirs_stays(self, mine: Entry, other: Entry) -> bool:
        """Which of two that conflict stays: as it was settled the first time, else the newer one."""
        if _holds(mine, other) != _holds(other, mine):
            return _holds(other, mine)
        return self.theirs_newer

    def adopted(self, entry: Entry) -> Entry:
        """Their entry to be put into our file: one blank line before it, our line ends."""
        raw, newline = entry.raw, self.ours.newline
        if raw is not None:
            if newline != self.theirs.newline:
                raw = raw.replace("\r\n", "\n").replace("\n", newline)
            raw = newline + _BLANK_LINES.sub("", raw)
            if not raw.endswith("\n"):
                raw += newline
        return replace(entry, raw=raw, line=0, target_line=0)


def _holds(entry: Entry, other: Entry) -> bool:
    """Whether the other's translation was already kept in the comments of a fuzzy entry, and nobody has chosen yet."""
    if not entry.fuzzy:
        return False
    kept = "\n".join(comment for comment in entry.translator_comments if comment.startswith(MARK))
    return bool(kept) and all(f'"{escape(target)}"' in kept for target in other.targets if target)


def _kept(loser: Entry, header: Entry | None, comments: Sequence[str]) -> Iterator[str]:
    """The other translation as comments, a line for each form; nothing that is there already."""
    there = "\n".join(comments)
    for index, target in enumerate(loser.targets):
        text = f'"{escape(target)}"'
        if target and text not in there:
            yield f"{MARK}{f' [{index}]' if loser.plural is not None else ''}{wrote(header)}: {text}"

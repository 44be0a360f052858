"""The header of two versions of a catalogue made from a third, and which of them is the newer one."""

import datetime
import re
from collections.abc import Sequence

from polycharter.catalogue.header import change_header, header_field, header_fields
from polycharter.model.catalogue import Entry
from polycharter.text.quote import visible

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::\d\d)?\s?(?:([+-]\d\d):?(\d\d)|Z)?", re.ASCII)
_LONG_AGO = datetime.datetime.min.replace(tzinfo=datetime.UTC)
_NAME = re.compile(r"[^<]*")
_EMPTY_FORM = ("FULL NAME", "YEAR-MO-DA", "EMAIL@ADDRESS")
_CREATED, _REVISED = "POT-Creation-Date", "PO-Revision-Date"


def moment(value: str | None) -> datetime.datetime:
    """The time that a header's date means, in whatever zone; long ago where it means none.

    >>> moment("2026-11-21 14:05+0100") == moment("2026-11-21 13:05+0000") > moment("YEAR-MO-DA HO:MI+ZONE")
    True
    """
    found = _DATE.fullmatch((value or "").strip())
    if found is None:
        return _LONG_AGO
    day, clock, hours, minutes = found.groups()
    try:
        return datetime.datetime.strptime(f"{day} {clock} {hours or '+00'}{minutes or '00'}", "%Y-%m-%d %H:%M %z")
    except ValueError:
        return _LONG_AGO


def newer(one: Entry | None, other: Entry | None) -> bool:
    """Whether the catalogue with the first header was revised later, or at the same time, or nobody knows."""
    return _key(one) >= _key(other)


def _key(header: Entry | None) -> datetime.datetime:
    found = moment(header_field(header, _REVISED))
    return max(found, _LONG_AGO + datetime.timedelta(days=2))  # an early date in another zone cannot underflow


def translator(header: Entry | None) -> str:
    """The Last-Translator, empty where nobody has filled it in."""
    value = header_field(header, "Last-Translator") or ""
    return "" if any(word in value for word in _EMPTY_FORM) else value


def wrote(header: Entry | None) -> str:
    """Who made a translation and when, in brackets; without the e-mail address, and nothing where nothing is known."""
    revised = header_field(header, _REVISED) or ""
    day = revised[:10] if moment(revised) != _LONG_AGO else ""
    name = (_NAME.match(translator(header)) or [""])[0].strip()
    known = ", ".join(filter(None, (name, day)))
    return f" ({visible(known)})" if known else ""


def merge_headers(was: Entry | None, mine: Entry | None, other: Entry | None) -> Entry | None:
    """Ours with the fields that they changed; where both did, those of the later revision, and the later dates."""
    if mine is None or other is None:
        return mine or other
    theirs_newer = newer(other, mine)
    old, my = header_fields(was), header_fields(mine)
    changes = {}
    for name, value in header_fields(other).items():
        if value in (my.get(name), old.get(name)):
            continue
        if name in (_CREATED, _REVISED):
            if moment(value) > moment(my.get(name)):
                changes[name] = value
        elif theirs_newer or my.get(name, "") == old.get(name, ""):
            changes[name] = value
    merged = change_header(mine, changes)
    notes = merged_lines(was.translator_comments if was else (), mine.translator_comments, other.translator_comments)
    fuzzy = other.fuzzy if was is not None and was.fuzzy == mine.fuzzy else mine.fuzzy
    return merged.changed(translator_comments=notes, fuzzy=fuzzy)


def merged_lines(was: Sequence[str], mine: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Lines of which each side added and removed some.

    >>> merged_lines(["a", "b"], ["a", "b", "c"], ["b", "d"])
    ('b', 'c', 'd')
    """
    if list(mine) == list(other) or list(other) == list(was):
        return tuple(mine)
    removed = set(was) - set(other)
    added = [line for line in other if line not in was and line not in mine]
    return (*(line for line in mine if line not in removed), *added)

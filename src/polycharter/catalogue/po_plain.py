"""The fast way through a `.po` file: entries written the way every tool writes them, matched in one piece.

A plain entry has its comments first, each keyword at the start of a line with one space after it, and no escapes
by number; in an obsolete one `#~ ` begins every line but the comments. Everything else, and every mistake, is left
to `po_entry`; both give the same entry for a plain one (a test says so). The patterns never go back over what they
have matched, so the time is linear whatever the file holds.
"""

import re
from functools import lru_cache

from polycharter.catalogue.comments import NO_COMMENTS, Comments, sort_comments
from polycharter.catalogue.escapes import unescape_simple
from polycharter.model.catalogue import Entry

_STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"\n'
_SPACE = r"[ \t\f\v\n]*+"


def _text(prefix: str) -> str:
    return rf"{_STRING}(?:{prefix}{_STRING})*+"


def _pattern(mark: str, previous_mark: str) -> re.Pattern[str]:
    """An entry whose lines begin with `mark`, the previous ones with `previous_mark`."""
    here, before = re.escape(mark), re.escape(previous_mark)
    text, previous = _text(here), _text(before)
    return re.compile(
        rf"({_SPACE}(?:\#(?![~|])[^\n]*+\n{_SPACE})*+)"
        rf"((?:{before}msgctxt\ {previous})?+{before}msgid\ {previous}(?:{before}msgid_plural\ {previous})?+)?+"
        rf"(?:{here}msgctxt\ ({text}))?+"
        rf"{here}msgid\ ({text})"
        rf"{here}(?:msgstr\ ({text})|msgid_plural\ ({text})((?:{here}msgstr\[[0-5]\]\ {text})++))"
        rf"(?={_SPACE}(?:\#(?!~)|\#~\|?\ msg(?:id|ctxt)\ |msgid\ |msgctxt\ |\Z))"
    )


_QUOTED = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_ANY_TEXT = rf"({_QUOTED}(?:{_SPACE}{_QUOTED})*+)"
_CLOSE = re.compile(
    rf"({_SPACE})msgid({_SPACE}){_ANY_TEXT}({_SPACE})msgstr{_SPACE}{_ANY_TEXT}(?:[ \t\f\v]*+(?:\n|\Z))?+"
    rf"(?={_SPACE}(?:msgid[ \t\"\n]|msgctxt[ \t\"\n]|\#(?![~|])|\Z))"
)
_JOINT = re.compile(rf'(\\.)|"{_SPACE}"')
_LIVE = _pattern("", "#| ")
_OBSOLETE = _pattern("#~ ", "#~| ")
_PREVIOUS = re.compile(rf"#~?\| (msgctxt|msgid|msgid_plural) ({_text('#~?[|] ')})")
_FORM = re.compile(rf"(?:#~ )?msgstr\[([0-5])\] ({_text('(?:#~ )?')})")


def read_plain(text: str, position: int, line: int, carriage_returns: bool) -> tuple[Entry, int, int] | None:
    """The plain entry at `position`, which is on `line`: the entry, where it ends, the line after it.

    None where what stands there is not a plain entry, a mistake perhaps. `carriage_returns` puts back the line
    ends that `text` was read without.
    """
    match = _LIVE.match(text, position)
    obsolete, gap, previous_gap = False, '"\n"', '"\n#| "'
    if match is None:
        match = _OBSOLETE.match(text, position)
        obsolete, gap, previous_gap = True, '"\n#~ "', '"\n#~| "'
    if match is None:
        return _read_close(text, position, line, carriage_returns)
    raw = match[0]
    if "\x04" in raw:
        return None
    before, hints, context, message, target, plural, forms = match.groups()
    try:
        targets = (_joined(target, gap),) if plural is None else _forms(forms, gap)
        if not targets:
            return None
        comments = _comments(before) if "#" in before else NO_COMMENTS
        hint = _hints(hints, previous_gap) if hints else (None, None, None)
        id_line = (
            line + before.count("\n") + (hints.count("\n") if hints else 0) + (context.count("\n") if context else 0)
        )
        target_line = id_line + message.count("\n") + (plural.count("\n") if plural else 0)
        entry = Entry(
            _joined(message, gap),
            targets,
            None if plural is None else _joined(plural, gap),
            None if context is None else _joined(context, gap),
            comments[0],
            obsolete,
            comments[1],
            comments[2],
            comments[3],
            comments[4],
            *hint,
            id_line,
            target_line,
            raw.replace("\n", "\r\n") if carriage_returns else raw,
        )
    except KeyError:
        return None
    return entry, match.end(), target_line + (target or forms).count("\n")


def _read_close(text: str, position: int, line: int, carriage_returns: bool) -> tuple[Entry, int, int] | None:
    """The same for a text and its translation alone, with any white space between their parts, or none."""
    match = _CLOSE.match(text, position)
    if match is None or "\x04" in match[0]:
        return None
    before, first, message, second, target = match.groups()
    id_line = line + before.count("\n")
    target_line = id_line + first.count("\n") + message.count("\n") + second.count("\n")
    raw = match[0]
    try:
        entry = Entry(
            _unwrapped(message),
            (_unwrapped(target),),
            line=id_line,
            target_line=target_line,
            raw=raw.replace("\n", "\r\n") if carriage_returns else raw,
        )
    except KeyError:
        return None
    return entry, match.end(), line + raw.count("\n")


def _unwrapped(strings: str) -> str:
    """The text of strings in quotes with white space between them."""
    raw = strings[1:-1]
    if '"' in raw:
        raw = _JOINT.sub(lambda found: found[1] or "", raw)
    return unescape_simple(raw) if "\\" in raw else raw


def _joined(lines: str, gap: str) -> str:
    r"""The text of `"…"\n` lines; what stands between two cannot be part of the text, which holds no line break."""
    raw = lines[1:-2]
    if "\n" in raw:
        raw = raw.replace(gap, "")
    return unescape_simple(raw) if "\\" in raw else raw


def _forms(lines: str, gap: str) -> tuple[str, ...]:
    """The plural forms; none where they are not numbered 0, 1, 2 …, which is a mistake."""
    found = _FORM.findall(lines)
    if any(int(number) != index for index, (number, _) in enumerate(found)):
        return ()
    return tuple(_joined(text, gap) for _, text in found)


def _hints(lines: str, gap: str) -> tuple[str | None, str | None, str | None]:
    """Previous id, plural and context."""
    found = {keyword: _joined(text, gap) for keyword, text in _PREVIOUS.findall(lines)}
    return found.get("msgid"), found.get("msgid_plural"), found.get("msgctxt")


@lru_cache(maxsize=4096)
def _comments(lines: str) -> Comments:
    """Comment lines with blank ones between; the same ones are found on many entries of a section."""
    return sort_comments([stripped for line in lines.split("\n") if (stripped := line.lstrip(" \t\f\v"))])

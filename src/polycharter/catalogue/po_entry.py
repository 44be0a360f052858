"""One entry of a `.po` file, read by the whole grammar of GNU gettext (po-gram.y).

Used for every entry that is not plain enough for `po_plain`, and for every mistake.
"""

from typing import Any, NamedTuple

from polycharter.catalogue.comments import NO_COMMENTS, sort_comments
from polycharter.catalogue.escapes import BadEscapeError, unescape, whole
from polycharter.catalogue.po_mistakes import DamageError, explain_junk
from polycharter.catalogue.po_tokens import Token, tokens
from polycharter.model.catalogue import Entry

_CUT = "The entry is incomplete, the file may be cut off: complete the entry or get the whole file again."
_STRAY = "Remove what stands between it and its keyword, or write the keyword before it."


class Read(NamedTuple):
    """The fields of an entry but the last three, where it ends, and where its `msgid` and `msgstr` stand."""

    fields: tuple[Any, ...]
    end: int
    id_at: int
    target_at: int

    @property
    def entry(self) -> Entry:
        """The entry, without `line`, `target_line` and `raw`."""
        return Entry(*self.fields)

    def placed(self, text: str, position: int, line: int, carriage_returns: bool) -> Entry:
        """The entry with its lines and where they stand; `position` is where it begins, which is on `line`."""
        raw = text[position : self.end]
        id_line = line + text.count("\n", position, self.id_at)
        target_line = id_line + text.count("\n", self.id_at, self.target_at)
        lines = raw.replace("\n", "\r\n") if carriage_returns else raw
        return Entry(*(*self.fields, id_line, target_line, lines))


def read_entry(text: str, position: int) -> Read | None:
    """The entry that begins at `position`; None where only comments and white space are left. Raises DamageError."""
    return _Reader(text, position).entry()


class _Reader:
    """Reads along the tokens; `token` is the next one, `end` the offset after the last one taken."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.end = position
        self._rest = tokens(text, position)
        self.token = next(self._rest)
        self.obsolete = False

    def entry(self) -> Read | None:
        comments: list[str] = []
        while self.token.kind == "comment":
            comments.append(self.take().text)
        if self.token.kind == "end":
            return None
        previous = self.previous()
        self.obsolete = self.token.obsolete
        context = self.strings("msgctxt") if self.at("msgctxt") else None
        id_at = self.token.start
        if not self.at("msgid"):
            raise self.unexpected("msgid")
        message = self.strings("msgid")
        plural = self.strings("msgid_plural") if self.at("msgid_plural") else None
        target_at = self.token.start
        targets = self.targets(id_at, plural is not None)
        fuzzy, flags, translator, extracted, references = sort_comments(comments) if comments else NO_COMMENTS
        return Read(
            (
                message,
                targets,
                plural,
                context,
                fuzzy,
                self.obsolete,
                flags,
                translator,
                extracted,
                references,
                previous.get("msgid"),
                previous.get("msgid_plural"),
                previous.get("msgctxt"),
            ),
            self.line_end(),
            id_at,
            target_at,
        )

    def previous(self) -> dict[str, str]:
        """The `#|` lines: msgctxt, msgid and msgid_plural, in that order, the first and the last optional."""
        found: dict[str, str] = {}
        if not self.token.previous:
            return found
        self.obsolete = self.token.obsolete
        for keyword in ("msgctxt", "msgid", "msgid_plural"):
            if self.at(keyword, previous=True):
                found[keyword] = self.strings(keyword, previous=True)
        if "msgid" not in found:
            raise DamageError(
                self.token.start,
                "the lines with #| hold no previous msgid",
                "Remove the lines that begin with #| from this entry.",
            )
        if self.token.kind in ("comment", "end") or self.token.previous:
            raise DamageError(
                self.token.start,
                "the lines with #| are not followed by the entry they belong to",
                'Put them right above "msgid", or remove them.',
            )
        if self.token.obsolete != self.obsolete:
            raise self.mixed()
        return found

    def targets(self, id_at: int, plural: bool) -> tuple[str, ...]:
        if not self.at("msgstr"):
            if self.token.kind in ("keyword", "comment", "end"):
                self.refuse_comment_inside()
                raise DamageError(id_at, "the entry has no msgstr", _CUT)
            raise self.unexpected("msgstr")
        found: list[str] = []
        while self.at("msgstr"):
            keyword = self.take()
            if self.token.kind != "form":
                if self.token.kind == "junk":
                    raise self.unexpected("text")
                if plural:
                    raise DamageError(
                        keyword.start,
                        "the entry has a msgid_plural but a plain msgstr",
                        "Write msgstr[0], msgstr[1] and so on.",
                    )
                if found:
                    raise DamageError(
                        keyword.start, "the entry has two msgstr, or the msgid of the second is missing", "Remove one."
                    )
                found.append(self.text_after(keyword))
                continue
            if not plural:
                raise DamageError(
                    keyword.start,
                    f"msgstr[{self.token.text[:9]}] has no msgid_plural before it",
                    "Write msgstr without a number, or put back the line with msgid_plural.",
                )
            self.expect_form(len(found), keyword)
            found.append(self.text_after(keyword))
        return tuple(found)

    def refuse_comment_inside(self) -> None:
        """A comment between the parts of an entry, if that is what keeps it from going on."""
        start = self.token.start
        seen = False
        while self.token.kind == "comment":
            seen = True
            self.take()
        if seen and self.token.kind == "keyword" and self.token.text == "msgstr":
            raise DamageError(start, "a comment stands inside the entry", "Put all comments above the entry.")

    def expect_form(self, wanted: int, keyword: Token) -> None:
        written = self.take().text
        if len(written) <= 9 and int(written) == wanted:
            return
        what = f"msgstr[{written[:9]}] stands where msgstr[{wanted}] is expected"
        if len(written) <= 9 and int(written) < wanted:
            what = f"msgstr[{written}] is there twice"
        raise DamageError(keyword.start, what, "Number the forms 0, 1, 2 … in this order, each once.")

    def strings(self, keyword: str, *, previous: bool = False) -> str:
        assert self.at(keyword, previous=previous)
        return self.text_after(self.take(), previous=previous)

    def text_after(self, keyword: Token, *, previous: bool = False) -> str:
        """The strings that follow a keyword, put together."""
        first = self.token
        parts = []
        while self.token.kind == "string" and self.token.previous == previous:
            if self.token.obsolete != keyword.obsolete:
                raise self.mixed()
            token = self.take()
            try:
                parts.append(unescape(token.text))
            except BadEscapeError as bad:
                raise DamageError(
                    token.start + 1 + bad.offset, bad.what, r"Write a backslash as \\, a line break as \n, a tab as \t."
                ) from None
        if self.token.kind == "junk":
            raise self.unexpected("text", after_string=bool(parts))
        if not parts:
            if self.token.kind == "end":
                raise DamageError(keyword.start, f"the file ends after {keyword.text}", _CUT)
            raise DamageError(
                keyword.start, f"{keyword.text} has no text", 'Write "" after it where the text is empty.'
            )
        joined = "".join(parts)
        if "\x04" in joined:
            raise DamageError(
                first.start,
                "the text holds the control character EOT, which compiled catalogues need for themselves",
                "Remove it.",
            )
        if joined.isascii() or "\\" not in self.text[first.start : self.end]:
            return joined
        try:
            return whole(joined)
        except UnicodeDecodeError:
            raise DamageError(
                first.start,
                "the escapes by number in this text are not UTF-8",
                "Write the characters themselves instead of their numbers.",
            ) from None

    def at(self, keyword: str, *, previous: bool = False) -> bool:
        """Whether the next token is this keyword; one marked otherwise with #~ than the entry so far is a mistake."""
        token = self.token
        if token.kind != "keyword" or token.text != keyword or token.previous != previous:
            return False
        if token.obsolete != self.obsolete:
            raise self.mixed()
        return True

    def take(self) -> Token:
        taken = self.token
        self.end = taken.end
        self.token = next(self._rest)
        return taken

    def line_end(self) -> int:
        """After the line break, where nothing else stands on the line; else right after the last token."""
        text, end = self.text, self.end
        while end < len(text) and text[end] in " \t\r\f\v":
            end += 1
        if end == len(text):
            return end
        return end + 1 if text[end] == "\n" else self.end

    def mixed(self) -> DamageError:
        return DamageError(
            self.token.start,
            "only a part of the entry is marked obsolete with #~",
            "Begin every line of the entry with #~, or none of them.",
        )

    def unexpected(self, wanted: str, *, after_string: bool = False) -> DamageError:
        token = self.token
        if token.kind == "junk":
            what, todo, hopeless = explain_junk(self.text, token.start, after_string)
            return DamageError(token.start, what, todo, hopeless=hopeless)
        if token.kind == "end":
            return DamageError(max(0, self.end - 1), f"the file ends where {wanted} is expected", _CUT)
        if token.text == "domain" and token.kind == "keyword":
            return DamageError(
                token.start,
                "a domain directive: polycharter keeps each domain in a file of its own",
                "Split the file by domain and remove the line.",
            )
        if token.kind == "string":
            return DamageError(token.start, "a text in quotes belongs to no keyword", _STRAY)
        if token.kind == "form":
            return DamageError(
                token.start, "a number in brackets belongs to no msgstr", "Remove it or write msgstr before it."
            )
        if token.previous:
            return DamageError(token.start, "a line with #| stands inside the entry", "Put it above the entry.")
        written = token.text if token.kind == "keyword" else "a comment"
        return DamageError(
            token.start,
            f"{written} stands where {wanted} is expected",
            "The order is: comments, #| lines, msgctxt, msgid, msgid_plural, msgstr.",
        )

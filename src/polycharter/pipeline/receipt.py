"""What became of a received file: for its translator to read, in an e-mail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from polycharter.model.place import Place
from polycharter.text.quote import counted, quote, visible
from polycharter.text.wrap import wrap

COLUMNS = 72
"""Width of the lines, so that they survive being quoted in an answer."""

_SHOWN = 20


class Fate(StrEnum):
    """What became of a translation.

    `review`: accepted, but somebody has to look at it again before it is published. `refused`: a check finds an error.
    `conflict`: somebody else changed it too, both are kept. `aside`: it is unfinished or of an older text, and there
    is a finished one. `gone`: the charter no longer has the message.
    """

    ACCEPTED = "accepted"
    REVIEW = "review"
    REFUSED = "refused"
    CONFLICT = "conflict"
    ASIDE = "aside"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Row:
    """One message: where it stands in the received file, its source text, and what there is to say about it."""

    place: Place
    source: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of each translation in a received file that was new.

    `base` says in words what it was compared with. `todo` are the messages that have no finished translation now,
    `total` is how many there are, `held` how many of them the file has. `written` is whether the catalogue was changed.
    """

    file: str
    locale: str
    language: str
    catalogue: str
    translator: str
    revised: str
    base: str
    rows: Mapping[Fate, tuple[Row, ...]]
    todo: tuple[str, ...]
    total: int
    held: int
    written: bool
    dry_run: bool

    @property
    def complete(self) -> bool:
        """Whether the file has something in it, and everything was accepted."""
        return self.held > 0 and not any(self.rows.get(fate) for fate in (Fate.REFUSED, Fate.CONFLICT, Fate.ASIDE))


_TITLES = {
    Fate.ACCEPTED: ("Accepted", ""),
    Fate.REVIEW: ("Accepted, to be looked at again before it is published", ""),
    Fate.REFUSED: ("Refused", "Please correct this in your file and send it again."),
    Fate.CONFLICT: (
        "Changed by somebody else too",
        "Both translations are in the catalogue, the newer one marked as fuzzy. Somebody has to choose.",
    ),
    Fate.ASIDE: (
        "Kept in a comment",
        "Somebody else has finished this in the meantime. That stays; yours is in a comment beside it.",
    ),
    Fate.GONE: ("No longer in the charter", "It is kept in case the text comes back."),
}


def receipt_text(receipt: Receipt) -> str:
    """The receipt as plain text, in lines of at most 72 columns."""
    facts = (
        ("Language", f"{receipt.language} ({receipt.locale})"),
        ("Catalogue", receipt.catalogue),
        ("Translator", receipt.translator or "not named in the file (Last-Translator)"),
        ("Revised", receipt.revised or "no date in the file (PO-Revision-Date)"),
        ("Compared with", receipt.base),
    )
    lines = _item("", f"Receipt for {visible(receipt.file)}")
    lines += ["(a trial: nothing was written)"] if receipt.dry_run else []
    lines += ["", *(line for name, value in facts for line in _item(f"{name + ':':<15}", visible(value)))]
    for fate, (title, todo) in _TITLES.items():
        rows = receipt.rows.get(fate, ())
        if rows:
            lines += ["", f"{title}: {len(rows):,}", *(wrap(todo, COLUMNS) if todo else ())]
            lines += _rows(rows, everything=fate not in (Fate.ACCEPTED, Fate.GONE))
    if not any(receipt.rows.values()):
        lines += ["", "Nothing in the file is new."]
    if receipt.held < receipt.total:
        lines += ["", *wrap(_lacking(receipt), COLUMNS)]
    return "\n".join([*lines, "", *_todo(receipt)]) + "\n"


def _lacking(receipt: Receipt) -> str:
    total = counted(receipt.total, "message")
    if not receipt.held:
        return f"The file has none of the {total}: it is empty or was cut off. Please send it again."
    return f"The file has {receipt.held:,} of the {total}. It may be cut off, or made from an older template."


def _rows(rows: Sequence[Row], *, everything: bool) -> Iterator[str]:
    shown = rows if everything else [*rows[:_SHOWN], *(row for row in rows[_SHOWN:] if row.remarks)]
    for row in shown:
        yield from _item("- ", f"{visible(str(row.place))}: {quote(row.source)}")
        for remark in row.remarks:
            yield from _item("    ", remark)
    if len(rows) > len(shown):
        yield f"- and {len(rows) - len(shown):,} more"


def _todo(receipt: Receipt) -> Iterator[str]:
    if not receipt.todo:
        yield from wrap(f"Still to do: nothing, all {counted(receipt.total, 'message')} are translated.", COLUMNS)
        return
    yield f"Still to do: {len(receipt.todo):,} of {counted(receipt.total, 'message')}"
    for text in receipt.todo[:_SHOWN]:
        yield from _item("- ", text)
    if len(receipt.todo) > _SHOWN:
        yield f"- and {len(receipt.todo) - _SHOWN:,} more"


def _item(start: str, text: str) -> list[str]:
    """The text behind `start`, its further lines below its own beginning."""
    first, *rest = wrap(text, COLUMNS - len(start))
    return [start + first, *(" " * len(start) + line for line in rest)]

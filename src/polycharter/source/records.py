"""The data of the charter as records: commitments, contacts, interruptions, agreements, review, log sheet.

Each record becomes a title and named fields, in the order in which a reader wants them; from here on no room needs
to know what a commitment is to print it.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from polycharter.model.block import Field, LogSheet, Record, Records
from polycharter.model.charter import Expiring
from polycharter.model.content import Content, FactUse, Literal, Several, Word
from polycharter.model.edition import Edition
from polycharter.model.facts import (
    Count,
    Date,
    Duration,
    Email,
    Fact,
    Hours,
    Languages,
    Money,
    Name,
    Phone,
    Share,
    Url,
)
from polycharter.model.message import Message
from polycharter.source.references import fact_name, percent_or_fact
from polycharter.source.table import Table

CHANNELS = ("shop", "phone", "email", "letter", "social", "website")
PERIODS = ("month", "quarter", "half-year", "year")
STATUSES = ("met", "partly", "missed", "not-measured")
KINDS = ("commitments", "contacts", "interruptions", "agreements", "review")

_STAFF = (Edition.STAFF,)


@dataclass(frozen=True, slots=True)
class Data:
    """All records by kind and id, the log sheet, and what has a last day."""

    records: Mapping[str, Mapping[str, Record[Content]]]
    log_sheet: LogSheet[Content] | None
    expiring: tuple[Expiring, ...]

    def block(self, kind: str, ids: tuple[str, ...] = ()) -> Records[Content]:
        """The records of one kind for one place in the prose; all of them where no ids are given."""
        found = self.records[kind]
        chosen = tuple(found[id] for id in ids) if ids else tuple(found.values())
        return Records(kind, Word(kind), chosen, Word(f"no_{kind}"))


class RecordReader:
    """Reads the data of `charter.toml`; references to facts are looked up in `facts`."""

    def __init__(self, root: Table, facts: Mapping[str, Fact]) -> None:
        self._root = root
        self._facts = facts
        self._expiring: list[Expiring] = []

    def read(self) -> Data:
        """All data; what is wrong is added to the mistakes of the root table."""
        records = {
            "commitments": self._all("commitments", self._commitment),
            "contacts": self._all("contacts", self._contact),
            "interruptions": self._all("interruptions", self._interruption),
            "agreements": self._all("agreements", self._agreement),
            "review": self._review(),
        }
        return Data(records, self._log_sheet(), tuple(self._expiring))

    def _all(self, kind: str, read: "_ReadOne") -> dict[str, Record[Content]]:
        found: dict[str, Record[Content]] = {}
        for table in self._root.tables(kind):
            id = table.text("id")
            if id in found:
                table.wrong("id", f"{id!r} is used twice", "Give each of them an id of its own.")
            found[id] = read(id, table)
            table.finish()
        return found

    def _message(self, table: Table, key: str, kind: str, default: str | None = None) -> Message:
        return Message(table.text(key, default), kind, table.place(key), note=str(table.raw("note") or ""))

    def _fact(self, table: Table, key: str, *kinds: type) -> str:
        return fact_name(table, key, self._facts, *kinds)

    def _commitment(self, id: str, table: Table) -> Record[Content]:
        status = table.choice("status", STATUSES, "")
        result = table.percent("result") if "result" in table else None
        target = self._target(table)
        self._check_status(table, status, result)
        fields: list[Field[Content]] = [Field("channel", Word("channel"), _channels(table))]
        if "limit" in table:
            fields.append(Field("limit", Word("limit"), self._limit(table.table("limit"))))
        fields.append(Field("target", Word("target"), target))
        if result is not None:
            fields.append(Field("result", Word("result"), Literal(_share(result))))
        shown_status = status or ("met" if result is not None else "not-measured")
        fields.append(Field("status", Word("status"), Word(f"status_{shown_status}", name=shown_status)))
        for key, kind in (("cause", "cause of a missed target"), ("action", "action after a missed target")):
            if key in table:
                fields.append(Field(key, Word(key), self._message(table, key, kind)))
        if "remedy" in table:
            fields.append(Field("remedy", Word("remedy"), self._remedy(table)))
        fields += [
            Field("basis", Word("basis"), _chosen(table, "basis", ("legal", "voluntary"))),
            Field("method", Word("method"), self._message(table, "method", "how a commitment is measured")),
            Field("period", Word("period"), _chosen(table, "period", PERIODS)),
            Field("owner", Word("owner"), self._message(table, "owner", "role of a member of staff"), editions=_STAFF),
            Field("in_force", Word("in_force"), _in_force(table), editions=_STAFF),
        ]
        if "supersedes" in table:
            version = Literal(Name(table.text("supersedes")))
            replaces = Word("replaces_version", (("version", version),))
            fields.append(Field("supersedes", Word("replaces"), replaces, editions=_STAFF))
        if "rationale" in table:
            reason = self._message(table, "rationale", "reason for a commitment")
            fields.append(Field("rationale", Word("rationale"), reason, editions=_STAFF))
        statement = self._message(table, "statement", "statement of a commitment")
        until = table.date("effective_to", required=False)
        return Record(id, statement, tuple(fields), (shown_status,), until)

    def _target(self, table: Table) -> Content:
        """The share of cases to reach; a target that is the limit itself is no share of cases."""
        aim = percent_or_fact(table, "target", self._facts)
        target: Content = FactUse(aim) if isinstance(aim, str) else Literal(_share(aim))
        limit = table.raw("limit")
        if isinstance(limit, dict) and isinstance(aim, str) and aim in limit.values():
            return target
        return Word("target_cases", (("share", target),))

    def _check_status(self, table: Table, status: str, result: float | None) -> None:
        """A status has to be what result and target say, and a miss has to be explained."""
        target = table.raw("target")
        fact = self._facts.get(target) if isinstance(target, str) else None
        aim = float(fact.value.percent) if fact and isinstance(fact.value, Share) else target
        if not isinstance(aim, (int, float)) or max(aim, result or 0) > 100:
            return
        possible = ("not-measured",) if result is None else ("met",) if result >= aim else ("partly", "missed")
        if status and status in STATUSES and status not in possible:
            against = "there is no result" if result is None else f"the result is {result} and the target {aim:g}"
            table.wrong("status", f"{status!r}, but {against}", f"Write {' or '.join(possible)}.")
        if not status and possible == ("partly", "missed"):
            table.wrong("status", "is missing, and the result is below the target", "Write partly or missed.")
        if "partly" in possible:
            for key in ("cause", "action"):
                if key not in table:
                    table.wrong(key, "is missing, and the target was not met", "Say it in a sentence.")

    def _limit(self, table: Table) -> Content:
        keys = [key for key in ("at_most", "at_least") if key in table]
        if len(keys) != 1:
            table.wrong("", "needs at_most or at_least, one of the two", 'Write it as in { at_most = "fact" }.')
            return Literal(Name(""))
        fact = self._fact(table, keys[0], Count, Share, Duration, Money)
        table.finish()
        return Word(keys[0], (("value", FactUse(fact)),), keys[0])

    def _remedy(self, table: Table) -> Content:
        remedy = table.table("remedy")
        how = remedy.choice("how", ("automatic", "on-request"))
        note = str(table.raw("note") or "")
        what = Message(remedy.text("what"), "remedy", table.place("remedy"), note=note)
        remedy.finish()
        return Word(f"remedy_{how}", (("remedy", what),), how)

    def _contact(self, id: str, table: Table) -> Record[Content]:
        fields: list[Field[Content]] = [
            Field("matter", Word("matter"), self._message(table, "matter", "what a contact is for"))
        ]
        for key, kind in (
            ("phone", Phone),
            ("email", Email),
            ("website", Url),
            ("address", Name),
            ("hours", Hours),
            ("languages", Languages),
        ):
            if key in table:
                fields.append(Field(key, Word(key), FactUse(self._fact(table, key, kind))))
        emergency = table.flag("emergency")
        role = self._message(table, "role", "role of a contact")
        return Record(id, role, tuple(fields), ("emergency",) if emergency else ())

    def _interruption(self, id: str, table: Table) -> Record[Content]:
        notice: Content = Word("notice_none", name="none")
        if "notice" in table:
            notice = Word("notice_ahead", (("time", FactUse(self._fact(table, "notice", Count, Duration))),))
        fields: tuple[Field[Content], ...] = (
            Field("notice", Word("notice"), notice),
            Field("told", Word("told"), self._message(table, "told", "how customers are told of an interruption")),
        )
        return Record(id, self._message(table, "kind", "kind of interruption"), fields)

    def _agreement(self, id: str, table: Table) -> Record[Content]:
        begin, until = table.date("from"), table.date("until")
        if begin and until and until < begin:
            table.wrong("until", "lies before `from`", "Write the last day on which the agreement holds.")
        if until:
            self._expiring.append(Expiring("agreement", id, until, table.place("until")))
        fields: tuple[Field[Content], ...] = (
            Field("ruling", Word("ruling"), self._message(table, "ruling", "ruling of an agreement")),
            Field("covers", Word("covers"), self._message(table, "covers", "who an agreement covers")),
            Field("in_force", Word("in_force"), _period(begin, until)),
            Field("decided_by", Word("decided_by"), self._message(table, "decided_by", "role of a member of staff")),
        )
        question = self._message(table, "question", "question of an agreement")
        return Record(id, question, fields, shown_until=until)

    def _review(self) -> dict[str, Record[Content]]:
        """One record: what the charter table and the review table say of versions and dates."""
        charter, review = self._root.table("charter"), self._root.table("review")
        fields: list[Field[Content]] = [Field("version", Word("version"), Literal(Name(charter.text("version"))))]
        for table, key, name in (
            (charter, "effective_from", "effective_from"),
            (charter, "valid_until", "valid_until"),
            (review, "last", "last_review"),
            (review, "next", "next_review"),
        ):
            if key in table:
                fields.append(Field(name, Word(name), FactUse(self._fact(table, key, Date))))
        if "supersedes" in charter:
            fields.append(Field("supersedes", Word("supersedes"), Literal(Name(charter.text("supersedes")))))
        if "approved_by" in review:
            approved = self._message(review, "approved_by", "who approved the charter")
            fields.append(Field("approved_by", Word("approved_by"), approved))
        review.raw("note")
        review.finish()
        return {"review": Record("review", Word("review"), tuple(fields))}

    def _log_sheet(self) -> LogSheet[Content] | None:
        if "log_sheet" not in self._root:
            return None
        table = self._root.table("log_sheet")
        note = table.text("note", "")
        place = table.place("columns")
        columns = tuple(Message(text, "column of the log sheet", place, note=note) for text in table.texts("columns"))
        rows = table.integer("rows")
        table.finish()
        return LogSheet(Word("log_sheet"), columns, rows)


class _ReadOne(Protocol):
    """The type of a method that reads one record."""

    def __call__(self, id: str, table: Table) -> Record[Content]: ...


def _share(percent: float) -> Share:
    return Share(Decimal(str(percent)))


def _chosen(table: Table, key: str, choices: Sequence[str]) -> Content:
    """The word for one of a few choices: `period_quarter` for the quarter of `period`."""
    choice = table.choice(key, choices)
    return Word(f"{key}_{choice}", name=choice)


def _channels(table: Table) -> Content:
    return Several(
        tuple(Word(f"channel_{name}", name=name) for name in table.texts("channels", CHANNELS) if name in CHANNELS)
    )


def _in_force(table: Table) -> Content:
    return _period(table.date("effective_from"), table.date("effective_to", required=False))


def _period(begin: datetime.date | None, until: datetime.date | None) -> Content:
    first = Literal(Date(begin or datetime.date.min))
    if until is None:
        return Word("from_date", (("from", first),))
    return Word("from_until", (("from", first), ("until", Literal(Date(until)))))

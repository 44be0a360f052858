"""Facts and units: the typed values of `charter.toml` and of the locale layers."""

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal, InvalidOperation

from polycharter.model.charter import Unit
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
    Opening,
    Phone,
    Share,
    Term,
    Time,
    Url,
    Value,
)
from polycharter.model.locale import is_locale
from polycharter.model.message import Message
from polycharter.source.table import Table
from polycharter.source.toml_file import bare_or_quoted
from polycharter.text.inline import link_is_allowed
from polycharter.text.placeholders import names

DURATION_UNITS = ("second", "minute", "hour", "week", "month", "year")
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")

_FACT_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PHONE = re.compile(r"\+[0-9][0-9 ]{5,22}")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def read_facts(table: Table, units: Collection[str]) -> dict[str, Fact]:
    """The facts of the table `[facts]`, in their order."""
    facts: dict[str, Fact] = {}
    for name, entry in table.named_tables():
        if not _FACT_NAME.fullmatch(name):
            entry.wrong("", f"{name!r} is not a name for a fact", "Use small letters, digits and _ only.")
            continue
        value = read_value(entry, entry.choice("type", tuple(_READERS)), units)
        fact = Fact(name, value, entry.flag("local"), entry.text("note", ""), entry.place())
        entry.finish()
        facts[name] = fact
    return facts


def read_value(table: Table, kind: str, units: Collection[str]) -> Value:
    """The value of a fact whose type is `kind`, from the keys of `table`."""
    reader = _READERS.get(kind)
    if reader is None:
        for key in ("value", "unit", "currency"):
            table.raw(key)
        return Name("")
    return reader(table, units)


def read_units(table: Table) -> dict[str, Unit]:
    """The units of the table `[units]`: messages with plural forms, the number written `{n}`."""
    units: dict[str, Unit] = {}
    for name, entry in table.named_tables():
        one, other = entry.text("one"), entry.text("other")
        for key, text in (("one", one), ("other", other)):
            if text and set(names(text)) != {"n"} and not (key == "one" and not names(text)):
                entry.wrong(key, "has to hold the placeholder {n}, and no other", f"Write it as in “{{n}} {name}”.")
        message = Message(
            one,
            "count of a unit",
            entry.place(),
            plural=other,
            context=entry.text("context", "") or None,
            note=entry.text("note", ""),
        )
        entry.finish()
        units[name] = Unit(name, message)
    return units


def _count(table: Table, units: Collection[str]) -> Value:
    unit = table.text("unit")
    if unit and unit not in units:
        known = f"Known are: {', '.join(units)}." if units else "None is defined yet."
        table.wrong("unit", f"there is no unit {unit!r}", f"Define it under [units.{bare_or_quoted(unit)}]. {known}")
    return Count(table.integer("value"), unit)


def _share(table: Table, _: Collection[str]) -> Value:
    return Share(Decimal(str(table.percent("value"))))


def _money(table: Table, _: Collection[str]) -> Value:
    currency = table.text("currency")
    if currency and not re.fullmatch(r"[A-Z]{3}", currency):
        table.wrong("currency", f"{currency!r} is no currency code", "Write three capitals, such as EUR (ISO 4217).")
    written = table.raw("value")
    if not isinstance(written, str):
        table.wrong("value", "expected a sum as text", 'Write it between quotes with its decimals, such as "25.00".')
        return Money(Decimal(0), currency)
    try:
        amount = Decimal(written)
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount < 0:
        table.wrong("value", f"{written!r} is no sum", 'Write digits and a decimal point, such as "25.00".')
        return Money(Decimal(0), currency)
    return Money(amount, currency)


def _date(table: Table, _: Collection[str]) -> Value:
    return Date(table.date("value") or datetime.date(1, 1, 1))


def _time(table: Table, _: Collection[str]) -> Value:
    return Time(table.time("value"))


def _hours(table: Table, _: Collection[str]) -> Value:
    rows: list[Opening] = []
    for row in table.tables("value"):
        first, dash, last = row.text("days").partition("-")
        if first not in DAYS or (dash and last not in DAYS):
            row.wrong("days", "expected a day or a range of days", "Write mo, tu, we, th, fr, sa, su, or mo-fr.")
            first, dash = "mo", ""
        begin = DAYS.index(first)
        opens, closes = row.time("from"), row.time("to")
        if closes <= opens:
            row.wrong("to", "closes before it opens", "Write the later time under `to`.")
        rows.append(Opening(begin, DAYS.index(last) if dash else begin, opens, closes))
        row.finish()
    if not rows:
        table.wrong("value", "has no opening hours", 'Write [{ days = "mo-fr", from = 09:00:00, to = 17:00:00 }].')
    return Hours(tuple(rows))


def _duration(table: Table, _: Collection[str]) -> Value:
    if table.raw("unit") == "day":
        table.wrong("unit", "a number of days is a count", 'Write type = "count" and define [units.day].')
        return Duration(table.integer("value"), "hour")
    return Duration(table.integer("value"), table.choice("unit", DURATION_UNITS))


def _phone(table: Table, _: Collection[str]) -> Value:
    number = table.text("value")
    if number and not _PHONE.fullmatch(number):
        table.wrong("value", f"{number!r} is not an international number", 'Write "+", country, number: "+31 20 …".')
    return Phone(number)


def _email(table: Table, _: Collection[str]) -> Value:
    address = table.text("value")
    if address and not _EMAIL.fullmatch(address):
        table.wrong("value", f"{address!r} is no e-mail address", 'Write it as in "service@example.org".')
    return Email(address)


def _url(table: Table, _: Collection[str]) -> Value:
    address = table.text("value")
    if address and not (address.startswith(("https://", "http://")) and link_is_allowed(address)):
        table.wrong("value", f"{address!r} is no web address", 'Write it as in "https://www.example.org/".')
        address = "https://example.org/"
    return Url(address)


def _languages(table: Table, _: Collection[str]) -> Value:
    tags = table.texts("value")
    for tag in tags:
        if not is_locale(tag):
            table.wrong("value", f"{tag!r} is no language", 'Write BCP 47 tags, such as "nl" or "pt-BR".')
    return Languages(tuple(tag for tag in tags if is_locale(tag)))


def _name(table: Table, _: Collection[str]) -> Value:
    return Name(table.text("value"))


def _term(table: Table, _: Collection[str]) -> Value:
    return Term(table.text("value"))


_READERS: Mapping[str, Callable[[Table, Collection[str]], Value]] = {
    "count": _count,
    "share": _share,
    "money": _money,
    "date": _date,
    "time": _time,
    "hours": _hours,
    "duration": _duration,
    "phone": _phone,
    "email": _email,
    "url": _url,
    "languages": _languages,
    "name": _name,
    "term": _term,
}

KIND_NAMES: Mapping[type, str] = {
    Count: "count",
    Share: "share",
    Money: "money",
    Date: "date",
    Time: "time",
    Hours: "hours",
    Duration: "duration",
    Phone: "phone",
    Email: "email",
    Url: "url",
    Languages: "languages",
    Name: "name",
    Term: "term",
}

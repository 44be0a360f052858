"""The names of facts in the data of `charter.toml`: each has to be that of a fact of the right type."""

import datetime
import re
from collections.abc import Mapping

from polycharter.model.facts import Date, Fact, Share
from polycharter.source.facts import KIND_NAMES
from polycharter.source.table import Table, shown

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PERCENT = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*%?\s*")


def fact_name(table: Table, key: str, facts: Mapping[str, Fact], *kinds: type, default: str | None = None) -> str:
    """The name that `key` gives, of a fact that is one of `kinds`; what is wrong with it is added to the mistakes.

    Without a default it must be there.
    """
    value = table.raw(key)
    if value is None or value == "":
        return table.text(key, default)
    wanted = " or ".join(KIND_NAMES[kind] for kind in kinds)
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        what = f"expected the name of a fact, got {shown(value)}"
        table.wrong(key, what, f"Write the name of a fact of the type {wanted}, {_example(value, facts, kinds)}.")
        return ""
    if value not in facts:
        table.wrong(key, f"there is no fact {value!r}", f"Define it under [facts.{value}], as {wanted}.")
    elif not isinstance(facts[value].value, kinds):
        kind = KIND_NAMES[type(facts[value].value)]
        table.wrong(key, f"the fact {value!r} is of the type {kind}", f"Name a fact of the type {wanted}.")
    return value


def percent_or_fact(table: Table, key: str, facts: Mapping[str, Fact]) -> str | float:
    """The name of a share, or a number of percent that stands there itself."""
    value = table.raw(key)
    if not isinstance(value, str):
        return table.percent(key)
    if number := _PERCENT.fullmatch(value):
        todo = f"Write {number[1]}, without quotes and %, or the name of a fact of the type share."
        table.wrong(key, f"expected percent, got {shown(value)}", todo)
        return 0
    return fact_name(table, key, facts, Share)


def _example(value: object, facts: Mapping[str, Fact], kinds: tuple[type, ...]) -> str:
    """A name that could stand there, and where a date goes that was written in its place."""
    known = next((name for name, fact in facts.items() if isinstance(fact.value, kinds)), "")
    if Date in kinds and (isinstance(value, datetime.date) or not known):
        name = known or "effective_from"
        return f'such as "{name}", and the date itself under [facts.{name}]'
    return f'such as "{known}"' if known else "and define it under [facts]"

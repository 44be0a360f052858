"""One TOML table read field by field: every wrong field becomes one mistake, and reading goes on to the next."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from polycharter.model.errors import Mistake
from polycharter.model.place import Place
from polycharter.source.toml_file import KeyPath, TomlFile
from polycharter.text.quote import did_you_mean

_KINDS: Mapping[type, tuple[str, str]] = {
    str: ("text", 'Write it between quotes, such as "text".'),
    int: ("a whole number", "Write a number without quotes, such as 5."),
    bool: ("true or false", "Write true or false."),
    datetime.date: ("a date", "Write it without quotes, such as 2026-01-31."),
    datetime.time: ("a time", "Write it without quotes, such as 09:30:00."),
    list: ("a list", 'Write it between brackets, such as ["a", "b"].'),
    dict: ("a table", "Write it between braces, such as { a = 1 }."),
}


class Table:
    """A table under the path `keys` of a file.

    Each reading method returns the value, or a harmless default after adding to `mistakes`. `finish` reports the
    keys that nobody asked for, so that a misspelt key is never silently without effect.
    """

    def __init__(self, file: TomlFile, keys: KeyPath, data: Mapping[str, Any], mistakes: list[Mistake]) -> None:
        self._file = file
        self._keys = keys
        self._data = data
        self._asked: set[str] = set()
        self._known: set[str] = set()
        self.mistakes = mistakes

    def __contains__(self, key: str) -> bool:
        self._known.add(key)
        return key in self._data

    def place(self, *keys: str) -> Place:
        """Where the table, or a value in it, stands in its file."""
        return self._file.place(*self._keys, *keys)

    def name(self, *keys: str) -> str:
        """The path of a value as an owner writes it: `facts.reply_letters.value`."""
        path = (*self._keys, *keys)
        return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")

    def wrong(self, key: str, what: str, todo: str) -> None:
        """Add a mistake about the value of `key`."""
        self.mistakes.append(
            Mistake(self.place(*([key] if key else [])), f"{self.name(*([key] if key else []))}: {what}", todo)
        )

    def raw(self, key: str) -> Any:
        """The value as TOML gives it, None where there is none."""
        self._asked.add(key)
        return self._data.get(key)

    def _typed(self, key: str, kind: type, default: Any, *, required: bool) -> Any:
        value = self.raw(key)
        name, hint = _KINDS[kind]
        if value is None:
            if required:
                self.wrong(key, "is missing", f"Add it: {name}.")
            return default
        if (
            not isinstance(value, kind)
            or (kind is int and isinstance(value, bool))
            or isinstance(value, datetime.datetime)
        ):
            self.wrong(key, f"expected {name}, got {shown(value)}", _advice(kind, value) or hint)
            return default
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; without a default it must be there."""
        value = str(self._typed(key, str, default or "", required=default is None))
        if key in self._data and not value.strip() and isinstance(self._data[key], str):
            self.wrong(key, "is empty", "Write the text, or take the line out.")
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        """A whole number, zero or more."""
        value = int(self._typed(key, int, default or 0, required=default is None))
        if value < 0:
            self.wrong(key, f"is below zero ({value})", "Write 0 or more.")
        return value

    def number(self, key: str) -> int | float:
        """A number, zero or more."""
        value = self.raw(key)
        if isinstance(value, float):
            if value >= 0:
                return value
            self.wrong(key, f"is not zero or more ({value})", "Write 0 or more.")
            return 0
        if isinstance(value, str):
            self.wrong(key, f"expected a number, got {shown(value)}", _advice(int, value) or "Write it without quotes.")
            return 0
        return self.integer(key)

    def percent(self, key: str) -> int | float:
        """A number from 0 to 100."""
        value = self.number(key)
        if value > 100:
            self.wrong(key, f"{value} % is above 100 %", "Write percent, from 0 to 100.")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where it is missing."""
        return bool(self._typed(key, bool, False, required=False))

    def date(self, key: str, *, required: bool = True) -> datetime.date | None:
        """A date; None where it is missing or wrong."""
        value: datetime.date | None = self._typed(key, datetime.date, None, required=required)
        return value

    def time(self, key: str) -> datetime.time:
        """A time of day; midnight where it is wrong."""
        value: datetime.time = self._typed(key, datetime.time, datetime.time(), required=True)
        return value

    def texts(self, key: str, choices: Collection[str] = (), *, required: bool = True) -> tuple[str, ...]:
        """A list of texts, each one of `choices` where these are given."""
        values = self._typed(key, list, [], required=required)
        for value in values:
            if not isinstance(value, str):
                self.wrong(key, f"expected texts, got {shown(value)}", "Write each item between quotes.")
                return ()
            if choices and value not in choices:
                self.wrong(key, f"{value!r} is not known", f"Choose from: {', '.join(choices)}.")
        return tuple(values)

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """A text that is one of `choices`."""
        value = self.text(key, default)
        if value and value not in choices:
            self.wrong(key, f"{value!r} is not known", f"Choose from: {', '.join(choices)}.")
        return value

    def table(self, key: str) -> "Table":
        """The table under `key`; an empty one where there is none."""
        return Table(self._file, (*self._keys, key), self._typed(key, dict, {}, required=False), self.mistakes)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of the array under `key`."""
        for index, data in enumerate(self._typed(key, list, [], required=False)):
            if isinstance(data, dict):
                yield Table(self._file, (*self._keys, key, index), data, self.mistakes)
            else:
                self.wrong(key, f"expected tables, got {shown(data)}", f"Write each one under [[{key}]].")

    def named_tables(self) -> Iterator[tuple[str, "Table"]]:
        """The tables in this one, with their names."""
        for key in self._data:
            yield key, self.table(key)

    def finish(self) -> None:
        """Report every key that was not asked for."""
        for key in self._data:
            if key not in self._asked:
                known = sorted(self._asked | self._known)
                todo = f"{did_you_mean(key, known)} Known are: {', '.join(known)}."
                self.wrong(key, "is not known here", todo.lstrip())


_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def shown(value: object) -> str:
    """A value as an error names it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _advice(kind: type, value: object) -> str:
    """What to write instead, where it can be told from the value."""
    if kind is int and isinstance(value, str):
        if value.strip().isascii() and value.strip().isdigit():
            return f"Write {value.strip()}."
        if value.strip().lower() in _NUMBER_WORDS:
            return f"Write {_NUMBER_WORDS.index(value.strip().lower())}."
    if kind is datetime.date and isinstance(value, str):
        try:
            return f"Write {datetime.date.fromisoformat(value.strip())} without quotes."
        except ValueError:
            return ""
    return ""

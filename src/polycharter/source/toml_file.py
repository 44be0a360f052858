"""TOML with line numbers: the standard library's reader says what a file holds, not where."""

import datetime
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from polycharter.model.errors import charter_error
from polycharter.model.place import Place
from polycharter.source.files import read_text

KeyPath = tuple[str | int, ...]

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_TABLE = re.compile(rf"\s*(\[\[?)\s*({_KEYS})\s*\]\]?\s*(?:#.*)?$")
_ASSIGNMENT = re.compile(rf"\s*({_KEYS})\s*=")
_STRINGS = re.compile(
    r'"""(?:(?!""").)*"""|'
    r"'''(?:(?!''').)*'''|"
    r'"(?:\\.|[^"\\])*"(?!")|'
    r"'[^']*'(?!')|#.*"
)
_DAY = re.compile(r"(?<![\w/-])(?:\d{4}([-/])\d{1,2}\1\d{1,2}|\d{1,2}([-/])\d{1,2}\2\d{4})(?![\w/-])")
_POSITION = re.compile(
    r"^(?P<what>.*?)(?: \(at line (?P<line>\d+), column (?P<column>\d+)\)| \(at end of document\))?$"
)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a TOML file holds, and the line of each of its keys."""

    path: str
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]

    def place(self, *keys: str | int) -> Place:
        """Where the value at this path of keys stands; the nearest table above it where the file has no such key."""
        while keys:
            if keys in self.lines:
                return Place(self.path, self.lines[keys])
            keys = keys[:-1]
        return Place(self.path)


def read_toml(root: Path, path: str) -> TomlFile:
    """The TOML file at `root/path`; CharterError with line and column where it is broken."""
    return parse_toml(read_text(root, path), path)


def parse_toml(text: str, path: str, first_line: int = 1) -> TomlFile:
    """`text` as TOML; `first_line` is the line of `path` on which it begins."""
    if any(len(line) > 10_000 for line in text.splitlines()):
        raise charter_error(Place(path), "has a line of over 10,000 characters", "Break it, or take it out.")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.match(str(error).splitlines()[0])
        assert found is not None
        line = int(found["line"]) if found["line"] else text.count("\n") + 1
        where = Place(path, first_line - 1 + line, int(found["column"] or 0))
        what = found["what"][:1].lower() + found["what"][1:]
        todo = "Correct this line; see toml.io for the syntax."
        if day := _day_at(text.split("\n")[line - 1], where.column - 1):
            where = replace(where, column=day.start() + 1)
            what, todo = _no_date(day[0])
        raise charter_error(where, f"is not TOML here: {what}", todo) from None
    except ValueError:
        raise charter_error(Place(path), "holds a number that is too long", "Correct the number.") from None
    except RecursionError:
        raise charter_error(Place(path), "is nested too deeply", "Write plain tables.") from None
    return TomlFile(path, data, _lines(text, first_line))


def bare_or_quoted(key: str) -> str:
    """A key as it has to be written in a header: quoted where it is not of letters, digits, hyphens and _ alone.

    >>> bare_or_quoted("working-day"), bare_or_quoted("95%")
    ('working-day', '"95%"')
    """
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def _day_at(line: str, offset: int) -> re.Match[str] | None:
    """What is written like a day, without quotes, where reading stopped."""
    plain = _STRINGS.sub(lambda match: " " * len(match[0]), line)
    return next((day for day in _DAY.finditer(plain) if day.start() <= offset <= day.end()), None)


def _no_date(written: str) -> tuple[str, str]:
    """Why this is no date, and what to write.

    >>> _no_date("2026-1-5")
    ('2026-1-5 is not how a date is written', 'Write 2026-01-05.')
    """
    first, *rest = (int(number) for number in re.findall("[0-9]+", written))
    how = f"{written} is not how a date is written"
    if first < 1000:
        return how, "Write year-month-day, such as 2026-01-31."
    try:
        return how, f"Write {datetime.date(first, *rest)}."
    except ValueError:
        return f"there is no day {written}", "Write year-month-day of a day that there is, such as 2026-01-31."


def _lines(text: str, first_line: int) -> dict[KeyPath, int]:
    """The line of every table and key; keys inside arrays and inline tables have their assignment's line."""
    found: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    closing = ""
    depth = 0
    for number, line in enumerate(text.split("\n"), first_line):
        if closing:
            if closing in line:
                closing = ""
            continue
        if depth == 0:
            if header := _TABLE.match(line):
                table = _resolve(_split(header[2]), counts)
                if header[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    table = (*table, counts[table])
                found.setdefault(table, number)
                continue
            if assignment := _ASSIGNMENT.match(line):
                found.setdefault((*table, *_split(assignment[1])), number)
                line = line[assignment.end() :]
        bare = _STRINGS.sub("", line)
        for quotes in ('"""', "'''"):
            if quotes in bare:
                closing = quotes
        if not closing:
            depth += sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")
    return found


def _split(keys: str) -> KeyPath:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, keys))


def _resolve(keys: KeyPath, counts: Mapping[KeyPath, int]) -> KeyPath:
    """`keys` of a table header with the current number of every array of tables it goes through."""
    path: KeyPath = ()
    for position, key in enumerate(keys):
        path = (*path, key)
        if path in counts and position < len(keys) - 1:
            path = (*path, counts[path])
    return path

"""TOML with line numbers: the standard library's reader says what a file holds, not where."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
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
        raise charter_error(
            where, f"is not TOML here: {what}", "Correct this line; see toml.io for the syntax."
        ) from None
    except ValueError:
        raise charter_error(Place(path), "holds a number that is too long", "Correct the number.") from None
    except RecursionError:
        raise charter_error(Place(path), "is nested too deeply", "Write plain tables.") from None
    return TomlFile(path, data, _lines(text, first_line))


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

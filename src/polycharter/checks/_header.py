"""The fields of a catalogue's header, with the line on which each stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from polycharter.model.catalogue import Catalogue
from polycharter.model.finding import Hit
from polycharter.model.place import Place


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the header; `again` where it is there a second time with another value."""

    name: str
    value: str
    place: Place
    again: bool = False


def header_place(catalogue: Catalogue) -> Place:
    """Where the header stands; the file where it has none."""
    header = catalogue.header
    return Place(catalogue.path, (header.target_line or header.line) if header else 0)


def header_fields(catalogue: Catalogue) -> Mapping[str, Field]:
    """The fields by their names in small letters; of two with one name the first counts, as GNU gettext does it."""
    found: dict[str, Field] = {}
    lines = catalogue.header.targets[0].split("\n") if catalogue.header else []
    for line in lines:
        name, colon, value = line.partition(":")
        name, value = name.strip(), value.strip()
        if not colon or not name:
            continue
        first = found.get(name.lower())
        if first is None:
            found[name.lower()] = Field(name, value, _place(catalogue, line))
        elif first.value != value:
            found[name.lower()] = Field(first.name, first.value, first.place, again=True)
    return found


def field_hit(catalogue: Catalogue, field: Field, what: str, todo: str) -> Hit:
    """A hit on the value of a field."""
    text = catalogue.header.targets[0] if catalogue.header else ""
    found = re.search(rf"^\s*{re.escape(field.name)}\s*:\s*", text, re.MULTILINE)
    return Hit(field.place, what, todo, (), field.value, found.end() if found else -1)


def _place(catalogue: Catalogue, line: str) -> Place:
    """The line of the file that begins with this field, as every tool writes it; else the header's own line."""
    header = catalogue.header
    start = header_place(catalogue)
    if header is None or header.raw is None or not start.line:
        return start
    raw = header.raw.split("\n")
    before = next((index for index, text in enumerate(raw) if text.startswith("msgstr")), None)
    if before is None:
        return start
    wanted = re.compile(r'(?:msgstr[ \t]+)?"' + re.escape(line.partition(":")[0]) + r"[ \t]*:")
    for index in range(before, len(raw)):
        if wanted.match(raw[index]):
            return Place(catalogue.path, start.line + index - before)
    return start

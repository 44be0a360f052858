"""The JSON of one edition held against the charter's values, and against the JSON in the source language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.readback.told import Json, nodes
from tests.readback.values import charter, facts, mistakes

LOCAL = "(each language's own)"


def values(part: Any) -> Iterator[Json]:
    """Every value that stands in a part of the JSON."""
    if isinstance(part, dict):
        if part.get("kind") == "value":
            yield part
        for inner in part.values():
            yield from values(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from values(inner)


def misstated(of: Json, project: Path) -> list[str]:
    """The values that say otherwise than the charter: a line each, with locale, edition and name."""
    wanted = facts(project, of["locale"])
    return [
        f"{of['locale']} {of['edition']} json: {value['name']} {value['text']!r} {mistake}"
        for value in values(of)
        if value["name"]
        for mistake in mistakes(wanted[value["name"]], value["text"], value.get("href", ""), of["locale"])
    ]


def unlike(other: Json, source: Json, project: Path) -> list[str]:
    """What a language has otherwise than the source, where it may not: a line each, with the place in the JSON."""
    local = {name for name, fact in charter(project)["facts"].items() if fact.get("local")}
    wanted, found = (dict(_shape(of, local)) for of in (source, other))
    return [
        f"{other['locale']} {other['edition']} json: {at} is {found.get(at, 'not there')}, "
        f"in {source['locale']} {wanted.get(at, 'not there')}"
        for at in dict.fromkeys((*wanted, *found))
        if wanted.get(at) != found.get(at)
    ]


def _shape(part: Any, local: set[str], at: str = "") -> Iterator[tuple[str, object]]:
    """Everything in the JSON that is the same in every language, by where it stands."""
    match part:
        case {"text": str(), "state": _}:
            held = [one for one in nodes(part) if one["kind"] in ("value", "link")]
            said = (LOCAL if one.get("name") in local else one.get("href", "") for one in held)
            named = sorted(f"{one.get('name', '')} {where}" for one, where in zip(held, said, strict=True))
            yield f"{at}, values and links", named
        case dict():
            hidden = ("locale", "direction", "alternates", "provenance", "state", "effective_from")
            own = any(value["name"] in local for value in values(part.get("value")))
            for name, inner in part.items():
                if name not in hidden:
                    yield from _shape(LOCAL if name == "raw" and own else inner, local, f"{at}/{name}")
        case list():
            yield f"{at}, how many", len(part)
            for number, inner in enumerate(part, 1):
                name = inner.get("id", number) if isinstance(inner, dict) else number
                yield from _shape(inner, local, f"{at}/{name}")
        case _:
            yield at, part

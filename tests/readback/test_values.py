"""The JSON of every edition in every language holds the charter's own commitments, values, chapters and addresses.

It is held against `charter.toml`, `charter/*.md` and `locales/*/locale.toml`, read without polycharter, and against
the source language. What the other formats have to hold is told from this JSON (`test_formats`).
"""

import json
import re
from pathlib import Path

import pytest
from tests.readback.files import EDITIONS, LOCALES
from tests.readback.json_reader import misstated, unlike, values
from tests.readback.told import Json, data, records
from tests.readback.values import charter, facts


def file(built: Path, locale: str, edition: str) -> Path:
    return built / locale / f"{edition}.json"


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_value_says_what_the_charter_says(built: Path, shipped: Path, locale: str, edition: str) -> None:
    of = data(file(built, locale, edition))
    wrong = misstated(of, shipped)
    assert not wrong, "\n".join(wrong)
    found = [value for value in values(of) if value["name"]]
    assert len({value["name"] for value in found}) > {"public": 45, "summary": 5, "staff": 60}[edition]


@pytest.mark.parametrize("edition", ["public", "staff"])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_commitments_are_those_of_the_charter_in_its_order(
    built: Path, shipped: Path, locale: str, edition: str
) -> None:
    of = charter(shipped)
    named = facts(shipped, locale)
    (table,) = (one for section in data(file(built, locale, edition))["sections"] for one in records(section["blocks"], "commitments"))  # fmt: skip  # noqa: E501
    assert [one["id"] for one in table["records"]] == [one["id"] for one in of["commitments"]], f"{locale} {edition}"
    for found, wanted in zip(table["records"], of["commitments"], strict=True):
        raw = {field["name"]: field["raw"] for field in found["fields"]}
        ((word, name),) = wanted["limit"].items()
        limit = named[name] if isinstance(name, str) else {"value": name}
        where = f"{locale} {edition}: {found['id']}"
        assert raw["limit"]["is"] == word, f"{where}, limit"
        assert str(limit["value"]) in json.dumps(raw["limit"]), f"{where}, limit {raw['limit']}"
        target = named[wanted["target"]]["value"] if isinstance(wanted["target"], str) else wanted["target"]
        assert f'"{target}"' in json.dumps(raw["target"]), f"{where}, target {raw['target']}"
        assert raw.get("result", {"percent": "None"})["percent"] == str(wanted.get("result")), f"{where}, result"
        assert found["marks"] == [wanted["status"]], f"{where}, status"


@pytest.mark.parametrize("edition", ["public", "staff"])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_contacts_are_those_of_the_charter_in_its_order(
    built: Path, shipped: Path, locale: str, edition: str
) -> None:
    of, named = charter(shipped), facts(shipped, locale)
    (table,) = (one for section in data(file(built, locale, edition))["sections"] for one in records(section["blocks"], "contacts"))  # fmt: skip  # noqa: E501
    assert [one["id"] for one in table["records"]] == [one["id"] for one in of["contacts"]], f"{locale} {edition}"
    for found, wanted in zip(table["records"], of["contacts"], strict=True):
        raw = {field["name"]: field["raw"] for field in found["fields"]}
        for way in ("phone", "email", "website"):
            address = named[wanted[way]]["value"] if way in wanted else None
            assert raw.get(way) == address, f"{locale} {edition}: {found['id']}, {way}"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_chapters_and_headings_are_those_of_the_source_files(built: Path, shipped: Path, locale: str) -> None:
    wanted = [
        (len(signs), anchor)
        for path in sorted((shipped / "charter").glob("*.md"))
        for signs, anchor in re.findall(r"^(#+) .*\{#([a-z0-9-]+)\}$", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert headings(data(file(built, locale, "staff"))) == wanted, f"{locale} staff"
    public = headings(data(file(built, locale, "public")))
    assert public == [one for one in wanted if one in public], f"{locale} public"
    assert 25 < len(public) < len(wanted)


def headings(of: Json) -> list[tuple[int, str]]:
    """Level and anchor of every heading."""
    found = []
    for section in of["sections"]:
        found.append((1, section["anchor"]))
        for block in section["blocks"]:
            for one in (block, *block.get("blocks", [])):
                found += [(one["level"], one["id"])] if one["kind"] == "heading" else []
    return found


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_language_carries_what_the_source_carries(built: Path, shipped: Path, locale: str, edition: str) -> None:
    source, other = (data(file(built, one, edition)) for one in ("en", locale))
    wrong = unlike(other, source, shipped)
    assert not wrong, "\n".join(wrong)

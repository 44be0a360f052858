"""The JSON: as its published schema says, nothing lost, nothing that is not the reader's."""

import dataclasses
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from tests.render.sample import SHIPPED, document, said, section
from tests.render.sample_arabic import right_to_left
from tests.render.sample_hostile import hostile

from polycharter.model.block import Paragraph, Records
from polycharter.model.edition import Edition
from polycharter.model.localised import LocalisedDocument
from polycharter.render._tree import texts
from polycharter.render.json import SCHEMA, render
from polycharter.text.flatten import plain

PUBLISHED = json.loads((SHIPPED.parent / "docs/reference/charter.schema.json").read_text("utf-8"))


def read(of: LocalisedDocument) -> Any:
    return json.loads(render(of, [SHIPPED]))


@pytest.mark.parametrize("of", [*map(document, Edition), right_to_left()])
def test_it_is_what_the_schema_says(of: LocalisedDocument) -> None:
    validator = jsonschema.Draft202012Validator(
        PUBLISHED, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert PUBLISHED["$id"] == SCHEMA
    validator.check_schema(PUBLISHED)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read(of))] == []


def test_every_text_is_there_with_its_state_and_its_language() -> None:
    of = document()

    def found(value: Any) -> list[tuple[str, str, str]]:
        if isinstance(value, dict):
            own = (
                [(value["text"], value["state"], value.get("locale", of.locale))]
                if "state" in value and "text" in value
                else []
            )
            return own + [text for inner in value.values() for text in found(inner)]
        return [text for inner in value for text in found(inner)] if isinstance(value, list) else []

    wanted = {(plain(text.nodes, "\n"), str(text.state), text.locale) for text in texts((of.title, of.sections))}
    assert wanted <= set(found(read(of)))


def test_records_have_their_typed_values() -> None:
    blocks = [block for part in read(document())["sections"] for block in part["blocks"]]
    commitments = next(block for block in blocks if block["kind"] == "commitments")
    limit = next(field for field in commitments["records"][0]["fields"] if field["name"] == "limit")
    assert limit["raw"] == {"value": 5, "unit": "working-day"}
    assert limit["value"]["text"] == "hoogstens 5 werkdagen"
    assert limit["label"]["text"] == "Grens"


def test_a_field_that_the_edition_does_not_read_is_not_there() -> None:
    of = document()
    table = next(block for part in of.sections for block in part.blocks if isinstance(block, Records))
    record = table.records[0]
    secret = replace(record.fields[0], name="rationale", value=said("geheim"), editions=(Edition.STAFF,))
    shown = replace(table, records=(replace(record, fields=(*record.fields, secret)),))
    public = replace(of, edition=Edition.PUBLIC, sections=(section("one", "One", shown),))
    assert b"geheim" not in render(public, [])
    assert b"geheim" in render(replace(public, edition=Edition.STAFF), [])


@pytest.mark.parametrize("attack", ['"},{"', "a\u202eb\x00c\x1b", "</script><script>", "\\u0022", "\r\n\u2028"])
def test_data_stays_data(attack: str) -> None:
    value = read(hostile(attack))
    assert value["organisation"] == value["title"]["inline"][0]["text"]
    assert not set(value["organisation"]) & set("\u202e\x00\x1b\r")


def test_an_empty_document_is_one_too() -> None:
    of = replace(document(Edition.SUMMARY), sections=(section("one", "One", Paragraph(said())),), supersedes="")
    value = read(of)
    assert value["supersedes"] is None
    assert value["sections"][0]["blocks"] == [{"kind": "paragraph", "text": {"text": "", "state": "translated"}}]
    assert render(of, []).endswith(b"}\n")


def test_every_field_of_the_document_has_a_place() -> None:
    """A field that the model gains must be given a place, or be named here."""
    named = {field.name for field in dataclasses.fields(LocalisedDocument)}
    elsewhere = {"words", "source_hash", "catalogue_hash", "effective_from_iso"}
    elsewhere |= {"address", "formats", "editions"}  # where other files are; a page leads there, data do not
    assert named - elsewhere <= set(read(document()))

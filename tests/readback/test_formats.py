"""Every finished file carries what its edition has in every language: commitments, values, chapters, links.

Each is read back by a reader of its format and held against the JSON of the same edition and language, which
`test_values` holds against the charter. So all formats of a language agree with each other, and all languages too.
"""

import json
from pathlib import Path

import pytest
from tests.readback.files import EDITIONS, FORMATS, LOCALES, problems
from tests.readback.html_reader import Page
from tests.readback.told import data, records

FILES = [
    (locale, f"{edition}.{ending}", format)
    for format, (ending, editions, _) in FORMATS.items()
    for edition in editions
    for locale in LOCALES
]


@pytest.mark.parametrize(("locale", "name", "format"), FILES, ids=[f"{locale}-{name}" for locale, name, _ in FILES])
def test_a_file_holds_what_its_edition_holds_and_no_more(built: Path, locale: str, name: str, format: str) -> None:
    found = problems(format, built / locale / name)
    assert not found, "\n".join(found)


def test_no_format_is_left_out(built: Path) -> None:
    """Every file that is built is read back here, but for the lists of what there is."""
    known = {f"{locale}/{name}" for locale, name, _ in FILES} | {
        f"{locale}/{edition}.json" for locale in LOCALES for edition in EDITIONS
    }
    there = {path.relative_to(built).as_posix() for path in built.rglob("*") if not path.name.startswith(".")}
    assert {path for path in there if "." in path} == known | {"index.html", "manifest.json"}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("edition", ["public", "staff"])
def test_each_commitment_has_an_id_that_pages_can_link_to(built: Path, locale: str, edition: str) -> None:
    page = Page((built / locale / f"{edition}.html").read_text("utf-8"))
    ids = [name for name in page.ids("commitments-") if name != "list"]
    blocks = [block for section in data(built / locale / f"{edition}.json")["sections"] for block in section["blocks"]]
    assert ids == [one["id"] for block in records(blocks, "commitments") for one in block["records"]], locale


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("edition", ["public", "staff"])
def test_search_engines_are_told_the_same_contacts_as_readers(built: Path, locale: str, edition: str) -> None:
    (found,) = Page((built / locale / f"{edition}.html").read_text("utf-8")).data
    blocks = [block for section in data(built / locale / f"{edition}.json")["sections"] for block in section["blocks"]]
    names = {"phone": "telephone", "email": "email", "website": "url", "languages": "availableLanguage"}
    wanted = [
        {names[field["name"]]: field["raw"] for field in one["fields"] if field["name"] in names and field["raw"]}
        | {"contactType": one["title"]["text"]}
        for block in records(blocks, "contacts")
        for one in block["records"]
    ]
    told = [
        {name: value for name, value in point.items() if name in (*names.values(), "contactType")}
        for point in found["contactPoint"]
    ]
    assert told == wanted, f"{locale} {edition}: JSON-LD {json.dumps(told, ensure_ascii=False)}"


def test_the_index_leads_to_every_file_in_every_language_and_to_none_that_is_not_there(built: Path) -> None:
    page = Page((built / "index.html").read_text("utf-8"))
    leads = [href for href in page.links if not href.startswith(("#", "http"))]
    assert [href for href in leads if not (built / href).is_file()] == []
    for format, (ending, editions, _) in FORMATS.items():
        for locale in LOCALES:
            for edition in editions:
                there = f"{locale}/{edition}.{ending}" in leads
                assert there is (format != "snippet" and edition != "staff"), f"index: {locale} {edition} {format}"

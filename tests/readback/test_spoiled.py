"""The readers see what they are for: each file is spoiled on purpose, and what is wrong is named."""

import json
import re
from pathlib import Path

import pytest
from tests.readback.files import FORMATS, problems
from tests.readback.json_reader import misstated, unlike
from tests.readback.spoil import SPOILED, Words
from tests.readback.told import Json, data, records

CASES = [(format, kind) for format, kinds in SPOILED.items() for kind in kinds]
EDITION = {"snippet": "summary"}
GONE = "reply-letters"


def words_of(public: Json, staff: Json) -> Words:
    """What there is to spoil in the Dutch files."""
    blocks = [block for section in public["sections"] for block in section["blocks"]]
    (table,) = records(blocks, "commitments")
    at = next(at for at, one in enumerate(table["records"]) if one["id"] == GONE)
    titles = [one["title"]["text"] for one in table["records"]]
    heading = next(block for block in blocks if block.get("id") == "delivery")["text"]["text"]
    training = next(section for section in staff["sections"] if section["id"] == "training")
    extra = training["blocks"][0]["text"]["text"]
    return Words(
        titles[at], titles[at + 1], "5 werkdagen", "6 werkdagen", heading, "https://www.example.org/results", extra
    )


def json_problems(built: Path, shipped: Path, spoiled: bytes) -> list[str]:
    source, found = data(built / "en" / "public.json"), json.loads(spoiled)
    return [*misstated(found, shipped), *unlike(found, source, shipped)]


@pytest.mark.parametrize(("format", "kind"), CASES, ids=[f"{format}-{kind}" for format, kind in CASES])
def test_what_is_wrong_in_a_file_is_found_and_named(built: Path, shipped: Path, format: str, kind: str) -> None:
    folder = built / "nl"
    words = words_of(data(folder / "public.json"), data(folder / "staff.json"))
    edition = EDITION.get(format, "public")
    ending = "json" if format == "json" else FORMATS[format][0]
    file = folder / f"{edition}.{ending}"
    spoiled = SPOILED[format][kind](file.read_bytes(), words)
    found = json_problems(built, shipped, spoiled) if format == "json" else problems(format, file, spoiled)
    wanted = {
        "commitment": rf"commitment {GONE}( \(|:)|records/{GONE}/",
        "number": rf"reply_letters\b|commitment {GONE}(, limit)?:",
        "result": f"commitment {GONE}, result",
        "link": f"link {words.link}|link https://www.example.org/charter/nl/public.html|values and links",
        "level": f"heading '{words.heading}': has level 3, it is of level 2|heading .* level 2|delivery/level",
        "extra": re.escape(words.extra[:30]) + "|" + re.escape("".join(words.extra.split())[:30]) + "|how many",
    }[kind]
    prefix = f"nl {edition} {format}: "
    assert found, f"{format}: nothing found"
    assert all(one.startswith(prefix) for one in found), found
    assert any(re.search(wanted, one) for one in found), found
    assert len(found) <= 4 or kind in ("commitment", "number"), found

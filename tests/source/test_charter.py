"""Reading the charter: what is in the files is in the value, and every mistake is one clear line."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from polycharter.model.block import Heading, Listing, LogSheet, Paragraph, Quote, Records, Scoped, Table
from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.facts import Count
from polycharter.model.message import Message
from polycharter.model.walk import messages
from polycharter.source.charter import read_charter

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates"
CASES = tomllib.loads((HERE / "owner_mistakes.toml").read_text("utf-8"))["case"]


def errors_of(root: Path) -> list[str]:
    try:
        read_charter(root, [TEMPLATES])
    except CharterError as error:
        return str(error).split("\n")
    return []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_mistake_of_an_owner_is_one_clear_line(sample: Path, case: dict[str, Any]) -> None:
    file = sample / case["file"]
    text = file.read_text("utf-8")
    assert case["old"] in text, "the case does not fit the sample any more"
    file.write_text(text.replace(case["old"], case["new"], 1), "utf-8")
    assert errors_of(sample) == case["expect"]


def test_the_sample_itself_has_no_mistake(sample: Path) -> None:
    assert errors_of(sample) == []


def test_several_mistakes_are_told_at_once(sample: Path) -> None:
    file = sample / "charter.toml"
    file.write_text(
        file.read_text("utf-8").replace("value = 5\n", "value = 'five'\n").replace('"EUR"', '"euro"'), "utf-8"
    )
    section = sample / "charter" / "01-promises.md"
    section.write_text(section.read_text("utf-8").replace("{voucher}", "{vaucher}"), "utf-8")
    assert [line.split(": ")[0] for line in errors_of(sample)] == [
        "charter.toml:27",
        "charter.toml:37",
        "charter/01-promises.md:12",
    ]


def test_a_file_that_is_not_utf8_is_told_with_its_line(sample: Path) -> None:
    (sample / "charter" / "02-complaints.md").write_bytes(b"# Complaints {#complaints}\n\nCaf\xe9\n")
    assert errors_of(sample) == ["charter/02-complaints.md:3: byte 0xe9 is not UTF-8. Save the file as UTF-8."]


def test_a_file_with_a_nul_is_told_with_its_line(sample: Path) -> None:
    (sample / "charter" / "02-complaints.md").write_bytes(b"# Complaints {#complaints}\n\n\0\n")
    assert errors_of(sample)[0].startswith("charter/02-complaints.md:3: holds a NUL character.")


def test_a_folder_in_the_place_of_a_file_is_told(sample: Path) -> None:
    (sample / "charter.toml").unlink()
    (sample / "charter.toml").mkdir()
    assert errors_of(sample) == ["charter.toml: is a folder. Name a file in it, or put a file in its place."]


def test_a_missing_file_is_told(sample: Path) -> None:
    (sample / "charter.toml").unlink()
    assert errors_of(sample) == ["charter.toml: there is no such file. Correct the name, or put the file there."]


def test_a_charter_without_sections_is_told(sample: Path) -> None:
    shutil.rmtree(sample / "charter")
    assert "charter: has no section. Write charter/01-introduction.md." in errors_of(sample)


def test_toml_that_would_take_minutes_or_crash_is_refused(sample: Path) -> None:
    (sample / "charter.toml").write_text("a" + ".a" * 20_000 + " = 1\n", "utf-8")
    assert errors_of(sample) == ["charter.toml: has a line of over 10,000 characters. Break it, or take it out."]
    (sample / "charter.toml").write_text("a = " + "[\n" * 4000, "utf-8")
    assert errors_of(sample) == ["charter.toml: is nested too deeply. Write plain tables."]


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(sample: Path, tmp_path: Path) -> None:
    before = read_charter(sample, [TEMPLATES])
    for file in (*sample.glob("charter/*.md"), sample / "charter.toml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_charter(sample, [TEMPLATES]) == before


def test_blocks_are_read_as_they_stand(sample: Path) -> None:
    charter = read_charter(sample, [TEMPLATES])
    promises = next(section for section in charter.sections if section.id == "promises")
    kinds = [type(block) for block in promises.blocks]
    assert kinds == [Paragraph, Heading, Listing, Quote, Table, Records, Scoped]
    listing = promises.blocks[2]
    assert isinstance(listing, Listing)
    assert listing.start == 1
    assert [len(item) for item in listing.items] == [1, 2]
    inner = listing.items[1][1]
    assert isinstance(inner, Listing)
    assert inner.start is None
    table = promises.blocks[4]
    assert isinstance(table, Table)
    assert table.aligns == ("", "right")
    handbook = charter.sections[-1]
    assert handbook.editions == (Edition.STAFF,)
    log = next(block for block in handbook.blocks if isinstance(block, LogSheet))
    assert log.rows == 3


def test_a_note_reaches_the_next_message_only(sample: Path) -> None:
    found = {message.text: message for message in messages(read_charter(sample, [TEMPLATES]))}
    assert (found["Returns"].note, found["Returns"].context) == ("Goods that come back.", "shop")
    assert (found["Bring it back."].note, found["Bring it back."].context) == ("", None)
    assert found["The lost letter"].note == "Among colleagues."


def test_white_space_is_normalised_and_a_hard_break_kept(sample: Path) -> None:
    (sample / "charter" / "02-complaints.md").write_text(
        "# Complaints {#complaints}\n\nOne   two\nthree  \nfour\tfive\\\nsix\n", "utf-8"
    )
    texts = [message.text for message in messages(read_charter(sample, [TEMPLATES]))]
    assert "One two three\\\nfour five\\\nsix" in texts


def test_messages_carry_the_editions_that_read_them(sample: Path) -> None:
    found = {message.text: message.editions for message in messages(read_charter(sample, [TEMPLATES]))}
    assert found["Secret: use `code 7`."] == (Edition.STAFF,)
    assert found["Letters travel for a day."] == (Edition.STAFF,)
    assert found["We compare dates."] == (Edition.PUBLIC, Edition.STAFF)
    assert found["In brief"] == (Edition.SUMMARY, Edition.STAFF)


def test_a_locale_overrides_what_is_local(sample: Path) -> None:
    charter = read_charter(sample, [TEMPLATES])
    assert charter.facts_in("nl")["wait"].value != charter.facts["wait"].value
    assert charter.facts_in("nl")["reply_letters"].value == Count(5, "working-day")
    assert [addendum.section.id for addendum in charter.layers["nl"].addenda] == ["disputes"]


def test_raw_html_is_text(sample: Path) -> None:
    (sample / "charter" / "02-complaints.md").write_text(
        "# Complaints {#complaints}\n\n<script>alert(1)</script>\n", "utf-8"
    )
    charter = read_charter(sample, [TEMPLATES])
    block = next(section for section in charter.sections if section.id == "complaints").blocks[0]
    assert isinstance(block, Paragraph)
    assert isinstance(block.text, Message)
    assert block.text.text == "<script>alert(1)</script>"

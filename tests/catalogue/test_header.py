"""Header fields: order and text of the others are kept."""

import pytest

from polycharter.catalogue.header import change_header, header_field, header_fields, new_header
from polycharter.model.catalogue import Entry

TEXT = (
    "Project-Id-Version: x 1\nlanguage:  nl \nStray line\nPlural-Forms: nplurals=1; plural=0;\nPlural-Forms: second\n"
)


def test_fields_in_their_order_the_first_of_two_counts() -> None:
    assert list(header_fields(Entry("", (TEXT,))).items()) == [
        ("Project-Id-Version", "x 1"),
        ("language", "nl"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
    ]


def test_no_header_has_no_fields() -> None:
    assert header_fields(None) == {}
    assert header_field(None, "Language") is None


def test_names_are_compared_without_regard_to_capitals() -> None:
    assert header_field(Entry("", (TEXT,)), "Language") == "nl"
    assert header_field(Entry("", (TEXT,)), "X-None") is None


def test_a_value_with_colons_is_whole() -> None:
    assert header_field(Entry("", ("POT-Creation-Date: 2026-11-21 14:05+0000\n",)), "POT-Creation-Date") == (
        "2026-11-21 14:05+0000"
    )


def test_changing_a_field_leaves_the_others_as_they_are() -> None:
    changed = change_header(Entry("", (TEXT,), raw="x"), {"Language": "vi", "X-New": "y", "Project-Id-Version": "x 1"})
    assert changed.targets == (TEXT.replace("language:  nl ", "language: vi") + "X-New: y\n",)
    assert changed.raw is None


def test_setting_what_is_there_changes_nothing() -> None:
    header = Entry("", (TEXT,), raw="x")
    assert change_header(header, {"Language": "nl"}) is header
    assert change_header(header, {}) is header


@pytest.mark.parametrize(("text", "wanted"), [("", "A: b\n"), ("\n", "A: b\n"), ("C: d", "C: d\nA: b\n")])
def test_a_field_is_added_to_any_header(text: str, wanted: str) -> None:
    assert change_header(Entry("", (text,)), {"A": "b"}).targets == (wanted,)


def test_a_new_header_is_complete() -> None:
    header = new_header(
        project="charter 1.0",
        report_to="a@example.org",
        pot_created="2026-11-21 14:05+0000",
        revised="2026-11-22 10:00+0100",
        translator="Editor <one@example.org>",
        team="Dutch <nl@example.org>",
        language="nl",
        plural_forms="nplurals=2; plural=(n != 1);",
    )
    assert all(header_fields(header).values())
    assert list(header_fields(header)) == [
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Plural-Forms",
    ]


def test_a_templates_header_has_no_plural_forms() -> None:
    header = new_header(project="x", report_to="y", pot_created="2026-11-21 14:05+0000")
    assert "Plural-Forms" not in header_fields(header)

"""From messages to a template."""

import pytest

from polycharter.catalogue.extract import extract
from polycharter.model.catalogue import Entry
from polycharter.model.edition import EVERY_EDITION, Edition
from polycharter.model.errors import CharterError
from polycharter.model.message import Message
from polycharter.model.place import Place

HEADER = Entry("", ("Language: \n",))


def template(*messages: Message, **examples: str) -> tuple[Entry, ...]:
    return extract(messages, examples, HEADER).entries


def test_an_entry_carries_what_a_translator_needs() -> None:
    (entry,) = template(
        Message(
            "We reply within {reply_letters} to {whom}.",
            "paragraph",
            Place("charter/complaints.md", 12, 3),
            context="letters",
            section="Complaints",
            note="Firm,\nbut friendly.",
            max_length=600,
        ),
        reply_letters="5 working days",
        unused="x",
    )
    assert entry == Entry(
        "We reply within {reply_letters} to {whom}.",
        ("",),
        context="letters",
        flags=("python-brace-format", "max-length:600"),
        extracted_comments=(
            "Paragraph in “Complaints” (public, staff)",
            "Note: Firm, but friendly.",
            "{reply_letters}: for example “5 working days”",
            "At most 600 characters.",
        ),
        references=("charter/complaints.md",),
    )


def test_the_same_text_is_one_entry_with_all_its_uses() -> None:
    first = Message("Open", "heading", Place("b.md", 1), section="Hours", editions=EVERY_EDITION, note="An adjective.")
    again = Message("Open", "heading", Place("b.md", 9), section="Hours", editions=EVERY_EDITION)
    other = Message("Open", "table cell", Place("a.md", 2), section="Shops", editions=(Edition.STAFF,), max_length=9)
    between = Message("Closed", "heading", Place("b.md", 2))
    entries = template(first, between, again, other)
    assert [entry.id for entry in entries] == ["Open", "Closed"]
    assert entries[0].extracted_comments == (
        "Heading in “Hours” (public, summary, staff)",
        "Table cell in “Shops” (staff)",
        "Note: An adjective.",
        "At most 9 characters.",
    )
    assert entries[0].references == ("a.md", "b.md")
    assert entries[0].flags == ("max-length:9",)


def test_the_same_text_in_another_context_is_another_entry() -> None:
    place = Place("a.md", 1)
    entries = template(Message("Open", "cell", place, context="shop"), Message("Open", "cell", place))
    assert [entry.key for entry in entries] == [("shop", "Open"), (None, "Open")]


def test_a_unit_has_two_empty_forms() -> None:
    (entry,) = template(Message("{n} day", "unit", Place("charter.toml", 4), plural="{n} days"), n="5")
    assert (entry.plural, entry.targets, entry.flags) == ("{n} days", ("", ""), ("python-brace-format",))
    assert entry.extracted_comments[-1] == "{n}: for example “5”"


def test_doubled_braces_are_flagged_and_are_no_placeholders() -> None:
    (entry,) = template(Message("{{name}}", "cell", Place("a.md", 1)), name="Editor")
    assert entry.flags == ("python-brace-format",)
    assert entry.extracted_comments == ("Cell (public, staff)",)


def test_prose_with_a_percent_sign_is_not_flagged() -> None:
    (entry,) = template(Message("At least 50% of members", "cell", Place("a.md", 1)))
    assert entry.flags == ()


def test_two_plurals_for_one_text_are_refused_at_the_second() -> None:
    with pytest.raises(CharterError) as caught:
        template(
            Message("{n} day", "unit", Place("charter.toml", 4), plural="{n} days"),
            Message("{n} day", "cell", Place("a.md", 7)),
        )
    assert str(caught.value) == (
        "a.md:7: '{n} day' has no plural here and the plural '{n} days' in charter.toml:4. "
        "Give both the same plural, or one of them a context."
    )


def test_the_header_is_put_in_as_it_is() -> None:
    assert extract((), {}, HEADER).header is HEADER

"""The checks that look at the charter and its templates."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from polycharter.checks import check_charter
from polycharter.model.block import Block, Heading, Paragraph
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Addendum, Charter, Expiring, LocaleLayer, Section
from polycharter.model.content import Content, FactUse, Word
from polycharter.model.edition import Edition
from polycharter.model.facts import Fact, Phone
from polycharter.model.finding import Finding, Severity
from polycharter.model.message import Message
from polycharter.model.place import Place
from polycharter.model.review import CharterReview

TODAY = datetime.date(2026, 7, 1)
DATES = ("from", "until")


def fact(name: str, number: str = "+44 20 7946 0100", path: str = "charter.toml") -> Fact:
    return Fact(name, Phone(number), True, "", Place(path, 7))


def section(*texts: str, id: str = "help") -> Section:
    place = Place("charter/01-help.md", 1)
    blocks: tuple[Block[Content], ...] = tuple(Paragraph(Message(text, "paragraph", place)) for text in texts)
    return Section(id, Heading(1, id, Message("Help", "title of a section", place)), tuple(Edition), blocks, place)


def charter(*facts: Fact, text: str = "Ask us.", expiring: Iterable[Expiring] = ()) -> Charter:
    return Charter(
        organisation="Alvena",
        title=Message("Charter", "title of the charter", Place("charter.toml", 2)),
        source="en",
        locales=("nl",),
        version="1",
        supersedes="",
        effective_from=DATES[0],
        valid_until=DATES[1],
        facts={each.name: each for each in facts},
        units={},
        terms={},
        sections=(section(text),),
        words={},
        layers={},
        expiring=tuple(expiring),
        address="",
        incomplete={},
    )


def found(
    charter: Charter,
    templates: dict[str, Catalogue] | None = None,
    committed: dict[str, Catalogue | None] | None = None,
) -> list[Finding]:
    return list(check_charter(CharterReview(charter, TODAY, templates or {}, committed or {})))


def template(*entries: Entry) -> Catalogue:
    lined = tuple(replace(entry, line=10 * index) for index, entry in enumerate(entries, 1))
    return Catalogue(lined, path="locales/charter.pot")


def stale(fresh: Catalogue, committed: Catalogue | None) -> list[Finding]:
    return found(charter(), {"charter": fresh}, {"charter": committed})


def test_a_template_is_current_whatever_its_comments_references_and_order() -> None:
    """The value of a fact is in a comment only: changing it makes nothing stale."""
    old = template(Entry("a", extracted_comments=("{n}: for example “5”",)), Entry("b", references=("x.md",)))
    new = template(Entry("b"), Entry("a", extracted_comments=("{n}: for example “3”",), flags=()))
    assert stale(new, old) == []
    assert stale(template(Entry("a", flags=("x", "y"))), template(Entry("a", flags=("y", "x")))) == []


def test_a_template_is_stale_once_however_many_messages_differ() -> None:
    """The finding says how many are new, changed and gone, and names the first."""
    old = template(Entry("a"), Entry("b"), Entry("c"))
    new = template(Entry("a", flags=("max-length:20",)), Entry("d"), Entry("e"))
    (finding,) = stale(new, old)
    assert finding.check == "template-stale"
    assert finding.what == "the template is not current (2 new, 1 changed, 2 no longer there), the first is “d”"
    assert finding.place == Place("locales/charter.pot")
    assert finding.severity is Severity.ERROR


def test_a_changed_plural_or_a_message_that_is_gone_is_shown_at_its_line() -> None:
    """Where the committed file holds the message, the finding points at it."""
    (plural,) = stale(template(Entry("a"), Entry("n", plural="ns")), template(Entry("a"), Entry("n")))
    assert plural.place == Place("locales/charter.pot", 20)
    (gone,) = stale(template(Entry("a")), template(Entry("a"), Entry("b")))
    assert gone.place == Place("locales/charter.pot", 20)
    (context,) = stale(template(Entry("a", context="x")), template(Entry("a")))
    assert "1 new, 1 no longer there" in context.what


def test_a_template_that_is_not_there_is_stale() -> None:
    """It is reported at the path at which it belongs, one finding for each file."""
    (finding,) = stale(template(Entry("a")), None)
    assert finding.place == Place("locales/charter.pot")
    assert "polycharter extract" in finding.todo


def test_an_agreement_is_reported_from_the_day_after_its_last() -> None:
    """A note: it is no longer shown, so nothing that is published is wrong."""
    yesterday = Expiring("agreement", "hot-drinks", datetime.date(2026, 6, 30), Place("charter.toml", 90))
    today = replace(yesterday, id="dogs", until=TODAY)
    (finding,) = found(charter(expiring=(yesterday, today)))
    assert (finding.check, finding.severity) == ("agreement-expired", Severity.NOTE)
    assert finding.what == "the agreement “hot-drinks” ended on 2026-06-30 and is not shown any more"
    assert finding.place == Place("charter.toml", 90)


def test_a_charter_is_reported_from_the_day_after_its_last() -> None:
    """An error: it must not be published."""
    over = Expiring("charter", "until", datetime.date(2026, 6, 30), Place("charter.toml", 20))
    (finding,) = found(charter(expiring=(over,)))
    assert (finding.check, finding.severity) == ("charter-expired", Severity.ERROR)
    assert found(charter(expiring=(replace(over, until=TODAY),))) == []


def test_a_fact_that_nothing_says_is_unused() -> None:
    """Prose, data and the charter's own dates use facts; a name in doubled braces does not."""
    (finding,) = found(charter(fact("helpline"), text="Call {{helpline}}."))
    assert (finding.check, finding.place) == ("fact-unused", Place("charter.toml", 7))
    assert finding.what == "nothing uses the fact “helpline”"
    assert found(charter(fact("helpline"), *map(fact, DATES), text="Call {helpline}.")) == []


def test_a_fact_of_the_data_is_used() -> None:
    """On its own, and inside an interface word."""
    one = charter(fact("helpline"), fact("limit"))
    data: tuple[Block[Content], ...] = (
        Paragraph(FactUse("helpline")),
        Paragraph(Word("at_most", (("value", FactUse("limit")),))),
    )
    assert found(replace(one, sections=(replace(one.sections[0], blocks=data),))) == []


def test_a_fact_of_an_addendum_is_used() -> None:
    """What one country says counts."""
    one = charter(fact("helpline"))
    layer = LocaleLayer("nl", {}, (Addendum("help", section("Bel {helpline}.", id="bel")),))
    assert found(replace(one, layers={"nl": layer})) == []


def test_an_override_with_the_same_value_is_unused() -> None:
    """With another value it is what overrides are for."""
    one = charter(fact("helpline"), text="Call {helpline}.")
    path = "locales/nl/locale.toml"
    same = replace(one, layers={"nl": LocaleLayer("nl", {"helpline": fact("helpline", path=path)})})
    other = replace(one, layers={"nl": LocaleLayer("nl", {"helpline": fact("helpline", "+31 20 000 01 00", path)})})
    (finding,) = found(same)
    assert (finding.check, finding.severity, finding.place) == ("override-unused", Severity.NOTE, Place(path, 7))
    assert found(other) == []

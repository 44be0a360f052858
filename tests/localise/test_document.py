"""Localising: the source says itself, a translation says it in its language, and every gap is marked."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from polycharter.localise.document import Request, localise
from polycharter.model.block import LogSheet, Records, Story
from polycharter.model.charter import Charter
from polycharter.model.compiled import Compiled
from polycharter.model.edition import Edition
from polycharter.model.facts import Count
from polycharter.model.inline import Break, Code, Emphasis, Foreign, Inline, Link, Placeholder, Strong, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedText, State
from polycharter.model.message import Key
from polycharter.model.walk import messages
from polycharter.source.charter import read_charter
from polycharter.text.flatten import plain
from polycharter.text.inline import walk

TESTS = Path(__file__).parents[1]
EMPTY: Mapping[Key, tuple[str, ...]] = {}


@pytest.fixture(scope="module")
def charter() -> Charter:
    return read_charter(TESTS / "sample", [TESTS.parent / "templates"])


def compiled(forms: Mapping[Key, tuple[str, ...]]) -> Compiled:
    return Compiled(forms, lambda n: int(n != 1))


def document(
    charter: Charter,
    locale: str,
    prose: Mapping[Key, tuple[str, ...]] = EMPTY,
    interface: Mapping[Key, tuple[str, ...]] = EMPTY,
    edition: Edition = Edition.STAFF,
    today: datetime.date = datetime.date(2026, 11, 21),
) -> LocalisedDocument:
    return localise(charter, compiled(prose), compiled(interface), Request(locale, edition, today, (), "", ""))


def texts(value: Any) -> Iterator[LocalisedText]:
    """Every localised text in a value, in the order of reading."""
    if isinstance(value, LocalisedText):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def by_key(made: LocalisedDocument) -> dict[Key, LocalisedText]:
    return {text.key: text for text in texts((made.title, made.sections)) if text.key}


def translations(charter: Charter, change: Any) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {message.key: (change(message.text),) for message in messages(charter)}
    found |= {unit.message.key: ("{n} werkdag", "{n} werkdagen") for unit in charter.units.values()}
    return found | {term.key: ("Klachtenformulier",) for term in charter.terms.values()}


def test_the_source_is_canonical_and_complete(charter: Charter) -> None:
    made = document(charter, "en")
    assert {text.state for text in texts((made.title, made.sections))} == {State.CANONICAL}
    assert [section.id for section in made.sections] == ["brief", "promises", "complaints", "handbook"]


def test_no_placeholder_is_left_in_any_document(charter: Charter) -> None:
    for locale in ("en", "nl"):
        for text in texts(document(charter, locale)):
            assert not [node for node in walk(text.nodes) if isinstance(node, Placeholder)]


def test_an_empty_catalogue_renders_the_source_marked_as_fallback(charter: Charter) -> None:
    canonical, made = by_key(document(charter, "en")), by_key(document(charter, "nl"))
    for key, text in made.items():
        assert text.state is State.FALLBACK
        assert text.locale == "en"
        if "{wait}" not in key[1] and "20 seconds" not in plain(text.nodes):
            assert plain(text.nodes) == plain(canonical[key].nodes)


def test_target_equal_to_source_makes_the_same_tree(charter: Charter) -> None:
    canonical = document(charter, "en")
    made = document(charter, "en-GB", translations(charter, lambda text: text))
    assert [section.id for section in made.sections] == [section.id for section in canonical.sections]
    theirs = by_key(canonical)
    prose = {message.key for message in messages(charter)}
    for key, text in by_key(made).items():
        if key in prose:
            assert [type(node) for node in walk(text.nodes)] == [type(node) for node in walk(theirs[key].nodes)]


def test_facts_are_formatted_for_the_locale(charter: Charter) -> None:
    made = by_key(document(charter, "nl", translations(charter, lambda text: text)))
    told = {key[1]: plain(text.nodes).replace("\xa0", " ") for key, text in made.items()}
    assert told["From {begins}"] == "From 1 januari 2026"
    assert told["Get a voucher of {voucher}:"] == "Get a voucher of € 25,00:"
    assert told["We answer every letter within {reply_letters}."] == "We answer every letter within 5 werkdagen."
    assert "“Klachtenformulier”" in told["Fill in “{form}” or call the {body}.\\\nWe are open {hours}."]


@pytest.mark.parametrize(("number", "words"), [(1, "1 werkdag"), (2, "2 werkdagen"), (0, "0 werkdagen")])
def test_counts_take_the_plural_form_of_the_catalogue(charter: Charter, number: int, words: str) -> None:
    fact = replace(charter.facts["reply_letters"], value=Count(number, "working-day"))
    changed = replace(charter, facts={**charter.facts, "reply_letters": fact})
    made = by_key(document(changed, "nl", translations(charter, lambda text: text)))
    text = next(text for key, text in made.items() if key[1].startswith("We answer every letter"))
    assert words in plain(text.nodes)


def test_a_unit_without_translation_is_in_the_source_language_and_marked(charter: Charter) -> None:
    prose = translations(charter, lambda text: text)
    del prose[charter.units["working-day"].message.key]
    made = by_key(document(charter, "nl", prose))
    text = next(text for key, text in made.items() if key[1].startswith("We answer every letter"))
    foreign = [node for node in walk(text.nodes) if isinstance(node, Foreign)]
    assert foreign == [Foreign("en", (Value("reply_letters", "5 working days"),))]
    assert text.state is State.FALLBACK


@pytest.mark.parametrize(
    "target",
    ["", "Antwoord.", "Antwoord in {reply_letters} {reply_letters}.", "Antwoord in {letters}.", "In {reply_letters"],
)
def test_a_translation_whose_placeholders_differ_is_none(charter: Charter, target: str) -> None:
    message = next(message for message in messages(charter) if message.text.startswith("We answer letters"))
    made = by_key(document(charter, "nl", {message.key: (target,)}))
    assert made[message.key].state is State.FALLBACK


def test_a_link_that_the_source_does_not_have_is_only_words(charter: Charter) -> None:
    key = (None, "We answer letters within {reply_letters}. See [everything](public.html).")
    target = "{reply_letters} [alles](public.html) [kwaad](https://evil.example.org) [erger](javascript:x)"
    text = by_key(document(charter, "nl", {key: (target,)}))[key]
    links = [node.href for node in walk(text.nodes) if isinstance(node, Link)]
    assert links == ["public.html"]
    assert "kwaad" in plain(text.nodes)


def test_values_that_lead_somewhere_do(charter: Charter) -> None:
    made = document(charter, "nl")
    hrefs = {node.name: node.href for text in texts(made) for node in walk(text.nodes) if isinstance(node, Value)}
    assert hrefs["helpline"] == "tel:+31200000100"
    assert hrefs["mail"] == "mailto:service@example.org"
    assert hrefs["site"] == "https://www.example.org/"
    assert hrefs["reply_letters"] == ""


def test_an_override_changes_one_locale_only(charter: Charter) -> None:
    def phone(locale: str) -> str:
        found = (node for text in texts(document(charter, locale)) for node in walk(text.nodes))
        return next(node.text for node in found if isinstance(node, Value) and node.name == "helpline")

    assert phone("nl").startswith("020")
    assert phone("en") == "020 7946 0100"


def test_editions_get_what_is_theirs(charter: Charter) -> None:
    public, staff = document(charter, "en", edition=Edition.PUBLIC), document(charter, "en")
    summary = document(charter, "en", edition=Edition.SUMMARY)
    assert [section.id for section in public.sections] == ["promises", "complaints"]
    assert [section.id for section in summary.sections] == ["brief"]

    def said(made: LocalisedDocument) -> str:
        return " ".join(plain(text.nodes) for text in texts(made))

    assert "Secret" in said(staff)
    assert "Secret" not in said(public)
    assert "Letters travel" not in said(public)
    assert not [block for section in public.sections for block in section.blocks if isinstance(block, Story)]


def records(made: LocalisedDocument, kind: str) -> Records[LocalisedText]:
    blocks = [block for section in made.sections for block in section.blocks]
    return next(block for block in blocks if isinstance(block, Records) and block.kind == kind)


def test_an_agreement_is_shown_until_its_last_day(charter: Charter) -> None:
    for day, expected in ((datetime.date(2026, 6, 30), ["old", "current"]), (datetime.date(2026, 7, 1), ["current"])):
        shown = records(document(charter, "en", today=day), "agreements").records
        assert [record.id for record in shown] == expected
    nothing = records(document(charter, "en", today=datetime.date(2028, 1, 1)), "agreements")
    assert nothing.records == ()
    assert plain(nothing.none.nodes) == "There are no current agreements."


def test_records_carry_raw_values_beside_the_words(charter: Charter) -> None:
    first = records(document(charter, "en"), "commitments").records[0]
    fields = {field.name: field for field in first.fields}
    assert plain(fields["limit"].value.nodes) == "at most 5 working days"
    assert fields["limit"].raw == {"is": "at_most", "value": {"value": 5, "unit": "working-day"}}
    assert plain(fields["channel"].value.nodes) == "by letter and by e-mail"
    assert plain(fields["remedy"].value.nodes) == "A voucher of €25.00. Ask for it and you will get it."
    assert fields["result"].raw == {"percent": "80"}
    assert first.marks == ("missed",)
    second = records(document(charter, "en"), "commitments").records[1]
    assert second.marks == ("not-measured",)


def test_an_addendum_stands_in_its_locale_only_and_is_marked_local(charter: Charter) -> None:
    dutch = document(charter, "nl", edition=Edition.PUBLIC)
    assert [section.id for section in dutch.sections] == ["promises", "complaints", "disputes"]
    assert dutch.sections[-1].heading.text.state is State.LOCAL
    assert dutch.sections[-1].heading.text.locale == "nl"
    assert "disputes" not in [section.id for section in document(charter, "en").sections]


def test_an_interface_word_without_translation_is_marked(charter: Charter) -> None:
    made = document(charter, "nl")
    assert made.words["target"].locale == "en"
    assert made.words["target"].state is State.FALLBACK
    done = document(charter, "nl", interface={(None, "Target"): ("Streefwaarde",)})
    assert done.words["target"] == LocalisedText((Text("Streefwaarde"),), "nl", State.TRANSLATED, (None, "Target"))


def test_the_log_sheet_keeps_its_columns(charter: Charter) -> None:
    blocks = [block for section in document(charter, "en").sections for block in section.blocks]
    sheet = next(block for block in blocks if isinstance(block, LogSheet))
    assert [plain(column.nodes) for column in sheet.columns] == ["Date", "Customer"]


def test_markup_becomes_nodes(charter: Charter) -> None:
    kinds: set[type[Inline]] = {type(node) for text in texts(document(charter, "en")) for node in walk(text.nodes)}
    assert {Break, Code, Emphasis, Link, Strong, Text, Value} <= kinds

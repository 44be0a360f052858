"""The checks of the family parity, on this repository's own charter and translations, of which one is spoiled."""

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from polycharter.checks import modules
from polycharter.model.block import Record, Records
from polycharter.model.edition import Edition
from polycharter.model.inline import Link, Text, Value
from polycharter.model.localised import LocalisedDocument, LocalisedSection, LocalisedText, State
from polycharter.model.review import EditionReview
from polycharter.pipeline.desk import Desk, open_desk
from polycharter.pipeline.judge import editions, judge
from polycharter.pipeline.project import open_project

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "parity_cases.toml").read_text("utf-8"))["case"]
LOCALES = ("nl", "vi", "ca", "sv")
PARITY = {id: module for id, module in modules().items() if module.CHECK.family == "parity"}
Document = LocalisedDocument
Spoil = Callable[[Any, Document], Document]


@cache
def reviews() -> Mapping[Edition, EditionReview]:
    """Each edition of the charter in all its languages, the source language first."""
    project = open_project(HERE.parents[1])
    desk: Desk = open_desk(project, ())
    return {review.edition: review for review in editions(desk, judge(project, desk, select=("fuzzy",)).documents)}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("case", CASES, ids=[f"{case['check']}: {case['name']}" for case in CASES])
def test_a_check_says_what_its_case_expects(case: dict[str, Any], locale: str) -> None:
    """Exact counts, in the language that was spoiled and in no other."""
    whole = reviews()[Edition(case.get("edition", "staff"))]
    source, *others = whole.documents
    (document,) = (each for each in others if each.locale == locale)
    spoiled = document
    for name in SPOILS.keys() & case.keys():
        spoiled = SPOILS[name](case[name], spoiled)
        assert spoiled != document, "the case does not fit the charter any more"
    rest = tuple(spoiled if each is document else each for each in others)
    hits = list(PARITY[case["check"]].find_in_edition(replace(whole, documents=(source, *rest))))
    assert len(hits) == case["expect"], [hit.what for hit in hits]
    assert {hit.locale for hit in hits} <= {locale}
    says = case.get("says", "").format(locale=locale)
    assert any(says in hit.what for hit in hits) or not says, [hit.what for hit in hits]


def test_every_check_has_three_cases_of_both_kinds() -> None:
    """Each of them in four languages."""
    fires = Counter(case["check"] for case in CASES if case["expect"])
    silent = Counter(case["check"] for case in CASES if not case["expect"])
    assert {id for id, count in fires.items() if count >= 3} == set(PARITY)
    assert {id for id, count in silent.items() if count >= 3} == set(PARITY)


GONE = object()
"""What a change answers of a value that goes."""


def changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value, and everything in it from the inside out, as `change` has it."""
    if isinstance(value, tuple):
        kept = (changed(each, change) for each in value)
        return tuple(each for each in kept if each is not GONE)
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: changed(getattr(value, each.name), change) for each in fields(value)}
        value = replace(value, **{name: new for name, new in found.items() if new != getattr(value, name)})
    return change(value)


def in_records(place: str, document: Document, change: Callable[[Any], Any]) -> Document:
    """The document with one record, or one field of one, as `change` has it."""
    kind, _, rest = place.partition(":")
    id, _, name = rest.partition(".")

    def of_record(record: Record[LocalisedText]) -> Any:
        if record.id != id:
            return record
        if not name:
            return change(record)
        kept = (change(field) if field.name == name else field for field in record.fields)
        return replace(record, fields=tuple(field for field in kept if field is not GONE))

    def of_records(value: Any) -> Any:
        if not isinstance(value, Records) or value.kind != kind:
            return value
        kept = map(of_record, value.records)
        return replace(value, records=tuple(record for record in kept if record is not GONE))

    return _document(document, of_records)


def _document(document: Document, change: Callable[[Any], Any]) -> Document:
    return replace(document, sections=changed(document.sections, change))


def lose(place: str, document: Document) -> Document:
    """Without a section, a block, a record or a field."""
    if ":" in place:
        return in_records(place, document, lambda _: GONE)
    section, _, number = place.partition("/")

    def of(value: Any) -> Any:
        if not isinstance(value, LocalisedSection) or value.id != section:
            return value
        at = int(number or 0)
        return replace(value, blocks=value.blocks[: at - 1] + value.blocks[at:]) if number else GONE

    return _document(document, of)


def put(values: dict[str, str], document: Document) -> Document:
    """Fields that hold another value."""
    for place, raw in values.items():
        document = in_records(place, document, partial(replace, raw=raw))
    return document


def mark(values: dict[str, str], document: Document) -> Document:
    """Records that are marked otherwise."""
    for place, word in values.items():
        document = in_records(place, document, partial(replace, marks=(word,)))
    return document


def repeat(id: str, document: Document) -> Document:
    """A section once more."""
    again = tuple(section for section in document.sections if section.id == id)
    return replace(document, sections=document.sections + again)


def add(id: str, document: Document) -> Document:
    """A section that only this language has, made of all that the last one holds."""
    return replace(document, sections=(*document.sections, replace(document.sections[-1], id=id, state=State.LOCAL)))


def once(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Change what comes first only."""
    done: list[bool] = []

    def of(value: Any) -> Any:
        if done:
            return value
        new = change(value)
        if new is not value:
            done.append(True)
        return new

    return of


def unlink(href: str, document: Document) -> Document:
    """One link less; its words stay."""
    rule = once(lambda value: Text("zie") if isinstance(value, Link) and value.href == href else value)
    return _document(document, rule)


def relink(targets: dict[str, str], document: Document) -> Document:
    """One link with another target."""
    ((old, new),) = targets.items()
    rule = once(lambda value: replace(value, href=new) if isinstance(value, Link) and value.href == old else value)
    return _document(document, rule)


def unsay(name: str, document: Document) -> Document:
    """One value less."""
    return _document(document, once(lambda value: GONE if isinstance(value, Value) and value.name == name else value))


def resay(names: dict[str, str], document: Document) -> Document:
    """One value instead of another."""
    ((old, new),) = names.items()
    rule = once(lambda value: replace(value, name=new) if isinstance(value, Value) and value.name == old else value)
    return _document(document, rule)


def reverse(_: str, document: Document) -> Document:
    """Every text from its end to its beginning: the order of words is free."""

    def of(value: Any) -> Any:
        return replace(value, nodes=value.nodes[::-1]) if isinstance(value, LocalisedText) else value

    return _document(document, of)


SPOILS: Mapping[str, Spoil] = {
    "lose": lose,
    "set": put,
    "mark": mark,
    "repeat": repeat,
    "add": add,
    "unlink": unlink,
    "relink": relink,
    "unsay": unsay,
    "resay": resay,
    "reverse": reverse,
}

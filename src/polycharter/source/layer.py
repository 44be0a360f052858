"""The locale layer: what one locale overrides and adds."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from polycharter.model.charter import Addendum, LocaleLayer
from polycharter.model.errors import Mistake
from polycharter.model.facts import Count, Duration, Fact, Money, Share, Term, Value
from polycharter.model.locale import posix_locale
from polycharter.model.place import Place
from polycharter.source.facts import KIND_NAMES, read_value
from polycharter.source.files import is_there, read_text
from polycharter.source.markdown import read_section
from polycharter.source.records import Data
from polycharter.source.table import Table
from polycharter.source.toml_file import read_toml


def read_layer(
    root: Path, locale: str, facts: Mapping[str, Fact], limits: Mapping[str, str], data: Data, mistakes: list[Mistake]
) -> LocaleLayer:
    """The overrides and addenda of `locale`; empty where it has none.

    `limits` gives `at_most` or `at_least` for each fact that a commitment is held to: such a fact may only become
    stricter.
    """
    overrides: dict[str, Fact] = {}
    folder = posix_locale(locale)
    path = f"locales/{folder}/locale.toml"
    if is_there(root, path):
        file = read_toml(root, path)
        table = Table(file, (), file.data, mistakes)
        for name, entry in table.table("facts").named_tables():
            if fact := _override(name, entry, facts, limits):
                overrides[name] = fact
        table.finish()
    return LocaleLayer(locale, overrides, _addenda(root, folder, data, mistakes))


def _override(name: str, table: Table, facts: Mapping[str, Fact], limits: Mapping[str, str]) -> Fact | None:
    fact = facts.get(name)
    if fact is None:
        table.wrong("", f"the charter has no fact {name!r}", "Correct the name, or take the override out.")
        return None
    if not fact.local:
        table.wrong("", f"the fact {name!r} is the same everywhere", "Take it out, or mark the fact local = true.")
        return None
    kind = KIND_NAMES[type(fact.value)]
    if isinstance(fact.value, Term):
        table.wrong("", f"the fact {name!r} is a term", "Terms are translated in the catalogue; take it out.")
        return None
    unit = fact.value.unit if isinstance(fact.value, (Count, Duration)) else ""
    value = _with_unit(table, kind, unit) if unit else read_value(table, kind, ())
    table.finish()
    if isinstance(value, Money) and isinstance(fact.value, Money) and value.currency != fact.value.currency:
        if name in limits:
            table.wrong("currency", "a commitment's sum keeps its currency", f"Write {fact.value.currency}.")
    elif _weaker(fact.value, value, limits.get(name, "")):
        table.wrong("value", f"would weaken a commitment ({limits[name].replace('_', ' ')})", "Write a stricter value.")
    return replace(fact, value=value, place=table.place("value"))


def _with_unit(table: Table, kind: str, unit: str) -> Value:
    """A count or duration keeps the charter's unit, so that it stays comparable."""
    return Count(table.integer("value"), unit) if kind == "count" else Duration(table.integer("value"), unit)


def _weaker(canonical: Value, override: Value, limit: str) -> bool:
    before, after = _size(canonical), _size(override)
    if before is None or after is None:
        return False
    return (limit == "at_most" and after > before) or (limit == "at_least" and after < before)


def _size(value: Value) -> float | None:
    match value:
        case Count(value=number) | Duration(value=number):
            return float(number)
        case Share(percent=percent):
            return float(percent)
        case Money(amount=amount):
            return float(amount)
        case _:
            return None


def _addenda(root: Path, name: str, data: Data, mistakes: list[Mistake]) -> tuple[Addendum, ...]:
    folder = root / "locales" / name / "addenda"
    found: list[Addendum] = []
    for file in sorted(folder.glob("[!.]*.md")) if folder.is_dir() else ():
        path = f"locales/{name}/addenda/{file.name}"
        section, front = read_section(read_text(root, path), path, data, mistakes)
        if not front.after:
            todo = 'Begin it with front matter: after = "…", the id of the section before it.'
            mistakes.append(Mistake(Place(path, 1), "does not say where it stands", todo))
        found.append(Addendum(front.after, section))
    return tuple(found)

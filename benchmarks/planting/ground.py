"""The catalogues in which mistakes are planted: the shipped ones, and the same with values written into the prose."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from polycharter import cldr
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.facts import Count, Fact, Term
from polycharter.model.message import Key
from polycharter.model.review import Review
from polycharter.pipeline import judge
from polycharter.pipeline.desk import open_desk
from polycharter.pipeline.project import open_project
from polycharter.text.placeholders import Slot, names, pieces

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
LOCALES = ("nl", "vi", "ca", "sv")
WORDS: Mapping[str, Mapping[str, Any]] = tomllib.loads((HERE / "words.toml").read_text("utf-8"))
"""Language data for planting, by locale."""

_EXTRA = tomllib.loads((HERE / "extra.toml").read_text("utf-8"))["messages"]
_ENGLISH_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 10: "ten", 12: "twelve"}
TODAY = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ground:
    """One clean catalogue in its review, before anything is planted.

    `name` is `charter` or `interface` for what is shipped; `digits` and `words` for the charter with its values
    written out in prose, as charters do that have no facts.
    """

    name: str
    review: Review

    @property
    def locale(self) -> str:
        """Whose catalogue it is."""
        return self.review.locale

    def pairs(self) -> Iterator[tuple[Entry, Entry]]:
        """Each message without plural forms with its translation."""
        return ((wanted, entry) for wanted, entry in self.review.pairs() if wanted.plural is None)

    def planted(self, changed: Mapping[Key, Entry], header: Entry | None = None) -> Review:
        """The review with these entries instead of the clean ones."""
        catalogue = self.review.catalogue
        entries = tuple(changed.get(entry.key, entry) for entry in catalogue.entries)
        return replace(self.review, catalogue=replace(catalogue, entries=entries, header=header or catalogue.header))


def grounds() -> tuple[Ground, ...]:
    """Every ground: four for each language."""
    project = replace(open_project(ROOT), now=TODAY)
    desk = open_desk(project, ())
    found: list[Ground] = []
    for review in judge.reviews(project, desk):
        found.append(Ground(review.domain, review))
        if review.domain == "charter":
            found += [
                Ground("digits", _written_out(desk.charter, review, in_words=False)),
                Ground("words", _written_out(desk.charter, review, in_words=True)),
            ]
    return tuple(found)


def _written_out(charter: Charter, review: Review, *, in_words: bool) -> Review:
    """The review with the values of the charter instead of placeholders, on both sides, and the extra messages.

    Local facts differ from language to language, so messages that use one are left out, and those of units.
    """
    source, locale = review.source, review.locale
    units = {unit.message.key: review.catalogue.live()[unit.message.key] for unit in charter.units.values()}

    def written(text: str, language: str) -> str:
        said = (
            piece if isinstance(piece, str) else _value(charter, charter.facts[piece.name], language)
            for piece in pieces(text)
        )
        return "".join(said)

    def _value(charter: Charter, fact: Fact, language: str) -> str:
        value = fact.value
        if isinstance(value, Count):
            unit = charter.units[value.unit].message
            forms = (unit.text, unit.plural or "") if language == source else units[unit.key].targets
            form = forms[0] if value.value == 1 or len(forms) == 1 else forms[1]
            words = _ENGLISH_NUMBERS if language == source else _numbers(language)
            spelled = words.get(value.value) if in_words else None
            number = spelled or cldr.format_number(value.value, language)
            return "".join(number if isinstance(piece, Slot) else piece for piece in pieces(form))
        if isinstance(value, Term):
            return (
                value.text if language == source else review.catalogue.live()[charter.terms[fact.name].key].targets[0]
            )
        return cldr.format_value(value, language)

    wanted: list[Entry] = []
    entries: list[Entry] = []
    for want, entry in review.pairs():
        used = set(names(want.id))
        if want.plural is not None or not used or any(charter.facts[name].local for name in used):
            continue
        id = written(want.id, source)
        flags = tuple(flag for flag in want.flags if flag != "python-brace-format")
        comments = tuple(line for line in want.extracted_comments if not line.startswith("{"))
        wanted.append(want.changed(id=id, flags=flags, extracted_comments=comments))
        entries.append(
            entry.changed(id=id, flags=flags, extracted_comments=comments, targets=(written(entry.targets[0], locale),))
        )
    for message in _EXTRA:
        comments = ("Paragraph in “Values written out” (public, staff)",)
        wanted.append(Entry(message["en"], extracted_comments=comments))
        entries.append(Entry(message["en"], (message[locale],), extracted_comments=comments))
    return replace(
        review,
        template=replace(review.template, entries=tuple(wanted)),
        catalogue=_numbered(replace(review.catalogue, entries=tuple(entries))),
    )


def _numbers(locale: str) -> dict[int, str]:
    return {int(number): word for number, word in WORDS[locale]["numbers"].items()}


def _numbered(catalogue: Catalogue) -> Catalogue:
    """The catalogue with a line for each entry, so that findings have different places."""
    return replace(catalogue, entries=tuple(_lined(catalogue.entries)))


def _lined(entries: Iterable[Entry]) -> Iterator[Entry]:
    for index, entry in enumerate(entries):
        yield entry.changed(line=100 + 10 * index, target_line=105 + 10 * index)

"""Source text beside target text: one for each message, one for each plural form of a message that counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polycharter.model.catalogue import Entry
from polycharter.model.review import Review
from polycharter.text.plural import parse_plural_forms
from polycharter.text.quote import form_name

_TRIED = (*range(1001), 1_000_000, 1_000_001, 1_000_002, 1_000_005)


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a finished translation.

    `source` is what it is compared with: the source's singular for a form that is used for 1 alone, its plural for
    every other form. `single` says that the form is used for one number only, so that it may leave the number out.
    """

    wanted: Entry
    entry: Entry
    source: str
    target: str
    index: int = 0
    single: bool = False

    @property
    def form(self) -> str:
        """Which plural form it is, to be put behind a text; empty where there are no forms."""
        return form_name(self.index, self.entry.targets)


@lru_cache(maxsize=2)
def sides(review: Review) -> tuple[Side, ...]:
    """Every text of every finished translation, in the order of the template."""
    return tuple(_sides(review))


def _sides(review: Review) -> Iterator[Side]:
    rule = plural_header(review)
    for wanted, entry in review.pairs():
        if wanted.plural is None:
            yield Side(wanted, entry, wanted.id, entry.targets[0])
            continue
        numbers = single_numbers(rule)
        for index, target in enumerate(entry.targets):
            number = numbers.get(index)
            source = wanted.id if number == 1 else wanted.plural
            yield Side(wanted, entry, source, target, index, number is not None)


def plural_header(review: Review) -> str:
    """The plural rule by which the catalogue's forms are numbered: its own, or the locale's where that is broken."""
    header = review.catalogue.header
    own = (
        next((line for line in header.targets[0].split("\n") if line.lower().startswith("plural-forms:")), "")
        if header
        else ""
    )
    value = own.partition(":")[2].strip()
    try:
        parse_plural_forms(value)
    except ValueError:
        return review.plural_forms
    return value


@lru_cache(maxsize=256)
def single_numbers(plural_forms: str) -> dict[int, int]:
    """The forms that are used for exactly one number, with that number.

    >>> single_numbers("nplurals=2; plural=(n != 1);"), single_numbers("nplurals=1; plural=0;")
    ({0: 1}, {})
    """
    try:
        rule = parse_plural_forms(plural_forms)
    except ValueError:
        return {}
    numbers: dict[int, list[int]] = {}
    for n in _TRIED:
        numbers.setdefault(rule(n), []).append(n)
    return {form: found[0] for form, found in numbers.items() if len(found) == 1}

"""One file per check, discovered; pure functions from a review to hits, no input or output.

A check is a module of this package, its name without a leading underscore, that holds

- a docstring: the first line says what is found; `Fires:` and `Passes:` give an example of each. It is what
  `polycharter explain` prints and the reference page is made of;
- `CHECK`, a `Check`;
- `find(review: Review)`, which looks at one catalogue, `find_in_charter(review: CharterReview)`, which looks at the
  charter and its templates, or `find_in_edition(review: EditionReview)`, which looks at one edition in all languages
  after localising; a generator of `Hit`.

The engine below fills in id, severity, locale and domain, so that a check stays pure.
"""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from polycharter.model.check import Check
from polycharter.model.finding import Finding, Hit
from polycharter.model.review import CharterReview, EditionReview, Review


@lru_cache(maxsize=1)
def modules() -> Mapping[str, ModuleType]:
    """Every check's module by the check's id, in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    found = (import_module(f"{__name__}.{name}") for name in names)
    return {module.CHECK.id: module for module in found}


def check_catalogue(review: Review) -> Iterator[Finding]:
    """What the checks find in one catalogue, in the order of its lines."""
    yield from _findings(_hits("find", review), review.locale, review.domain)


def check_charter(review: CharterReview) -> Iterator[Finding]:
    """What the checks find in the charter itself, in the order of files and lines."""
    yield from _findings(_hits("find_in_charter", review), "", "")


def check_edition(review: EditionReview) -> Iterator[Finding]:
    """What the checks find in one edition in all languages."""
    yield from _findings(_hits("find_in_edition", review), "", "")


def _hits(function: str, review: object) -> Iterator[tuple[Check, Hit]]:
    for module in modules().values():
        for hit in getattr(module, function)(review) if hasattr(module, function) else ():
            yield module.CHECK, hit


def _findings(hits: Iterator[tuple[Check, Hit]], locale: str, domain: str) -> list[Finding]:
    findings = [
        Finding(check.id, check.severity, check.certainty, locale, domain, hit.place, hit.what, hit.todo, hit.keys)
        for check, hit in hits
    ]
    return sorted(findings, key=lambda finding: (finding.place, finding.check, finding.what))

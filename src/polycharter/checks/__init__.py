"""One file per check, discovered; pure functions from a review to hits, no input or output.

A check is a module of this package, its name without a leading underscore, that holds

- a docstring: the first line says what is found; `Fires:` and `Passes:` give an example of each. It is what
  `polycharter explain` prints and the reference page is made of;
- `CHECK`, a `Check`;
- one generator of `Hit`: `find(review: Review)`, which looks at one catalogue and its template,
  `find_beside_siblings(review: Review)`, which compares it with those of the other locales, `find_in_charter(review:
  CharterReview)`, which looks at the charter and its templates, `find_in_edition(review: EditionReview)`, which looks
  at one edition in all languages after localising, or `find_in_findings(review, findings, ran, known)`, which looks at
  what the others found in a catalogue;
- if it can't judge every catalogue, `unchecked(review: Review) -> str`: what it leaves out in this one and why, in a
  few words (`no number words for “fi”`), empty where it leaves out nothing. `find` runs all the same.

A text of more than 10,000 characters is no sentence that somebody wrote: only checks for completeness, markup and the
header look at it, and the reports say so. So no check needs to be fast on a megabyte of anything.

The engine below fills in id, severity, locale and domain, finds the line and column of a hit's `quote`, and sorts out
what translators allow, so that a check stays pure. What `find` yields depends on nothing but this one catalogue, its
template, the glossary and the charter (the review that it gets has no siblings): a build remembers it.
"""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from polycharter.checks._allow import allows
from polycharter.checks._oversized import ANY_LENGTH, LONGEST, oversized_keys, without_oversized
from polycharter.checks._places import placed
from polycharter.model.check import EVERY_CHECK, Check, CheckSettings
from polycharter.model.finding import Finding, Hit, NotChecked
from polycharter.model.message import Key
from polycharter.model.review import CharterReview, EditionReview, Review
from polycharter.text.quote import counted

_IN_CATALOGUES = ("find", "find_beside_siblings")
_FUNCTIONS = ("find", "find_beside_siblings", "find_in_charter", "find_in_edition", "find_in_findings")


@lru_cache(maxsize=1)
def modules() -> Mapping[str, ModuleType]:
    """Every check's module by the check's id, in alphabetical order."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    found = (import_module(f"{__name__}.{name}") for name in names)
    return {module.CHECK.id: module for module in found}


def function_of(module: ModuleType) -> str:
    """The name of a check's generator."""
    return next(name for name in _FUNCTIONS if hasattr(module, name))


def check_alone(review: Review, settings: CheckSettings = EVERY_CHECK) -> tuple[Finding, ...]:
    """What is found in one catalogue without looking at those of other locales, allowed or not."""
    alone = replace(review, siblings={})
    readable = without_oversized(alone)
    hits = (
        (module.CHECK, hit)
        for module in _with("find", _chosen(settings))
        for hit in module.find(alone if module.CHECK.family in ANY_LENGTH else readable)
    )
    return tuple(_findings(hits, review))


def check_catalogue(
    review: Review, settings: CheckSettings = EVERY_CHECK, alone: Sequence[Finding] | None = None
) -> Iterator[Finding]:
    """What the checks find in one catalogue, in the order of its lines; what a translator allows says so.

    `alone` is what `check_alone` found in this very catalogue, where that is known already.
    """
    chosen = _chosen(settings)
    readable = without_oversized(review)
    beside = (
        (module.CHECK, hit)
        for module in _with("find_beside_siblings", chosen)
        for hit in module.find_beside_siblings(readable)
    )
    found = check_alone(review, settings) if alone is None else alone
    findings = _allowed(review, [*found, *_findings(beside, review)])
    ran = [id for id, module in chosen.items() if function_of(module) in _IN_CATALOGUES]
    about = (
        (module.CHECK, hit)
        for module in _with("find_in_findings", chosen)
        for hit in module.find_in_findings(review, findings, ran, modules())
    )
    yield from _sorted([*findings, *_findings(about, review)])


def check_charter(review: CharterReview, settings: CheckSettings = EVERY_CHECK) -> Iterator[Finding]:
    """What the checks find in the charter itself, in the order of files and lines."""
    modules = _with("find_in_charter", _chosen(settings))
    yield from _sorted(_finding(module.CHECK, hit) for module in modules for hit in module.find_in_charter(review))


def check_edition(review: EditionReview, settings: CheckSettings = EVERY_CHECK) -> Iterator[Finding]:
    """What the checks find in one edition in all languages; what is about one of them is about its charter."""
    modules = _with("find_in_edition", _chosen(settings))
    hits = ((module.CHECK, hit) for module in modules for hit in module.find_in_edition(review))
    yield from _sorted(_finding(check, hit, "charter" if hit.locale else "") for check, hit in hits)


def not_checked(review: Review, settings: CheckSettings = EVERY_CHECK) -> Iterator[NotChecked]:
    """What the checks leave out in one catalogue, and why."""
    oversized = oversized_keys(review)
    for id, module in _chosen(settings).items():
        reason = module.unchecked(review) if hasattr(module, "unchecked") else ""
        if oversized and function_of(module) in _IN_CATALOGUES and module.CHECK.family not in ANY_LENGTH:
            reason = f"{counted(len(oversized), 'text')} of over {LONGEST:,} characters"
        if review.charter is None and function_of(module) in ("find_in_charter", "find_in_edition"):
            reason = "there is no charter"
        if reason:
            yield NotChecked(id, review.locale, review.domain, reason)


def _chosen(settings: CheckSettings) -> Mapping[str, ModuleType]:
    return {id: module for id, module in modules().items() if settings.includes(id)}


def _with(function: str, chosen: Mapping[str, ModuleType]) -> Iterator[ModuleType]:
    return (module for module in chosen.values() if hasattr(module, function))


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.place, finding.check, finding.what))


def _finding(check: Check, hit: Hit, domain: str = "") -> Finding:
    return Finding(
        check.id, check.severity, check.certainty, hit.locale, domain, hit.place, hit.what, hit.todo, hit.keys
    )


def _findings(hits: Iterable[tuple[Check, Hit]], review: Review) -> list[Finding]:
    """Findings of one catalogue, each with its line and column."""
    made: list[Finding] = []
    live = review.catalogue.live()
    for check, hit in hits:
        place, excerpt = placed(hit, live.get(hit.keys[0]) if hit.keys else None, review.catalogue)
        finding = _finding(check, hit, review.domain)
        made.append(replace(finding, locale=hit.locale or review.locale, place=place, excerpt=excerpt))
    return made


def _allowed(review: Review, findings: list[Finding]) -> list[Finding]:
    """The findings, those that a translator allows in each of their entries with the reason for it."""
    reasons: dict[tuple[str, Key], str] = {}
    for allow in allows(review.catalogue):
        if allow.reason:
            for id in allow.ids:
                reasons.setdefault((id, allow.entry.key), allow.reason)
    if not reasons:
        return findings
    return [replace(finding, allowed=_reason(finding, reasons)) for finding in findings]


def _reason(finding: Finding, reasons: Mapping[tuple[str, Key], str]) -> str:
    given = [reasons.get((finding.check, key), "") for key in finding.keys]
    may = modules()[finding.check].CHECK.allowable
    return given[0] if may and given and all(given) else ""

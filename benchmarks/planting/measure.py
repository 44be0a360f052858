"""Plants the mistakes, runs the checks, and counts what was caught and what was said wrongly."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from benchmarks.planting import letters, markup, promises, wording
from benchmarks.planting.ground import Ground
from benchmarks.planting.kind import KINDS, Kind, Plant, drawn
from polycharter.checks import check_catalogue
from polycharter.model.finding import Finding, Severity
from polycharter.model.message import Key

FAMILIES: tuple[ModuleType, ...] = (promises, markup, wording, letters)
"""Where the kinds are; importing them registers them."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted mistake and the checks that reported it; `notes` are checks that only noted it."""

    kind: Kind
    ground: Ground
    plant: Plant
    by: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def caught(self) -> bool:
        """Whether an error or a warning was reported at the place of the mistake."""
        return bool(self.by)


@dataclass(frozen=True, slots=True)
class Clean:
    """What the checks say of a catalogue in which nothing is planted."""

    ground: Ground
    messages: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """All trials, what was said of the clean catalogues, and findings elsewhere than at a planted mistake."""

    trials: tuple[Trial, ...]
    clean: tuple[Clean, ...]
    elsewhere: tuple[Finding, ...]

    def precision(self) -> float:
        """The share of findings that are about a mistake, clean catalogues and by-catch counted."""
        right = sum(len(trial.by) for trial in self.trials)
        wrong = len(self.elsewhere) + sum(_serious(finding) for each in self.clean for finding in each.findings)
        return right / (right + wrong) if right + wrong else 1.0


def measure(grounds: Sequence[Ground], each: int, seed: int, kinds: Iterable[str] = ()) -> Result:
    """Plant `each` mistakes of each kind in each language, over the kind's grounds, and check.

    The mistakes of one kind stand in one file together, in different entries; those of the header one at a time, and
    those of a kind that says so.
    """
    wanted = set(kinds) or set(KINDS)
    clean = {(ground.locale, ground.name): Clean(ground, *_clean(ground)) for ground in grounds}
    trials: list[Trial] = []
    elsewhere: list[Finding] = []
    for kind in (KINDS[id] for id in KINDS if id in wanted):
        for locale in dict.fromkeys(ground.locale for ground in grounds):
            for ground, plants in shared([g for g in grounds if g.locale == locale], kind, each, seed):
                known = _known(clean[locale, ground.name].findings)
                apart = kind.alone or any(plant.header for plant in plants)
                alone = [[plant] for plant in plants] if apart else [plants]
                for together in filter(None, alone):
                    said, by_catch = _tried(kind, ground, together, known)
                    trials += said
                    elsewhere += by_catch
    return Result(tuple(trials), tuple(clean.values()), tuple(elsewhere))


def _clean(ground: Ground) -> tuple[int, tuple[Finding, ...]]:
    return len(ground.review.pairs()), tuple(check_catalogue(ground.review))


def shared(grounds: Sequence[Ground], kind: Kind, each: int, seed: int) -> Iterable[tuple[Ground, list[Plant]]]:
    """The plants of one kind in one language: as even over its grounds as these have places for them."""
    usable = [ground for ground in grounds if ground.name in kind.grounds]
    drawings = [(ground, drawn(kind, ground, each, seed)) for ground in usable]
    taken: dict[str, list[Plant]] = {ground.name: [] for ground in usable}
    for index in range(each):
        for ground, plants in drawings:
            if index < len(plants) and sum(map(len, taken.values())) < each:
                taken[ground.name].append(plants[index])
    return [(ground, taken[ground.name]) for ground in usable]


def _tried(
    kind: Kind, ground: Ground, plants: Sequence[Plant], known: Mapping[tuple[object, ...], int]
) -> tuple[list[Trial], list[Finding]]:
    """The trials of one file, and what was said elsewhere in it."""
    changed = {key: entry for plant in plants for key, entry in plant.changed.items()}
    header = next((plant.header for plant in plants if plant.header), None)
    new: list[Finding] = []
    left = Counter(dict(known))
    for finding in check_catalogue(ground.planted(changed, header)):
        if left[_mark(finding)]:
            left[_mark(finding)] -= 1
        else:
            new.append(finding)
    trials = []
    for plant in plants:
        about = [finding for finding in new if _is_about(finding, plant, ground)]
        by = tuple(dict.fromkeys(finding.check for finding in about if _serious(finding)))
        notes = tuple(dict.fromkeys(finding.check for finding in about if not _serious(finding)))
        trials.append(Trial(kind, ground, plant, by, notes))
    other = [
        finding
        for finding in new
        if _serious(finding) and not any(_is_about(finding, plant, ground) for plant in plants)
    ]
    return trials, other


def _is_about(finding: Finding, plant: Plant, ground: Ground) -> bool:
    if plant.header is not None:
        return not finding.keys
    keys: Iterable[Key] = plant.changed
    live = ground.review.catalogue.live()
    lines = {live[key].target_line for key in keys}
    return bool(set(finding.keys) & set(keys)) or (finding.place.line in lines)


def _serious(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def _known(findings: Iterable[Finding]) -> Counter[tuple[object, ...]]:
    return Counter(map(_mark, findings))


def _mark(finding: Finding) -> tuple[object, ...]:
    return (finding.check, finding.place, finding.keys)

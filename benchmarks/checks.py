"""What the checks catch of mistakes that are planted in the shipped translations, and what they say of right ones.

Prints Markdown: the table of docs/explanation/checks.md. With `--misses` every mistake that was not caught is listed,
with `--speed` the time for 5,000 messages in four languages follows, beside msgfmt and pofilter. The exit code is 1
where the aims are not reached. `--write` puts what is printed into docs/explanation/checks.md.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.planting.ground import LOCALES, ROOT, grounds
from benchmarks.planting.measure import Result, Trial, measure
from benchmarks.planting.speed import growth, report
from polycharter.model.finding import Severity

SEED = 20261121
PAGE = ROOT / "docs" / "explanation" / "checks.md"
EACH = 4
"""Mistakes of each kind in each language."""


def _share(trials: list[Trial]) -> str:
    caught = sum(trial.caught for trial in trials)
    return f"{caught}/{len(trials)}" if trials else "–"


def table(result: Result) -> Iterator[str]:
    """The Markdown table: a row for each kind, a column for each language."""
    yield f"| planted | {' | '.join(LOCALES)} | caught | by |"
    yield f"|---|{'---|' * len(LOCALES)}---|---|"
    for kind in dict.fromkeys(trial.kind for trial in result.trials):
        trials = [trial for trial in result.trials if trial.kind is kind]
        cells = (_share([trial for trial in trials if trial.ground.locale == locale]) for locale in LOCALES)
        by = Counter(check for trial in trials for check in trial.by)
        checks = ", ".join(f"`{check}`" for check, _ in by.most_common(3))
        yield f"| {kind.what} | {' | '.join(cells)} | {_percent(trials)} | {checks or '–'} |"
    totals = (_share([trial for trial in result.trials if trial.ground.locale == locale]) for locale in LOCALES)
    yield f"| **all** | {' | '.join(totals)} | **{_percent(result.trials)}** | |"


def _percent(trials: Iterable[Trial]) -> str:
    """How many were caught, and how many of the others a check at least noted."""
    every = list(trials)
    noted = sum(bool(trial.notes) and not trial.caught for trial in every)
    caught = f"{100 * sum(trial.caught for trial in every) / len(every):.0f} %"
    return f"{caught} ({noted} noted)" if noted else caught


def summary(result: Result) -> Iterator[str]:
    """The figures in sentences, and the table of what was said of clean catalogues."""
    kinds = {trial.kind.id for trial in result.trials}
    caught = sum(trial.caught for trial in result.trials)
    yield (
        f"{len(result.trials)} mistakes of {len(kinds)} kinds; {caught} caught "
        f"({100 * caught / len(result.trials):.1f} %); precision {100 * result.precision():.1f} %."
    )
    yield ""
    yield "| clean catalogue | language | messages | errors | warnings | notes |"
    yield "|---|---|---|---|---|---|"
    for clean in result.clean:
        found = Counter(finding.severity for finding in clean.findings)
        counts = " | ".join(str(found[severity]) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE))
        yield f"| {clean.ground.name} | {clean.ground.locale} | {clean.messages} | {counts} |"


def misses(result: Result) -> Iterator[str]:
    """Every kind under 80 %, then every mistake that was missed, every false alarm, and what was said elsewhere."""
    by_kind: dict[str, list[Trial]] = {}
    for trial in result.trials:
        by_kind.setdefault(trial.kind.id, []).append(trial)
    weak = [id for id, trials in by_kind.items() if sum(trial.caught for trial in trials) < 0.8 * len(trials)]
    yield f"Kinds under 80 %: {', '.join(weak) or 'none'}"
    for id, trials in by_kind.items():
        missed = [trial for trial in trials if not trial.caught]
        if missed:
            yield f"\n## {id}: {_share(trials)} caught ({trials[0].kind.what})"
        for trial in missed:
            noted = f" (noted by {', '.join(trial.notes)})" if trial.notes else ""
            yield f"- [{trial.ground.locale} {trial.ground.name}]{noted}"
            yield f"    source: {trial.plant.source}"
            yield f"    right:  {trial.plant.was}"
            yield (
                f"    wrong:  {trial.plant.now!r}"
                if not trial.plant.now.isprintable()
                else (f"    wrong:  {trial.plant.now}")
            )
    yield "\n## Said of clean catalogues"
    for clean in result.clean:
        for finding in clean.findings:
            yield f"- [{clean.ground.locale} {clean.ground.name}] {finding.severity} {finding.check}: {finding.what}"
            for context, id in finding.keys[:1]:
                live = clean.ground.review.catalogue.live()
                yield f"    source: {id}"
                yield f"    target: {' | '.join(live[context, id].targets) if (context, id) in live else ''}"
    yield "\n## Said elsewhere than at a planted mistake"
    for finding in result.elsewhere:
        yield f"- [{finding.locale}] {finding.severity} {finding.check}: {finding.what}"
        yield from (f"    source: {id}" for _, id in finding.keys[:1])


def shortcomings(result: Result) -> list[str]:
    """Where the aims are not reached: 95 % caught, no kind under 80 %, precision over 97 %, right texts left alone."""
    found: list[str] = []
    caught = sum(trial.caught for trial in result.trials) / len(result.trials)
    if caught < 0.95:
        found.append(f"{100 * caught:.1f} % caught, not 95 %")
    if result.precision() <= 0.97:
        found.append(f"a precision of {100 * result.precision():.1f} %, not over 97 %")
    for kind in dict.fromkeys(trial.kind for trial in result.trials):
        trials = [trial.caught for trial in result.trials if trial.kind is kind]
        if sum(trials) < 0.8 * len(trials):
            found.append(f"{kind.id}: {sum(trials)} of {len(trials)} caught, not 80 %")
    for locale in LOCALES:
        clean = [each for each in result.clean if each.ground.locale == locale]
        said = Counter(finding.severity for each in clean for finding in each.findings)
        if said[Severity.ERROR]:
            found.append(f"{said[Severity.ERROR]} errors in right {locale}, not 0")
        if said[Severity.WARNING] >= 0.01 * sum(each.messages for each in clean):
            found.append(f"{said[Severity.WARNING]} warnings in right {locale}, not under 1 per 100 messages")
    return found


def filled(page: str, figures: str) -> str:
    """The page with these figures between its two marks; what was there is gone."""
    before, begin, rest = page.partition("<!-- measured: begin -->")
    _, end, after = rest.partition("<!-- measured: end -->")
    return f"{before}{begin}\n{figures}\n{end}{after}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="list what was missed")
    options.add_argument("--speed", action="store_true", help="measure the time for 5,000 messages, too")
    options.add_argument("--write", action="store_true", help="put the figures into the page of the documentation")
    options.add_argument("--each", type=int, default=EACH, help="mistakes of each kind in each language")
    options.add_argument("--seed", type=int, default=SEED, help="draw other places for the mistakes")
    options.add_argument("--kinds", nargs="*", default=(), help="only these kinds")
    chosen = options.parse_args()
    result = measure(grounds(), chosen.each, chosen.seed, chosen.kinds)
    parts = ["\n".join(summary(result)), "\n".join(table(result))]
    if chosen.speed:
        parts += ["\n".join(report()), "\n".join(growth())]
    print("\n\n".join(parts))
    if chosen.write:
        PAGE.write_text(filled(PAGE.read_text("utf-8"), "\n\n".join(parts)), "utf-8")
    if chosen.misses:
        print("\n".join(("", *misses(result))))
    if not chosen.kinds and (short := shortcomings(result)):
        raise SystemExit("\n".join(("", "Short of the aims:", *short)))


if __name__ == "__main__":
    main()

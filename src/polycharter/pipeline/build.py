"""The main job: check, compile, render, report. Nothing under `locales/` is written other than `.mo`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.finding import Finding
from polycharter.model.outcome import Outcome
from polycharter.pipeline import memory, recollection
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.pipeline.workers import helpful
from polycharter.pipeline.write import remove_file, write_file

if TYPE_CHECKING:
    from polycharter.pipeline.publish import Made

Progress = Callable[[str], None]
"""Is told what is being done, in a word or two."""


def build(
    project: Project,
    out: Path,
    locales: Sequence[str] = (),
    editions: Sequence[Edition] = (),
    formats: Sequence[str] = (),
    progress: Progress = lambda _: None,
    workers: int | None = None,
) -> Outcome:
    """Everything that was asked for and is complete, in `out`; what was made before from the same is left as it is.

    Without locales, editions or formats all of them are meant. Editions that may not be published any more are
    removed from `out`, asked for or not. Where nothing has changed since the last build, its outcome is told again
    without reading a catalogue. So many `workers` check and render at the same time, None for as many as help; the
    bytes are the same.
    """
    wish = {"locales": sorted(locales), "editions": sorted(editions), "formats": sorted(formats)}
    situation = memory.situation(project, wish)
    known = memory.recall(out)
    same = known.get("situation") == situation
    compiled = known.get("compiled", {})
    if same and compiled == memory.digests_of(project.root, compiled) and memory.intact(out, known["artefacts"]):
        return recollection.outcome(known["outcome"], len(known["artefacts"]))
    marks = memory.catalogue_marks(situation)
    asked = (tuple(locales), tuple(editions), tuple(formats))
    outcome, remembered = _make(project, out, asked, known, marks, progress, workers)
    if memory.situation(project, wish) != situation:  # somebody saved a file meanwhile: who knows which one was read
        situation, remembered = {}, {**remembered, "alone": {}}
    memory.remember(out, {"situation": situation, "outcome": asdict(outcome), **remembered})
    return outcome


def _make(
    project: Project,
    out: Path,
    asked: tuple[tuple[str, ...], tuple[Edition, ...], tuple[str, ...]],
    known: dict[str, Any],
    marks: Mapping[str, str],
    progress: Progress,
    workers: int | None,
) -> tuple[Outcome, dict[str, Any]]:
    """Make everything; heavy imports are in here, so that a build with nothing to do is spared them."""
    from polycharter.pipeline import judge, partial, publish
    from polycharter.pipeline.compile import compile_locale, uncompiled
    from polycharter.pipeline.desk import chosen, open_desk

    progress("reading")
    desk = open_desk(project, ())
    wish = publish.Wish(*asked)
    chosen(desk.charter, wish.locales, with_source=True)
    progress("checking")
    judged = judge.judge(project, desk, recall=_recall(known, marks), workers=workers)
    found = judged.findings
    progress("compiling")
    compiled = {desk.charter.source: uncompiled()}
    for locale, domains in desk.catalogues.items():
        try:
            compiled[locale] = partial.sound(compile_locale(project, locale, domains), locale, found)
        except CharterError:  # a header that is no use: a check has reported it, and nothing is published from it
            compiled[locale] = uncompiled()
    compiled |= {locale: uncompiled() for locale in desk.damaged}
    made: list[publish.Made] = []
    unprintable: publish.Unprintable = {}
    while True:  # again without the editions that turn out to hold what no font has; what is made already stays
        coverage = partial.decide(desk, found, judge.coverage(desk, found), out, known, unprintable)
        progress("localising")
        documents = publish.documents(project, desk, compiled, coverage, judged.documents)
        progress("rendering")
        kept = tuple(partial.kept(coverage, known))
        rendered, more = publish.artefacts(project, out, documents, wish, known, kept, workers or helpful(), made)
        made = list(rendered)
        if not more:
            break
        for locale, edition in sorted(more):
            if locale == desk.charter.source:
                raise more[locale, edition]
        unprintable = {**unprintable, **more}
    digests = {item.path: _digest(item, known) for item in made}
    complete = {(row.locale, row.edition) for row in coverage if row.publishable}
    today = {"version": desk.charter.version, "day": project.today.isoformat()}
    good = partial.good(made, complete, digests, known, today)
    page = publish.index(project, desk, compiled, coverage, documents, digests)
    made.append(publish.Made(page.path, "", page))
    digests[page.path] = _digest(made[-1], known)
    progress("writing")
    sheet = publish.manifest(desk, project, coverage, digests)
    made.append(publish.Made(sheet.path, "", sheet))
    digests[sheet.path] = _digest(made[-1], known)
    written = tuple(
        item.path for item in made if item.artefact is not None and write_file(out, item.path, item.artefact.data)
    )
    gone = partial.withdrawn(out, coverage, known, digests)
    for path in gone:
        remove_file(out, path)
    outcome = Outcome(
        findings=tuple(row for row in found if not wish.locales or not row.locale or row.locale in wish.locales),
        coverage=tuple(
            row
            for row in coverage
            if wish.includes(row.locale, row.edition) or (row.locale, row.edition) in map(partial.edition_of, gone)
        ),
        files=tuple(row for row in judge.file_coverage(desk) if not wish.locales or row.locale in wish.locales),
        written=written,
        unchanged=len(made) - len(written),
        removed=gone,
        index=page.path,
        allowed=tuple(row for row in judged.allowed if not wish.locales or row.locale in wish.locales),
        not_checked=tuple(row for row in judged.not_checked if not wish.locales or row.locale in wish.locales),
        fail_on=desk.charter.checks.fail_on,
        damaged=desk.mistakes,
    )
    made_from = {item.path: item.made_from for item in made}
    alone = {
        path: {"mark": marks[path], "findings": list(map(asdict, its))}
        for path, its in judged.alone.items()
        if path in marks  # a catalogue that is missing has no mark
    }
    catalogues = [project.catalogue_path(*each, "mo") for each in product(desk.catalogues, DOMAINS)]
    there = {path: its for path, its in memory.digests_of(project.root, catalogues).items() if its}
    made_of = {"artefacts": digests, "made_from": made_from, "compiled": there}
    return outcome, {**made_of, "good": good, "alone": alone}


def _recall(known: Mapping[str, Any], marks: Mapping[str, str]) -> Callable[[str], tuple[Finding, ...] | None]:
    """What the last build found in a catalogue by itself, where that still holds."""

    def recall(path: str) -> tuple[Finding, ...] | None:
        kept = known.get("alone", {}).get(path)
        return tuple(map(recollection.finding, kept["findings"])) if kept and kept["mark"] == marks.get(path) else None

    return recall


def _digest(item: "Made", known: dict[str, Any]) -> str:
    return memory.digest(item.artefact.data) if item.artefact else str(known["artefacts"][item.path])

"""What stands in for an edition that is not complete: nothing, source text, or the files of the last complete build.

The owner chooses for each edition (`[publish] incomplete` in `charter.toml`). The last complete build is what lies in
the output folder: its files stay there byte for byte, so that nothing is promised in them that was not promised then.
A format whose module says `STEADY = True` keeps its last good file whatever was chosen, because other people's pages
hold it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polycharter.model.compiled import Compiled
from polycharter.model.coverage import Coverage, Incomplete
from polycharter.model.edition import Edition
from polycharter.model.errors import UnprintableError
from polycharter.model.finding import Finding
from polycharter.model.locale import is_locale
from polycharter.pipeline import judge, memory
from polycharter.pipeline.desk import Desk

if TYPE_CHECKING:
    from polycharter.pipeline.publish import Made

NOTICE = "not_translated_yet"
"""The interface word that tells readers that parts are in the source's language."""

_NONE: Mapping[tuple[str, Edition], UnprintableError] = {}

Good = Mapping[str, Mapping[str, str]]
"""Of each file that was made from a complete edition: the charter's `version` in it, the `day` on which it was made."""


def decide(
    desk: Desk,
    found: Iterable[Finding],
    rows: Iterable[Coverage],
    out: Path,
    known: Mapping[str, Any],
    unprintable: Mapping[tuple[str, Edition], UnprintableError] = _NONE,
) -> tuple[Coverage, ...]:
    """The rows with what readers get where one is not complete; a reason is added where a wish cannot be met.

    `unprintable` are the editions of which an output cannot be made: they are not complete.
    """
    broken = {*judge.errors(found).broken, *desk.damaged}
    rows = [_with_reason(row, unprintable.get((row.locale, row.edition))) for row in rows]
    good = {path: made for path, made in known.get("good", {}).items() if memory.as_made(out, path, known)}
    return tuple(
        row
        if row.publishable
        else _decided(desk, row, row.locale in broken, (row.locale, row.edition) in unprintable, good)
        for row in rows
    )


def _with_reason(row: Coverage, error: UnprintableError | None) -> Coverage:
    if error is None:
        return row
    return replace(row, reasons=(*row.reasons, f"{error.mistakes[0].place} cannot be made: {error.why}"))


def _decided(desk: Desk, row: Coverage, broken: bool, unprintable: bool, good: Good) -> Coverage:
    mode = desk.charter.incomplete[row.edition]
    mine = {path: made for path, made in good.items() if edition_of(path) == (row.locale, row.edition)}
    reasons: tuple[str, ...] = ()
    if mode is Incomplete.SOURCE and (why := _why_not_mixed(desk, row, broken, unprintable)):
        mode, reasons = Incomplete.HOLD, (f"not shown with source text, because {why}",)
    if mode is Incomplete.LAST_GOOD and not any(not _is_steady(path) for path in mine):
        mode, reasons = Incomplete.HOLD, ("the output folder has no complete build of it to keep",)
    kept = {path: made for path, made in mine.items() if mode is Incomplete.LAST_GOOD or _is_steady(path)}
    newest = max(kept.values(), key=lambda made: made["day"], default={"version": "", "day": ""})
    return replace(
        row,
        reasons=(*row.reasons, *reasons),
        instead=mode,
        kept=tuple(sorted(kept)),
        version=newest["version"],
        since=newest["day"],
    )


def _why_not_mixed(desk: Desk, row: Coverage, broken: bool, unprintable: bool) -> str:
    """Why an edition cannot be shown with source text in it; empty where it can."""
    if broken:
        return "the whole catalogue is in doubt"
    if unprintable:
        return "what is translated cannot be printed"
    if not row.translated.messages:
        return "nothing is translated"
    entry = desk.catalogues[row.locale]["interface"].live().get(desk.charter.words[NOTICE].key)
    return "" if entry and entry.translated else f"the notice about it ({NOTICE}) is not translated"


def edition_of(path: str) -> tuple[str, Edition]:
    """The locale and edition of an artefact.

    >>> edition_of("nl/summary.snippet.html")
    ('nl', <Edition.SUMMARY: 'summary'>)
    """
    locale, _, name = path.rpartition("/")
    return locale, Edition(name.partition(".")[0])


def _is_steady(path: str) -> bool:
    from polycharter import render as renderers

    ending = path.rpartition("/")[2].partition(".")[2]
    return ending in {module.EXTENSION for module in renderers.modules().values() if renderers.is_steady(module)}


def sound(compiled: Mapping[str, Compiled], locale: str, found: Iterable[Finding]) -> dict[str, Compiled]:
    """The compiled catalogues of a locale without the translations that a check found an error in."""
    faulty = judge.errors(found).faulty
    return {
        domain: replace(one, forms={key: said for key, said in one.forms.items() if key not in wrong})
        if (wrong := faulty.get((locale, domain)))
        else one
        for domain, one in compiled.items()
    }


def kept(rows: Iterable[Coverage], known: Mapping[str, Any]) -> "Iterator[Made]":
    """The files of earlier builds that stay as they are."""
    from polycharter.pipeline.publish import Made

    for row in rows:
        yield from (Made(path, known["made_from"].get(path, ""), None, left=True) for path in row.kept)


def withdrawn(out: Path, rows: Iterable[Coverage], known: Mapping[str, Any], now: Collection[str]) -> tuple[str, ...]:
    """The files in the output folder that go: what the last build made and this one does not have.

    Nothing stays of an edition that readers must not get, even where nobody remembers who made it: after a build that
    was interrupted, or where the memory is gone.
    """
    shown = {(row.locale, row.edition) for row in rows if row.shown or row.kept}
    unknown = (path for path in _named_like_artefacts(out) if edition_of(path) not in shown)
    return tuple(sorted({*known.get("artefacts", {}), *unknown} - set(now)))


def _named_like_artefacts(out: Path) -> Iterator[str]:
    """The files in the folder that have the name of an artefact: `nl/public.html`."""
    from polycharter import render as renderers

    endings = [module.EXTENSION for module in renderers.modules().values()]
    for edition, ending in product(Edition, endings):
        for path in out.glob(f"*/{edition}.{ending}"):
            if is_locale(path.parent.name):
                yield path.relative_to(out).as_posix()


def good(
    made: "Sequence[Made]",
    complete: Collection[tuple[str, Edition]],
    digests: Mapping[str, str],
    known: Mapping[str, Any],
    today: Mapping[str, str],
) -> dict[str, Mapping[str, str]]:
    """What the next build may keep: the files of complete editions; `today` is the version and day of new ones.

    A file that this build was not asked for, or kept, is as good as it was before.
    """
    before: Good = known.get("good", {})
    found: dict[str, Mapping[str, str]] = {}
    for item in made:
        same = known.get("artefacts", {}).get(item.path) == digests[item.path]
        if item.path in before and (item.left or same):
            found[item.path] = before[item.path]
        elif not item.left and edition_of(item.path) in complete:
            found[item.path] = today
    return found

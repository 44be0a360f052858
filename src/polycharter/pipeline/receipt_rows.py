"""The rows of a receipt, sorted by what became of each translation."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from polycharter.catalogue.three_way import ThreeWay, Verdict, is_finished
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.finding import Finding, Severity
from polycharter.model.message import Key
from polycharter.model.place import Place
from polycharter.pipeline.receipt import Fate, Row
from polycharter.text.quote import quote

_LIMIT = 300


def sort_rows(
    theirs: Catalogue, new: Collection[Key], ours: Catalogue, result: ThreeWay, remarks: Mapping[Key, Sequence[Finding]]
) -> Mapping[Fate, tuple[Row, ...]]:
    """A row for each translation that is new, in the order of the received file."""
    before = {entry.key: entry for entry in ours.entries}
    after = {entry.key: entry for entry in result.catalogue.entries}
    rows: dict[Fate, list[Row]] = {fate: [] for fate in Fate}
    for entry in sorted(theirs.entries, key=lambda entry: entry.line):
        if entry.key not in new:
            continue
        found = remarks.get(entry.key, ())
        fate = _fate(entry, found, result.verdicts.get(entry.key), after.get(entry.key))
        said = _said(fate, entry, before.get(entry.key), after.get(entry.key))
        place = Place(theirs.path, entry.target_line or entry.line)
        rows[fate].append(Row(place, entry.id, (*said, *_told(found))))
    return {fate: tuple(its) for fate, its in rows.items()}


def _fate(entry: Entry, found: Sequence[Finding], verdict: Verdict | None, after: Entry | None) -> Fate:
    if any(finding.severity is Severity.ERROR for finding in found):
        return Fate.REFUSED
    if entry.obsolete or verdict is None or after is None:
        return Fate.GONE
    if verdict is Verdict.CONFLICT:
        return Fate.CONFLICT
    if verdict is Verdict.ASIDE:
        return Fate.ASIDE
    return Fate.ACCEPTED if is_finished(after) else Fate.REVIEW


def _said(fate: Fate, entry: Entry, before: Entry | None, after: Entry | None) -> Iterator[str]:
    if fate in (Fate.CONFLICT, Fate.ASIDE) and before is not None:
        yield f"Yours: {_texts(entry)}"
        yield f"The other: {_texts(before)}"
    elif fate is Fate.REFUSED and after is not None and is_finished(after):
        yield f"The earlier translation stays until then: {_texts(after)}"
    elif fate is Fate.REVIEW:
        if entry.previous_id is not None and entry.previous_id != entry.id:
            yield f"The source text has changed since. It was: {quote(entry.previous_id, _LIMIT)}"
        elif entry.fuzzy:
            yield "It is marked as fuzzy (in Poedit: “Needs work”) in your file."
        elif not all(entry.targets):
            yield "A plural form is still empty."
        elif after is not None and after.fuzzy:
            yield "Two translations of it were kept earlier, and nobody has chosen yet."


def _texts(entry: Entry) -> str:
    return " / ".join(quote(target, _LIMIT) for target in entry.targets)


def _told(found: Sequence[Finding]) -> Iterator[str]:
    for finding in found:
        what = finding.what[:1].upper() + finding.what[1:]
        yield f"{what}. {finding.todo} [{finding.check}]"


def todo_of(catalogue: Catalogue, template: Catalogue, refused: Collection[Key]) -> tuple[str, ...]:
    """The messages of the template without a finished translation, or with one that was refused, in words."""
    live = catalogue.live()
    entries = [live[message.key] for message in template.entries if message.key in live]
    return tuple(
        f"{quote(entry.id)} ({_why(entry)})" for entry in entries if not is_finished(entry) or entry.key in refused
    )


def _why(entry: Entry) -> str:
    if is_finished(entry):
        return "to be corrected; the earlier translation stays until then"
    return "to be looked at" if entry.fuzzy else "to be translated"

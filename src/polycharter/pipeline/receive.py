"""A catalogue that came by e-mail, made from any older template: checked, merged with what is there, and a receipt.

It is compared with the version it was made from: a committed one if the project is in a git repository, else what
can be told from the file itself. What its translator changed and nobody else is accepted; what somebody else changed
too is kept beside it; an entry with an error is refused with the reason, and keeps nothing else from being accepted.
"""

import contextlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from polycharter import cldr
from polycharter.catalogue.header import change_header, header_field
from polycharter.catalogue.merge import merge
from polycharter.catalogue.po_read import read_po
from polycharter.catalogue.po_write import write_po
from polycharter.catalogue.three_way import settle, text_of
from polycharter.catalogue.three_way_base import assumed_base, best_base, sure_base
from polycharter.catalogue.three_way_header import moment, translator
from polycharter.checks import check_catalogue
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.errors import CharterError, charter_error
from polycharter.model.finding import Finding, Severity
from polycharter.model.message import Key
from polycharter.model.place import Place
from polycharter.pipeline import git
from polycharter.pipeline.desk import Desk, open_whole_desk, read
from polycharter.pipeline.judge import reviews
from polycharter.pipeline.lock import locked
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.pipeline.receipt import Receipt
from polycharter.pipeline.receipt_rows import sort_rows, todo_of
from polycharter.pipeline.received import domain_of, locale_of, read_received, strangers
from polycharter.pipeline.update import catalogue_header, same_but_for_date
from polycharter.pipeline.write import digest_of, write_file
from polycharter.text.quote import visible

_STATES = ("untranslated", "fuzzy")
_REVISED, _TRANSLATOR, _PLURALS = "PO-Revision-Date", "Last-Translator", "Plural-Forms"


def receive(project: Project, file: Path, locale: str = "", *, dry_run: bool = False) -> Receipt:
    """Take what is new in `file` into the project's catalogue of its language and domain, and tell what became of it.

    The language is what `locale`, the file's header and its name say. Raises CharterError where they do not agree;
    where the file cannot be read or is damaged, belongs to no language or domain of the project, or is mostly in
    another language; and, with the new version beside the catalogue, where another program changed that meanwhile.
    """
    theirs = read_received(file)
    locale = locale_of(read(project), theirs, file, locale)
    with contextlib.nullcontext() if dry_run else locked(project.root):
        paths = {domain: project.catalogue_path(locale, domain) for domain in DOMAINS}
        expected = {domain: digest_of(project.root, path) for domain, path in paths.items()}
        desk = open_whole_desk(project, (locale,))
        domain = domain_of(desk.templates, desk.catalogues[locale], theirs, file)
        work = _work(project, desk, locale, domain, theirs)
        remarks = _remarks(project, desk, locale, domain, work, file)
        refused = {key for key, found in remarks.items() if any(f.severity is Severity.ERROR for f in found)}
        # Of the header only name and date are taken: for the rest ours counts as changed and theirs does not.
        base = replace(work.base, header=work.theirs.header)
        result = settle(work.template, base, work.ours, _without(work.theirs, refused, work.ours))
        changed = result.catalogue.entries != work.ours.entries
        if changed and not dry_run:
            signed = replace(result.catalogue, header=_signed(result.catalogue.header, work.theirs.header, project))
            write_file(project.root, paths[domain], write_po(signed, desk.charter.wrap), expect=expected[domain])
    sorted_out = sort_rows(work.theirs, work.new(), work.ours, result, remarks)
    return Receipt(
        file=file.name,
        locale=locale,
        language=cldr.language_name(locale, "en"),
        catalogue=paths[domain],
        translator=translator(work.theirs.header),
        revised=header_field(work.theirs.header, _REVISED) or "",
        base=work.label,
        rows=sorted_out,
        todo=todo_of(result.catalogue, work.template, refused),
        total=len(work.template.entries),
        held=len(theirs.live().keys() & work.template.live().keys()),
        written=changed and not dry_run,
        dry_run=dry_run,
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """The three versions, all with the messages of the template; `label` says where the base is from."""

    template: Catalogue
    base: Catalogue
    ours: Catalogue
    theirs: Catalogue
    label: str

    def new(self) -> frozenset[Key]:
        """The messages, in use or not, to whose translation the received file has something new to say."""
        was, mine = ({e.key: text_of(e) for e in side.entries} for side in (self.base, self.ours))
        return frozenset(
            entry.key
            for entry in self.theirs.entries
            if text_of(entry) not in ((), was.get(entry.key, ()), mine.get(entry.key, ()))
        )


def _work(project: Project, desk: Desk, locale: str, domain: str, theirs: Catalogue) -> _Work:
    template, committed = desk.templates[domain], desk.committed[domain]
    if committed is not None and same_but_for_date(committed, template):
        template = committed
    current = desk.catalogues[locale][domain]
    if current.header is None:
        current = replace(current, header=catalogue_header(project, desk.charter, locale))
    ours, its = merge(template, current).catalogue, merge(template, theirs).catalogue
    label, base = _base(project, current, theirs)
    if base is None:
        # Obsolete entries are left out: they cannot tell which of two texts is the older one.
        base = assumed_base(ours, replace(its, entries=tuple(e for e in its.entries if not e.obsolete)))
        return _Work(template, sure_base(base, theirs), ours, its, label)
    sure = merge(template, sure_base(base, theirs)).catalogue
    return _Work(template, sure, ours, its, label)


def _base(project: Project, current: Catalogue, theirs: Catalogue) -> tuple[str, Catalogue | None]:
    """The version that the file was made from, in words and as it was; None where no earlier version is known."""
    labels: list[str] = []
    found: list[Catalogue] = []
    for version in git.versions(project.root, current.path):
        with contextlib.suppress(CharterError):
            found.append(read_po(version.data, current.path))
            labels.append(version.label)
    if not found:
        return "the catalogue as it is now; no earlier version is known", None
    found.append(current)
    labels.append("the catalogue as it is now")
    best = best_base(found, theirs)
    return labels[best], found[best]


def _remarks(
    project: Project, desk: Desk, locale: str, domain: str, work: _Work, file: Path
) -> Mapping[Key, list[Finding]]:
    """What the checks find in the new translations: errors and warnings; CharterError where most are in a wrong one."""
    header = work.theirs.header if header_field(work.theirs.header, _PLURALS) else work.ours.header
    candidate = replace(work.theirs, header=header)
    (review,) = reviews(project, replace(desk, catalogues={locale: {domain: candidate}}))
    new = work.new()
    found: dict[Key, list[Finding]] = {}
    for finding in check_catalogue(review, desk.charter.checks):
        if finding.severity is Severity.NOTE or finding.allowed or finding.check in _STATES:
            continue
        keys = finding.keys
        if finding.check == "plural-forms-wrong":
            keys = tuple(entry.key for entry in candidate.entries if entry.plural is not None)
        for key in keys:
            if key in new:
                found.setdefault(key, []).append(finding)
    if what := strangers(review, new, found):
        todo = f"Nothing was taken in. It came as {locale}: look whether it is the right file."
        raise charter_error(Place(str(file)), what, todo)
    return found


def _without(theirs: Catalogue, refused: Collection[Key], ours: Catalogue) -> Catalogue:
    """Their catalogue with our side of what is refused, and of what they left empty."""
    mine = ours.live()
    kept = (mine.get(e.key, e) if e.key in refused or not any(e.targets) else e for e in theirs.entries)
    return replace(theirs, entries=tuple(kept))


def _signed(header: Entry | None, theirs: Entry | None, project: Project) -> Entry | None:
    """The header with their translator's name and date; with today's date where theirs says none that is new."""
    if header is None:
        return None
    name, now = translator(theirs), project.now.strftime("%Y-%m-%d %H:%M+0000")
    dates = (header_field(header, _REVISED) or "", now, header_field(theirs, _REVISED) or "")
    before, today, sent = map(moment, dates)
    revised = dates[2] if sent > before else now if today > before else dates[0]
    return change_header(header, {_REVISED: revised} | ({_TRANSLATOR: visible(name)} if name else {}))

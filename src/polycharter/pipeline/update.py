"""The stages that write what translators hold in their hands: extract and update."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from polycharter import cldr
from polycharter.catalogue.header import change_header, header_field, new_header
from polycharter.catalogue.merge import Merged, merge, message_id
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.errors import CharterError, Mistake
from polycharter.model.locale import posix_locale
from polycharter.model.place import Place
from polycharter.pipeline.desk import address, chosen, fresh_templates, read, read_catalogue, read_locale
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.pipeline.write import digest, digest_of, write_file

_CREATED = "POT-Creation-Date"


def write_templates(project: Project, *, check: bool) -> dict[str, bool]:
    """Write the templates; for each path whether it was (with `check`: would be) changed."""
    charter = read(project)
    changed: dict[str, bool] = {}
    for template in fresh_templates(project, charter).values():
        committed = read_catalogue(project, template.path)
        if committed is not None and same_but_for_date(committed, template):
            changed[template.path] = False
        elif check:
            changed[template.path] = True
        else:
            changed[template.path] = write_file(project.root, template.path, write_po(template))
    return changed


def same_but_for_date(old: Catalogue, new: Catalogue) -> bool:
    """Whether two templates are the same bytes but for the date of their making."""
    if old.header is None or new.header is None:
        return False
    created = header_field(old.header, _CREATED) or ""
    return write_po(old) == write_po(replace(new, header=change_header(new.header, {_CREATED: created})))


class Updated(NamedTuple):
    """A catalogue after an update: whose it is, what happened to its messages, whether its file had to change."""

    locale: str
    merged: Merged
    changed: bool


def update(
    project: Project, locales: Sequence[str], *, check: bool, editorial: Sequence[str] = ()
) -> dict[str, Updated]:
    """Merge the templates into the catalogues; by path what came of it.

    With `check` nothing is written. Where nothing but a date would change, nothing changes. `editorial` are the ids
    of messages (`merge.message_id`) whose last edit asks nothing of a translator.
    """
    charter = read(project)
    templates = fresh_templates(project, charter)
    _refuse_unknown(editorial, templates.values())
    for domain, template in templates.items():
        committed = read_catalogue(project, template.path)
        if committed is not None and same_but_for_date(committed, template):
            templates[domain] = committed
    results: dict[str, tuple[Updated, bytes, str]] = {}
    for locale in chosen(charter, locales):
        before = {domain: digest_of(project.root, project.catalogue_path(locale, domain)) for domain in DOMAINS}
        for domain, catalogue in read_locale(project, locale).items():
            if catalogue.header is None:
                catalogue = replace(catalogue, header=catalogue_header(project, charter, locale))
            merged = merge(templates[domain], catalogue, frozenset(editorial))
            data = write_po(merged.catalogue, charter.wrap)
            changed = digest(data) != before[domain]
            results[catalogue.path] = (Updated(locale, merged, changed), data, before[domain])
    for path, (updated, data, read_as) in results.items():
        if updated.changed and not check:
            write_file(project.root, path, data, expect=read_as)
    return {path: updated for path, (updated, _, _) in results.items()}


def _refuse_unknown(ids: Sequence[str], templates: Iterable[Catalogue]) -> None:
    known = {message_id(entry.key) for template in templates for entry in template.entries} if ids else set()
    todo = "Copy the id from what polycharter update --check prints beside the message."
    mistakes = [Mistake(Place("--editorial"), f"no message has the id {id!r}", todo) for id in ids if id not in known]
    if mistakes:
        raise CharterError(*mistakes)


def catalogue_header(project: Project, charter: Charter, locale: str) -> Entry:
    """The header of a new catalogue, complete and real."""
    now = project.now.strftime("%Y-%m-%d %H:%M+0000")
    reach = address(charter)
    return new_header(
        project=f"{charter.organisation} {charter.version}",
        report_to=reach,
        pot_created=now,
        revised=now,
        translator=f"{charter.organisation} <{reach}>",
        team=f"{cldr.language_name(locale, 'en')} <{reach}>",
        language=posix_locale(locale),
        plural_forms=cldr.plural_forms(locale),
    )

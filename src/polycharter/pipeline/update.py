"""The stages that write what translators hold in their hands: extract and update."""

from collections.abc import Sequence
from dataclasses import replace

from polycharter import cldr
from polycharter.catalogue.header import change_header, header_field, new_header
from polycharter.catalogue.merge import Merged, merge
from polycharter.catalogue.po_write import write_po
from polycharter.model.catalogue import Catalogue, Entry
from polycharter.model.charter import Charter
from polycharter.model.locale import posix_locale
from polycharter.pipeline.desk import address, chosen, fresh_templates, read, read_catalogue, read_locale
from polycharter.pipeline.project import Project
from polycharter.pipeline.write import write_file

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


def update(project: Project, locales: Sequence[str], *, check: bool) -> dict[str, tuple[Merged, bool]]:
    """Merge the templates into the catalogues; by path the result, and whether it differs from the file.

    With `check` nothing is written. Where nothing but a date would change, nothing changes.
    """
    charter = read(project)
    templates = fresh_templates(project, charter)
    results: dict[str, tuple[Merged, bytes]] = {}
    for locale in chosen(charter, locales):
        for domain, catalogue in read_locale(project, locale).items():
            template = templates[domain]
            committed = read_catalogue(project, template.path)
            if committed is not None and same_but_for_date(committed, template):
                template = committed
            if catalogue.header is None:
                catalogue = replace(catalogue, header=catalogue_header(project, charter, locale))
            merged = merge(template, catalogue)
            results[catalogue.path] = (merged, write_po(merged.catalogue))
    told: dict[str, tuple[Merged, bool]] = {}
    for path, (merged, data) in results.items():
        file = project.root / path
        changed = not file.is_file() or file.read_bytes() != data
        if changed and not check:
            write_file(project.root, path, data)
        told[path] = (merged, changed)
    return told


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

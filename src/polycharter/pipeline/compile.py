"""The stage between catalogues and documents: `.po` to `.mo`, and back from there."""

from polycharter.catalogue.mo import read_mo, write_mo
from polycharter.model.compiled import Compiled
from polycharter.pipeline.desk import Domains
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.pipeline.write import write_file


def compile_locale(project: Project, locale: str, domains: Domains) -> dict[str, Compiled]:
    """Write the `.mo` files of one locale and read them back: what is published comes from what was compiled."""
    compiled: dict[str, Compiled] = {}
    for domain, catalogue in domains.items():
        path = project.catalogue_path(locale, domain, "mo")
        data = write_mo(catalogue)
        compiled[domain] = read_mo(data, path)  # first, so that nothing that can't be read is left behind
        write_file(project.root, path, data)
    return compiled


def uncompiled() -> dict[str, Compiled]:
    """What the source language has instead of catalogues: nothing to translate."""
    return {domain: Compiled({}, lambda n: int(n != 1)) for domain in DOMAINS}

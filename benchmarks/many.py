"""A charter project in a hundred languages, to measure with: the shipped charter, accented, under real locale codes.

Every message of both catalogues is filled in, so that every edition is complete; the headers and plural forms are
those of each language, and so are dates, sums and opening hours. The words are the pseudo-locale's, so only checks
that can't be wrong about a made-up language are on, as in `polycharter pseudo`.
"""

import datetime
import json
import re
import shutil
from pathlib import Path

from polycharter import cldr
from polycharter.catalogue.po_write import write_po
from polycharter.catalogue.pseudo import pseudo
from polycharter.checks import modules
from polycharter.model.finding import Certainty, Severity
from polycharter.pipeline.desk import fresh_templates, read
from polycharter.pipeline.project import DOMAINS, Project
from polycharter.pipeline.update import catalogue_header
from polycharter.text.plural import parse_plural_forms

ROOT = Path(__file__).parents[1]
LOCALES = """af ast az be bg br bs ca cs cy da de de-AT de-CH dsb el en-AU en-CA en-IE en-IN en-NZ en-US en-ZA es
    es-AR es-CL es-CO es-MX es-PE et eu fi fil fo fr fr-BE fr-CA fr-CH fur fy ga gd gl gsw haw hr hsb hu
    id is it it-CH jv kab kk ky lb lt lv mg mk mn ms mt nb nl nl-BE nn nso om pl pt-BR pt-PT rm ro ru sc
    se sk sl sn so sq sr sr-Latn st su sv sv-FI sw tk tn tr uk uz vi ve vo wo xh
""".split()  # noqa: SIM905 - tags are read more easily so
"""Languages in letters that the built-in font of the PDFs has."""


def project_in(folder: Path, count: int) -> Path:
    """The project in `folder`, which is made, in so many languages."""
    folder.mkdir(parents=True)
    locales = LOCALES[:count]
    shutil.copytree(ROOT / "charter", folder / "charter")
    data = (ROOT / "charter.toml").read_text("utf-8")
    languages, checks = (json.dumps(row) for row in (locales, _certain()))
    data = re.sub("^locales = .*$", f"locales = {languages}", data, count=1, flags=re.MULTILINE)
    (folder / "charter.toml").write_text(f"{data}\n[checks]\nselect = {checks}\n", "utf-8")
    project = Project(folder, ROOT, datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC))
    charter = read(project)
    templates = fresh_templates(project, charter)
    for domain in DOMAINS:
        (folder / project.template_path(domain)).parent.mkdir(exist_ok=True)
        (folder / project.template_path(domain)).write_bytes(write_po(templates[domain]))
        for locale in locales:
            path = project.catalogue_path(locale, domain)
            rule = parse_plural_forms(cldr.plural_forms(locale))
            made = pseudo(templates[domain], "en-XA", catalogue_header(project, charter, locale), rule, path)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(write_po(made))
    return folder


def _certain() -> list[str]:
    """The checks that a made-up language can pass."""
    checks = (module.CHECK for module in modules().values())
    sure = (Severity.ERROR, Certainty.CERTAIN)
    return sorted(each.id for each in checks if (each.severity, each.certainty) == sure and each.family != "language")

"""Compile the catalogues: .po to .mo."""

from pathlib import Path

import click

from polycharter.cli._shared import locales_argument, project_option


@click.command("compile", epilog="Example:  polycharter compile nl")
@locales_argument
@project_option
def command(locales: tuple[str, ...], root: Path) -> None:
    """Compile the catalogues of each LOCALE; fuzzy and empty entries are left out, as msgfmt does."""
    from polycharter.pipeline.compile import compile_locale
    from polycharter.pipeline.desk import open_whole_desk
    from polycharter.pipeline.project import open_project

    project = open_project(root)
    desk = open_whole_desk(project, locales)
    for locale, domains in desk.catalogues.items():
        for domain, compiled in compile_locale(project, locale, domains).items():
            count = sum(key != (None, "") for key in compiled.forms)
            click.echo(f"{project.catalogue_path(locale, domain, 'mo')}: {count} messages")

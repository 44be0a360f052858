"""Compiled catalogues to pages: what build does, without its report on findings."""

from pathlib import Path

import click

from polycharter.cli._shared import (
    edition_option,
    end,
    locales_argument,
    out_option,
    progress,
    project_option,
    workers_option,
)
from polycharter.model.edition import Edition
from polycharter.pipeline.build import build
from polycharter.pipeline.project import open_project, output_folder
from polycharter.render import names


@click.command("render", epilog="Example:  polycharter render nl --edition staff --format pdf --out print")
@locales_argument
@project_option
@edition_option
@click.option("--format", "formats", type=click.Choice(names()), multiple=True, help="Only this format; repeatable.")
@out_option
@workers_option
def command(
    locales: tuple[str, ...],
    root: Path,
    editions: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path | None,
    workers: int | None,
) -> None:
    """Render the charter in every LOCALE that is complete, and list the files that changed."""
    project = open_project(root)
    folder = output_folder(root, out or root / "build")
    tick = progress()
    chosen = tuple(Edition(name) for name in editions)
    outcome = build(project, folder, locales, chosen, formats, tick, workers)
    tick("")
    for path in outcome.written:
        click.echo(str(folder / path))
    for row in outcome.held:
        kept = f" (version {row.version} of {row.since} stays)" if row.instead == "last-good" else ""
        click.echo(f"{row.locale} {row.edition}: not published{kept}: {'; '.join(row.reasons)}", err=True)
    end(outcome, bool(outcome.held))

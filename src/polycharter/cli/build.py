"""Check, compile and render: the main job."""

from pathlib import Path

import click

from polycharter.cli._shared import (
    edition_option,
    end,
    fails,
    locales_argument,
    out_option,
    progress,
    project_option,
    tell,
    workers_option,
)
from polycharter.model.edition import Edition
from polycharter.pipeline.build import build
from polycharter.pipeline.project import open_project, output_folder
from polycharter.pipeline.templates import misnamed, outdated
from polycharter.render import names
from polycharter.text.quote import counted


@click.command("build", epilog="Example:  polycharter build nl --edition public --format html")
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
    """Check, compile and render the charter in every LOCALE that is complete.

    A language that is not complete for an edition is not published in it, and the table says why.
    """
    project = open_project(root)
    folder = output_folder(root, out or root / "build")
    for line in (*outdated(root), *misnamed(root)):
        click.echo(line, err=True)
    tick = progress()
    chosen = tuple(Edition(name) for name in editions)
    outcome = build(project, folder, locales, chosen, formats, tick, workers)
    tick("")
    if outcome.findings:
        tell("text", "findings", outcome)
        click.echo()
    tell("text", "status", outcome)
    click.echo()
    told = [f"{counted(len(outcome.written), 'file')} written", f"{outcome.unchanged} unchanged"]
    if outcome.removed:
        told.append(f"{len(outcome.removed)} removed")
    click.echo(f"{', '.join(told)}. Open {folder / outcome.index}")
    end(outcome, bool(outcome.held) or fails(outcome))

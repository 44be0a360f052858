"""Build the charter in made-up languages, to see what breaks."""

from pathlib import Path

import click

from polycharter.cli._shared import edition_option, progress, project_option, tell
from polycharter.model.edition import Edition
from polycharter.render import names
from polycharter.text.quote import counted


@click.command("pseudo", epilog="Example:  polycharter pseudo --format pdf")
@project_option
@edition_option
@click.option("--format", "formats", type=click.Choice(names()), multiple=True, help="Only this format; repeatable.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    show_default="build/pseudo/ in the project",
    help="Folder of the copy.",
)
def command(root: Path, editions: tuple[str, ...], formats: tuple[str, ...], out: Path | None) -> None:
    """Copy the project in two made-up languages, and build the copy in every format.

    en-XA is accented and 40 % longer: what is too narrow, and what was never extracted, shows. ar-XB is in Arabic
    letters and runs from right to left. Nothing is written beside the copy, and no locale of the project is touched.
    """
    from polycharter.pipeline.project import open_project, output_folder
    from polycharter.pipeline.pseudo import build_pseudo

    project = open_project(root)
    folder = output_folder(root, out or root / "build" / "pseudo")
    tick = progress()
    outcome, made = build_pseudo(project, folder, tuple(Edition(name) for name in editions), formats, tick)
    tick("")
    if outcome.findings:
        tell("text", "findings", outcome)
        click.echo()
    tell("text", "status", outcome)
    click.echo()
    told = f"{counted(len(outcome.written), 'file')} written, {outcome.unchanged} unchanged"
    click.echo(f"{told}. Open {made / outcome.index}")
    raise SystemExit(1 if outcome.held else 0)

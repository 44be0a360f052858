"""Make a new charter project, ready to build."""

from pathlib import Path

import click


@click.command("init", epilog="Example:  polycharter init demo")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Make a new charter project in DIR from the shipped one: four languages, ready to build and to change."""
    from polycharter.pipeline.starter import start

    count = start(folder)
    click.echo(f"{folder}: a charter project with {count} files.")
    click.echo(f"Next: cd {folder} && polycharter build")

"""Make a new charter project, ready to build, or bring out the templates."""

from pathlib import Path

import click


@click.command("init", epilog="Example:  polycharter init demo    polycharter init --templates --only html")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", required=False)
@click.option("--templates", is_flag=True, help="Copy the shipped templates out, to be changed.")
@click.option("--only", metavar="NAME", multiple=True, help="With --templates: a format or a file; repeatable.")
def command(folder: Path | None, templates: bool, only: tuple[str, ...]) -> None:
    """Make a new charter project in DIR from the shipped one: five languages, ready to build and to change.

    With --templates, copy the templates into the project in DIR (this folder, if you name none), which may be there
    already. Nothing that is there is touched. --only html/style.css copies one file, --only pdf those of one format.
    """
    from polycharter.pipeline.project import clock
    from polycharter.pipeline.starter import start
    from polycharter.pipeline.templates import chosen

    if only and not templates:
        raise click.UsageError("--only goes with --templates.")
    if folder is None and not templates:
        raise click.UsageError("Missing argument 'DIR'.")
    chosen(only)
    if folder is not None and not (folder / "charter.toml").is_file():
        count = start(folder, clock().date())
        click.echo(f"{folder}: a charter project with {count} files.")
        if not templates:
            click.echo(f"Next: cd {folder} && polycharter build")
    elif not templates:
        start(folder or Path(), clock().date())  # says that there is a project already
    if templates:
        _bring(folder or Path(), only)


def _bring(root: Path, only: tuple[str, ...]) -> None:
    """Copy the templates, and say what was done with each."""
    from polycharter.pipeline.project import open_project
    from polycharter.pipeline.templates import FOLDER, copy_templates, outdated

    open_project(root)
    copied = copy_templates(root, only)
    click.echo(f"{root / FOLDER}: {len(copied.written)} copied, {len(copied.left)} left as they were.")
    for name in copied.written:
        click.echo(f"  copied  {name}")
    for name in copied.left:
        click.echo(f"  left    {name}")
    for line in outdated(root):
        click.echo(line, err=True)
    click.echo("Next: change what you like, delete what you leave as it is (the shipped one is used then), and build.")

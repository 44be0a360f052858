"""Merge two branches' catalogues entry by entry; git runs it."""

from pathlib import Path

import click

from polycharter.cli._shared import project_option


@click.command("merge-driver", epilog="Example:  polycharter merge-driver --install")
@click.argument("files", nargs=-1, metavar="[BASE OURS THEIRS [PATH]]", type=click.Path(path_type=Path))
@click.option("--install", is_flag=True, help="Set this clone of the repository up, so that git runs it.")
@project_option
def command(files: tuple[Path, ...], install: bool, root: Path) -> None:
    """Merge the catalogues OURS and THEIRS, both made from BASE, into OURS; PATH is the name to call it by.

    Never leaves conflict markers. Where both changed a translation, the newer one stays as fuzzy and the other one is
    in a comment above it; the exit code is 1 then, and git waits for somebody to choose.
    """
    if install:
        from polycharter.pipeline import git

        for line in git.install(root):
            click.echo(line)
        return
    if len(files) not in (3, 4):
        raise click.UsageError("three files are needed: BASE OURS THEIRS. To set git up: --install.")
    from polycharter.pipeline.merge_files import merge_files

    base, ours, theirs = files[:3]
    name = str(files[-1]) if len(files) == 4 else str(ours)
    conflicts = merge_files(base, ours, theirs, name)
    for line in conflicts:
        click.echo(line, err=True)
    raise SystemExit(1 if conflicts else 0)

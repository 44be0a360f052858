"""Take a translated file that came by e-mail, and print a receipt."""

from pathlib import Path

import click

from polycharter.cli._shared import project_option


@click.command("receive", epilog="Example:  polycharter receive ~/mail/charter-nl.po > receipt.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--locale", default="", help="The language of FILE, where neither its header nor its name says it.")
@click.option("--dry-run", is_flag=True, help="Print the receipt, write nothing.")
@project_option
def command(file: Path, locale: str, dry_run: bool, root: Path) -> None:
    """Check FILE and take what is new in it into the catalogue of its language; nothing there is overwritten.

    FILE may be made from any older template. What somebody else has changed too is kept beside it, as fuzzy. The
    receipt is for the translator: accepted, refused and why, still to do. The exit code is 1 where something was
    refused or changed by somebody else or the file is empty, 2 where it is not in the language that it came as.
    """
    from polycharter.pipeline.project import open_project
    from polycharter.pipeline.receipt import receipt_text
    from polycharter.pipeline.receive import receive

    receipt = receive(open_project(root), file, locale, dry_run=dry_run)
    click.echo(receipt_text(receipt), nl=False)
    raise SystemExit(0 if receipt.complete else 1)

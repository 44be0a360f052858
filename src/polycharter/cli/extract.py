"""Take the messages out of the charter: locales/*.pot."""

from pathlib import Path

import click

from polycharter.cli._shared import project_option


@click.command("extract", epilog="Example:  polycharter extract --check")
@project_option
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a template is not current.")
def command(root: Path, check: bool) -> None:
    """Write the templates locales/charter.pot and locales/interface.pot from the charter as it is now."""
    from polycharter.pipeline.project import open_project
    from polycharter.pipeline.update import write_templates

    changed = write_templates(open_project(root), check=check)
    for path, different in changed.items():
        state = ("is not current. Run: polycharter extract" if check else "written") if different else "is current"
        click.echo(f"{path}: {state}")
    raise SystemExit(1 if check and any(changed.values()) else 0)

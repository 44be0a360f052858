"""Tell what is wrong with the translations, where, and what to do."""

from pathlib import Path

import click

from polycharter.cli._shared import fail_on_option, fails, format_option, locales_argument, project_option, tell
from polycharter.model.outcome import Outcome


@click.command("check", epilog="Example:  polycharter check nl vi --format json")
@locales_argument
@project_option
@format_option
@fail_on_option
def command(locales: tuple[str, ...], root: Path, form: str, fail_on: str) -> None:
    """Check the charter and the catalogues of each LOCALE."""
    from polycharter.pipeline.desk import open_desk
    from polycharter.pipeline.judge import findings
    from polycharter.pipeline.project import open_project

    project = open_project(root)
    outcome = Outcome(findings=findings(project, open_desk(project, locales)))
    tell(form, "findings", outcome)
    raise SystemExit(1 if fails(outcome, fail_on) else 0)

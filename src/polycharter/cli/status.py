"""Tell what is translated, and what can be published."""

from pathlib import Path

import click

from polycharter.cli._shared import end, format_option, locales_argument, project_option, tell
from polycharter.model.outcome import Outcome


@click.command("status", epilog="Example:  polycharter status --format json")
@locales_argument
@project_option
@format_option
def command(locales: tuple[str, ...], root: Path, form: str) -> None:
    """Count words and messages for each LOCALE and edition, and say what can be published and why not."""
    from polycharter.pipeline.desk import open_desk
    from polycharter.pipeline.judge import coverage, file_coverage, findings
    from polycharter.pipeline.memory import recall
    from polycharter.pipeline.partial import decide
    from polycharter.pipeline.project import open_project

    project = open_project(root)
    desk = open_desk(project, locales)
    found = findings(project, desk)
    out = root / "build"
    rows = decide(desk, found, coverage(desk, found), out, recall(out))
    outcome = Outcome(findings=found, coverage=rows, files=file_coverage(desk), damaged=desk.mistakes)
    tell(form, "status", outcome)
    end(outcome, bool(outcome.held))

"""What several commands share: arguments, choosing a report, exit codes."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from polycharter.model.edition import Edition
from polycharter.model.errors import CharterError
from polycharter.model.finding import Severity
from polycharter.model.outcome import Outcome
from polycharter.report import formats, report

F = TypeVar("F", bound=Callable[..., Any])


def project_option(command: F) -> F:
    """`--project DIR`: the folder of the charter, without changing to it."""
    folder = click.Path(path_type=Path, file_okay=False, exists=True)
    option = click.option(
        "--project", "root", type=folder, default=".", show_default="this folder", help="The project."
    )
    return option(command)


def locales_argument(command: F) -> F:
    """`[LOCALE]…`: the languages to work on; all where none is named."""
    return click.argument("locales", nargs=-1, metavar="[LOCALE]...")(command)


def format_option(command: F) -> F:
    """`--format`: which report."""
    option = click.option("--format", "form", type=click.Choice(formats()), default="text", help="Form of the report.")
    return option(command)


def edition_option(command: F) -> F:
    """`--edition`, repeatable; all where none is named."""
    choices = click.Choice([str(edition) for edition in Edition])
    return click.option("--edition", "editions", type=choices, multiple=True, help="Only this edition; repeatable.")(
        command
    )


def out_option(command: F) -> F:
    """`--out DIR`: where the artefacts go."""
    folder = click.Path(path_type=Path, file_okay=False)
    return click.option(
        "--out", type=folder, default=None, show_default="build/ in the project", help="Output folder."
    )(command)


def workers_option(command: F) -> F:
    """`--workers N`: how many checks and outputs are made at the same time; None where nobody says."""
    return click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=None,
        metavar="N",
        show_default="one a processor, at most 4",
        help="How many checks and outputs are made at the same time; the bytes are the same.",
    )(command)


def tell(form: str, what: str, outcome: Outcome) -> None:
    """Print the report `what` ("findings" or "status") in the form that was asked for."""
    module = report(form)
    write = getattr(module, what)
    if form == "text":
        terminal = sys.stdout.isatty()
        click.echo(write(outcome, colour=_colour(), width=_width() if terminal else 0), nl=False, color=_colour())
    else:
        click.echo(write(outcome), nl=False)


def _colour() -> bool:
    """Colours only on a terminal, and not where NO_COLOR is set (no-color.org)."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _width() -> int:
    import shutil

    return max(60, shutil.get_terminal_size().columns)


def progress() -> Callable[[str], None]:
    """Shows on a terminal, on one line, what is being done; quiet in a pipe."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda step: click.echo(f"\r\033[K{step}…" if step else "\r\033[K", nl=False, err=True)


def end(outcome: Outcome, failed: bool) -> NoReturn:
    """End the command: 2 where a catalogue could not be read, with what is wrong in it, else 1 or 0."""
    if outcome.damaged:
        raise CharterError(*outcome.damaged)
    raise SystemExit(1 if failed else 0)


def fails(outcome: Outcome) -> bool:
    """Whether findings at or above the failing severity were made."""
    severities = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}}
    bad = severities.get(outcome.fail_on, set())
    return any(finding.severity in bad for finding in outcome.findings)

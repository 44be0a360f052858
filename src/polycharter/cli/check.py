"""Tell what is wrong with the translations, where, and what to do."""

from pathlib import Path
from typing import NoReturn

import click

from polycharter.cli._shared import end, fails, format_option, project_option, tell
from polycharter.model.check import FAIL_ON
from polycharter.model.outcome import Outcome

_EXAMPLES = """Example:

\b
  polycharter check nl vi --format json
  polycharter check locales/nl/LC_MESSAGES/charter.po
  polycharter check some/other/project/de.po --ignore header-incomplete
"""


@click.command("check", epilog=_EXAMPLES)
@click.argument("what", nargs=-1, metavar="[LOCALE|FILE.po]...")
@project_option
@format_option
@click.option("--select", multiple=True, metavar="ID,…", help="Run only these checks; repeatable.")
@click.option("--ignore", multiple=True, metavar="ID,…", help="Leave these checks out; repeatable.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default=None,
    show_default="warning, or what charter.toml says",
    help="Exit with 1 from this severity on.",
)
@click.option("--parity", is_flag=True, help="Print the proof that all languages carry the same, as text or JSON.")
def command(
    what: tuple[str, ...],
    root: Path,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    parity: bool,
) -> None:
    """Check the charter and the catalogues of each LOCALE, or gettext files of any project.

    Without an argument everything is checked. A FILE.po outside a charter project is checked against its own messages.
    """
    if parity:
        _prove(root, what, form)
    from polycharter.pipeline.asked import judge_asked

    judged, usual = judge_asked(root, what, _ids(select), _ids(ignore))
    outcome = Outcome(
        findings=judged.findings,
        allowed=judged.allowed,
        not_checked=judged.not_checked,
        fail_on=fail_on or usual,
        damaged=judged.damaged,
    )
    tell(form, "findings", outcome)
    end(outcome, fails(outcome))


def _prove(root: Path, locales: tuple[str, ...], form: str) -> NoReturn:
    """Print the proof table of the editions that are complete; exit code 1 where they do not carry the same."""
    from polycharter.pipeline.asked import complete_editions
    from polycharter.report import formats, report

    if not hasattr(report(form), "parity"):
        able = (name for name in formats() if hasattr(report(name), "parity"))
        raise click.UsageError(f"--parity prints {' or '.join(able)}.")
    editions, same = complete_editions(root, locales)
    click.echo(report(form).parity(editions, locales), nl=False)
    raise SystemExit(0 if same else 1)


def _ids(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id.strip() for value in values for id in value.split(",") if id.strip())

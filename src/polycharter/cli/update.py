"""Bring the catalogues up to date with the charter; nothing a translator wrote is lost."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polycharter.cli._shared import locales_argument, project_option

if TYPE_CHECKING:
    from polycharter.catalogue.merge import Merged

_WORDS = {
    "kept": "kept as they were",
    "moved": "kept, in a new place",
    "fuzzy": "changed in the source: the old translation is kept as fuzzy",
    "added": "new, to be translated",
    "obsolete": "no longer used: kept as obsolete",
    "revived": "used again: their translation is back",
    "dropped": "no longer used, and never translated: removed",
}


@click.command("update", epilog="Example:  polycharter update nl")
@locales_argument
@project_option
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a catalogue is not up to date.")
def command(locales: tuple[str, ...], root: Path, check: bool) -> None:
    """Merge the charter as it is now into the catalogues of each LOCALE, and say what happened to the messages."""
    from polycharter.pipeline.project import open_project
    from polycharter.pipeline.update import update

    results = update(open_project(root), locales, check=check)
    for path, (merged, changed) in results.items():
        state = ("is not up to date. Run: polycharter update" if check else "updated") if changed else "is up to date"
        click.echo(f"{path}: {state}")
        if changed:
            _tell(merged)
    raise SystemExit(1 if check and any(changed for _, changed in results.values()) else 0)


def _tell(merged: "Merged") -> None:
    """Count what happened, and quote what needs a translator."""
    counts = Counter(str(change.outcome) for change in merged.report)
    for outcome, words in _WORDS.items():
        if counts[outcome]:
            click.echo(f"  {counts[outcome]:>5}  {words}")
        if outcome in ("fuzzy", "obsolete", "revived"):
            for change in merged.report:
                if change.outcome == outcome:
                    click.echo(f"         “{_short(change.key[1])}”")


def _short(text: str) -> str:
    """The beginning of a message on one line, without anything that a terminal would obey."""
    line = "".join(character if character.isprintable() else " " for character in text)
    return line if len(line) <= 72 else line[:71] + "…"

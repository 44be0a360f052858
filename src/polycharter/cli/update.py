"""Bring the catalogues up to date with the charter; nothing a translator wrote is lost."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polycharter.cli._shared import locales_argument, project_option

if TYPE_CHECKING:
    from polycharter.catalogue.merge import Change
    from polycharter.pipeline.update import Updated

_WORDS = {
    "kept": "kept as they were",
    "moved": "kept, in a new place",
    "carried": "edited in the source, but not in what they say: still translated",
    "fuzzy": "changed in the source: the old translation is kept as fuzzy, to be looked at",
    "split": "split into several in the source: the old translation stands, fuzzy, with the first part",
    "joined": "joined from several in the source: their translations stand here together, fuzzy",
    "added": "new, to be translated",
    "obsolete": "no longer used: kept as obsolete",
    "revived": "used again: their translation is back",
    "dropped": "no longer used, and never translated: removed",
}
_QUOTED = ("carried", "fuzzy", "split", "joined", "obsolete", "revived")


@click.command("update", epilog="Example:  polycharter update nl --editorial 4f0c21ab")
@locales_argument
@project_option
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a catalogue is not up to date.")
@click.option(
    "--editorial",
    multiple=True,
    metavar="ID",
    help="The last edit of this message asks nothing of translators: it stays translated. Repeatable.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the report.")
def command(locales: tuple[str, ...], root: Path, check: bool, editorial: tuple[str, ...], form: str) -> None:
    """Merge the charter as it is now into the catalogues of each LOCALE, and say what happened to the messages."""
    from polycharter.pipeline.project import open_project
    from polycharter.pipeline.update import update

    results = update(open_project(root), locales, check=check, editorial=editorial)
    if form == "json":
        click.echo(json.dumps({"catalogues": list(_rows(results))}, ensure_ascii=False, indent=1))
    else:
        for path, updated in results.items():
            _tell(path, updated, check)
    raise SystemExit(1 if check and any(updated.changed for updated in results.values()) else 0)


def _tell(path: str, updated: "Updated", check: bool) -> None:
    """Count what happened, and quote what somebody may want to look at, with the id that `--editorial` takes."""
    state = "is up to date"
    if updated.changed:
        state = "is not up to date. Run: polycharter update" if check else "updated"
    click.echo(f"{path}: {state}")
    for note in updated.merged.catalogue.repaired:
        click.echo(f"  {note}")
    if not updated.changed:
        return
    counts = Counter(str(change.outcome) for change in updated.merged.report)
    for outcome, words in _WORDS.items():
        if counts[outcome]:
            click.echo(f"  {counts[outcome]:>5}  {words}")
        for change in updated.merged.report:
            if change.outcome == outcome and outcome in _QUOTED:
                _quote(change)


def _quote(change: "Change") -> None:
    from polycharter.catalogue.merge import message_id

    click.echo(f"         {message_id(change.key)}  “{_short(change.key[1])}”")
    if change.previous and change.previous != change.key:
        click.echo(f"              was  “{_short(change.previous[1])}”")


def _rows(results: "Mapping[str, Updated]") -> Iterator[dict[str, object]]:
    """One object a catalogue: every message with what happened to it; `says` is that in words."""
    from polycharter.catalogue.merge import message_id

    for path, updated in results.items():
        report = updated.merged.report
        yield {
            "path": path,
            "locale": updated.locale,
            "changed": updated.changed,
            "notes": [str(note) for note in updated.merged.catalogue.repaired],
            "counts": dict(Counter(str(change.outcome) for change in report)),
            "messages": [
                {
                    "id": message_id(change.key),
                    "outcome": str(change.outcome),
                    "says": _WORDS[change.outcome],
                    "context": change.key[0],
                    "text": change.key[1],
                    "previous": change.previous[1] if change.previous else None,
                }
                for change in report
            ],
        }


def _short(text: str) -> str:
    """The beginning of a message on one line, without anything that a terminal would obey."""
    line = "".join(character if character.isprintable() else " " for character in text)
    return line if len(line) <= 72 else line[:71] + "…"

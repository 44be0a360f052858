"""Text for a terminal, an e-mail or a log: findings a line each, coverage as a table."""

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from polycharter.model.coverage import Coverage, Tally
from polycharter.model.finding import Finding, Severity
from polycharter.model.outcome import FileCoverage, Outcome

FORMAT = "text"

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH = 110
"""Columns of a table where the text does not go to a terminal."""


def findings(outcome: Outcome, *, colour: bool = False, width: int = 0) -> str:
    """Every finding: its place and what is wrong, then what to do; a summary line last."""
    lines: list[Text] = []
    for finding in outcome.findings:
        lines += _finding(finding)
    lines.append(_summary(outcome))
    return _printed(lines, colour, width)


def status(outcome: Outcome, *, colour: bool = False, width: int = 0) -> str:
    """Two tables: what can be published and why not; how far each file is, counted as gettext counts."""
    editions = _table("Locale", "Edition", "Translated", "Fuzzy", "Missing", "Words", "Published")
    for row in outcome.coverage:
        editions.add_row(*_edition(row))
    tables = [editions]
    if outcome.files:
        files = _table("File", "Translated", "Fuzzy", "Missing", "Words left")
        for file in outcome.files:
            files.add_row(*_file(file))
        tables.append(files)
    return _printed(tables, colour, width)


def _table(*heads: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head in heads:
        numbers = head in ("Translated", "Fuzzy", "Missing", "Words", "Words left")
        table.add_column(head, justify="right" if numbers else "left", overflow="fold", no_wrap=numbers)
    return table


def _edition(row: Coverage) -> tuple[Text | str, ...]:
    verdict = Text("yes", "green") if row.publishable else Text(f"no: {'; '.join(row.reasons)}", "bold red")
    words = row.translated.words
    return (row.locale, row.edition, *_numbers(row.translated, row.fuzzy, row.missing, row.total), str(words), verdict)


def _file(row: FileCoverage) -> tuple[Text | str, ...]:
    left = row.fuzzy.words + row.missing.words
    return (row.path, *_numbers(row.translated, row.fuzzy, row.missing, None), str(left))


def _numbers(translated: Tally, fuzzy: Tally, missing: Tally, total: Tally | None) -> tuple[Text | str, ...]:
    share = f"{translated.messages}/{total.messages}" if total else str(translated.messages)
    return (
        share,
        Text(str(fuzzy.messages), "yellow" if fuzzy.messages else ""),
        Text(str(missing.messages), "red" if missing.messages else ""),
    )


def _finding(finding: Finding) -> list[Text]:
    head = Text(f"{finding.place}: ", "bold")
    head.append(f"{finding.severity}: ", _COLOURS[finding.severity])
    head.append(f"{_visible(finding.what)}. ", "not bold")
    head.append(f"[{finding.check}]", "dim not bold")
    return [head, Text(f"    {_visible(finding.todo)}", "dim")]


def _visible(text: str) -> str:
    """No escape sequence of a file reaches the terminal."""
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in text)


def _summary(outcome: Outcome) -> Text:
    found = [finding.severity for finding in outcome.findings]
    if not found:
        return Text("No findings.", "green")
    counts = [(found.count(severity), severity) for severity in Severity]
    parts = [f"{count} {severity if count == 1 else severity + 's'}" for count, severity in counts if count]
    return Text(f"{', '.join(parts)}. “polycharter explain CHECK” says more about each.")


def _printed(parts: list[Text] | list[Table], colour: bool, width: int) -> str:
    """The parts as a terminal shows them; without colour there is no escape sequence in it."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width or _WIDTH,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for number, part in enumerate(parts):
        if number and isinstance(part, Table):
            console.print()
        console.print(part, soft_wrap=isinstance(part, Text))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"

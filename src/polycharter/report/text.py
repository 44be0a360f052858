"""Text for a terminal, an e-mail or a log: findings by file with the line they are about, coverage as a table."""

import io
import textwrap
from collections.abc import Callable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from polycharter.model.coverage import Coverage, Tally
from polycharter.model.finding import Excerpt, Finding, Severity
from polycharter.model.outcome import FileCoverage, Outcome
from polycharter.model.review import EditionReview
from polycharter.report._words import by_file, left_out, summary, totals, verdict
from polycharter.text.marking import shown
from polycharter.text.quote import visible

FORMAT = "text"

Paint = Callable[[str, str], str]
"""Puts a text into a colour, given by its number in the sequence for terminals (ECMA-48); or leaves it."""

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.NOTE: "36"}
_BOLD, _DIM, _GREEN = "1", "2", "32"
_WIDTH = 110
"""Columns of a table where the text does not go to a terminal."""

_PROSE = 80
"""Columns of everything else there."""


def findings(outcome: Outcome, *, colour: bool = False, width: int = 0) -> str:
    """Every finding: its place, what is wrong, the line with the place marked, what to do; a summary line last.

    Without colour nothing is missing. Where a check comes up for the first time, the command that explains it is
    named.
    """
    paint = _painted if colour else _plain
    room = max(40, width or _PROSE)
    explained: set[str] = set()
    lines: list[str] = []
    for path, its in by_file(outcome.findings).items():
        lines.append(paint(f"== {visible(path)}: {totals(its)}", _BOLD))
        for finding in its:
            lines += _finding(finding, paint, room, finding.check not in explained)
            explained.add(finding.check)
        lines.append("")
    for sentence in left_out(outcome.not_checked):
        lines += textwrap.wrap(sentence, room, subsequent_indent="    ", break_on_hyphens=False)
    lines.append(paint(summary(outcome), _BOLD if outcome.findings else _GREEN))
    return "\n".join(lines) + "\n"


def parity(reviews: Sequence[EditionReview], locales: Sequence[str] = ()) -> str:
    """The proof as a table; read only when it is asked for, since it brings the reader of Markdown with it."""
    from polycharter.report._parity import table

    return table(reviews, locales)


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


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, _: str) -> str:
    return text


def _finding(finding: Finding, paint: Paint, room: int, explain: bool) -> Iterator[str]:
    """The lines of one finding; the first is `path:line:column: severity: what. [check]`."""
    place = paint(f"{visible(str(finding.place))}:", _BOLD)
    severity = paint(f"{finding.severity}:", _COLOURS[finding.severity])
    yield f"{place} {severity} {visible(finding.what)}. {paint(f'[{finding.check}]', _DIM)}"
    if finding.excerpt is not None:
        yield from _excerpt(finding.excerpt, paint, room, _COLOURS[finding.severity])
    hint = visible(finding.todo) + (f" More: polycharter explain {finding.check}" if explain else "")
    for line in textwrap.wrap(hint, room - 4, break_on_hyphens=False):
        yield paint(f"    {line}", _DIM)


def _excerpt(excerpt: Excerpt, paint: Paint, room: int, code: str) -> Iterator[str]:
    """The line, shortened around the place, and a row of carets under the place."""
    gutter = f"{excerpt.line:>6} | "
    before, marked, after = shown(excerpt.text, excerpt.start, excerpt.length)
    before, marked, after = _fitted(before, marked, after, room - len(gutter))
    yield paint(gutter, _DIM) + before + (paint(marked, code) if marked else "") + after
    if marked:
        under = " " * cell_len(before) + paint("^" * max(1, cell_len(marked)), code)
        yield paint(gutter.replace(str(excerpt.line), " " * len(str(excerpt.line))), _DIM) + under


def _fitted(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three parts shortened to `room` columns together, the marked one kept in view."""
    if cell_len(marked) > room - 2:
        marked = set_cell_size(marked, room - 3).rstrip() + "…"
    spare = room - cell_len(marked)
    left = max(spare // 2, spare - cell_len(after))
    if cell_len(before) > left:
        before = "…" + _last(before, left - 1)
    spare -= cell_len(before)
    if cell_len(after) > spare:
        after = set_cell_size(after, max(0, spare - 1)).rstrip() + "…" if spare else ""
    return before, marked, after


def _last(text: str, room: int) -> str:
    """The end of `text` that fits into `room` columns."""
    while cell_len(text) > room:
        text = text[max(1, (cell_len(text) - room) // 2) :]
    return text


def _table(*heads: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head in heads:
        numbers = head in ("Translated", "Fuzzy", "Missing", "Words", "Words left")
        table.add_column(head, justify="right" if numbers else "left", overflow="fold", no_wrap=numbers)
    return table


def _edition(row: Coverage) -> tuple[Text | str, ...]:
    told = Text(verdict(row), "green" if row.publishable else "yellow" if row.shown else "bold red")
    words = row.translated.words
    numbers = _numbers(row.translated, row.fuzzy, row.missing, row.total)
    return (visible(row.locale), row.edition, *numbers, str(words), told)


def _file(row: FileCoverage) -> tuple[Text | str, ...]:
    left = row.fuzzy.words + row.missing.words
    return (visible(row.path), *_numbers(row.translated, row.fuzzy, row.missing, None), str(left))


def _numbers(translated: Tally, fuzzy: Tally, missing: Tally, total: Tally | None) -> tuple[Text | str, ...]:
    share = f"{translated.messages}/{total.messages}" if total else str(translated.messages)
    return (
        share,
        Text(str(fuzzy.messages), "yellow" if fuzzy.messages else ""),
        Text(str(missing.messages), "red" if missing.messages else ""),
    )


def _printed(tables: list[Table], colour: bool, width: int) -> str:
    """The tables as a terminal shows them; without colour there is no escape sequence in it."""
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
    for number, table in enumerate(tables):
        if number:
            console.print()
        console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"

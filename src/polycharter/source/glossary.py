"""The glossary of a project: `locales/glossary.csv` → terms.

The first line names the columns: `concept`, then the language of the charter, then a column for each locale; after
these, in any order, `avoid_<locale>` for renderings that mean something else, and `note`. A cell holds several
renderings with `|` between them, the first one being the usual one. A name that is not translated stands in every
column in the same form. Every row has as many cells as the first line: in one with a comma too few, each cell after it
would stand under the wrong language.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from polycharter.model.errors import CharterError, Mistake
from polycharter.model.glossary import Term
from polycharter.model.locale import is_locale
from polycharter.model.place import Place
from polycharter.source.files import is_there, read_text

FILE = "locales/glossary.csv"
_AVOID = "avoid_"
_SHORT_TODO = "Put the missing comma back; an empty cell has its comma too, at the end of the line as well."


def read_glossary(root: Path) -> tuple[Term, ...]:
    """The terms of the project at `root` in the order of the file, none where there is no file.

    Raises CharterError with the line of every mistake.
    """
    return parse_glossary(read_text(root, FILE), FILE) if is_there(root, FILE) else ()


def parse_glossary(text: str, path: str) -> tuple[Term, ...]:
    """`text` as a glossary; `path` is named in its mistakes."""
    mistakes: list[Mistake] = []
    rows = list(_rows(text, path, mistakes))
    terms: list[Term] = []
    if rows:
        place, header = rows[0]
        columns = [cell.strip() for cell in header]
        mistakes.extend(_header_mistakes(columns, place))
        if not mistakes:
            terms = list(_terms(columns, rows[1:], mistakes))
    if mistakes:
        raise CharterError(*mistakes)
    return tuple(terms)


def _rows(text: str, path: str, mistakes: list[Mistake]) -> Iterator[tuple[Place, Sequence[str]]]:
    """The rows that are not empty, each with the line on which it begins."""
    reader = csv.reader(text.split("\n"), strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield Place(path, line), row
            line = reader.line_num + 1
    except csv.Error as error:
        what = f"is not CSV here: {error}"
        mistakes.append(
            Mistake(Place(path, line), what, 'Close every quotation mark, and double one inside a cell: "".')
        )


def _header_mistakes(columns: Sequence[str], place: Place) -> Iterator[Mistake]:
    if columns[0] != "concept" or len(columns) < 2:
        todo = "Begin the first line with: concept, then the charter's language, then the locales."
        yield Mistake(place, f"the first column is {columns[0]!r}, not 'concept'", todo)
    for name in {name for name in columns if columns.count(name) > 1}:
        yield Mistake(place, f"the column {name!r} stands there twice", "Keep one of them.")
    for name in columns[1:]:
        if name != "note" and not is_locale(name.removeprefix(_AVOID)):
            todo = "Name a locale such as nl or pt-BR, avoid_ and a locale, or note."
            yield Mistake(place, f"the column {name!r} is unknown", todo)


def _terms(
    columns: Sequence[str], rows: Sequence[tuple[Place, Sequence[str]]], mistakes: list[Mistake]
) -> Iterator[Term]:
    seen: dict[str, Place] = {}
    for place, row in rows:
        if len(row) != len(columns):
            many = len(row) > len(columns)
            what = f"has {len(row)} cells, the first line {'only ' if many else ''}{len(columns)}"
            todo = "Put a cell that holds a comma between quotation marks."
            mistakes.append(Mistake(place, what, todo if many else _SHORT_TODO))
            continue
        cells = dict(zip(columns, row, strict=True))
        concept, source = cells["concept"].strip(), _renderings(cells.get(columns[1], ""))
        if not concept or not source:
            what = f"has no {'concept' if not concept else f'word in the column {columns[1]!r}'}"
            mistakes.append(Mistake(place, what, "Fill it in, or take the line out."))
        elif concept in seen:
            what = f"the concept {concept!r} stands on line {seen[concept].line} too"
            mistakes.append(Mistake(place, what, "Put both into one line."))
        else:
            seen[concept] = place
            yield _term(concept, source, cells, columns[1], place)


def _term(concept: str, source: tuple[str, ...], cells: Mapping[str, str], language: str, place: Place) -> Term:
    filled = {name: _renderings(cell) for name, cell in cells.items() if _renderings(cell)}
    plain = {"concept", "note", language}
    return Term(
        concept,
        source,
        {name: found for name, found in filled.items() if name not in plain and not name.startswith(_AVOID)},
        {name.removeprefix(_AVOID): found for name, found in filled.items() if name.startswith(_AVOID)},
        cells.get("note", "").strip(),
        place,
    )


def _renderings(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())

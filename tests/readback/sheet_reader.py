"""A workbook read back with openpyxl, as tables of texts and numbers."""

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
from tests.readback.reading import key
from tests.readback.told import Json, records

Cell = str | float | None


def read(file: bytes) -> list[list[list[Cell]]]:
    """The sheets, each as its rows of cells."""
    book: Any = openpyxl.load_workbook(io.BytesIO(file))
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


def differences(sheets: list[list[list[Cell]]], charter: Json) -> list[str]:
    """What the workbook says otherwise than the JSON of its edition: commitments, then the log sheets."""
    blocks = [block for section in charter["sections"] for block in section["blocks"]]
    wanted = [one for block in records(blocks, "commitments") for one in block["records"]]
    logs = [block for block in blocks if block["kind"] == "log-sheet"]
    if len(sheets) != 1 + len(logs):
        return [f"{len(sheets)} sheets, not {1 + len(logs)}"]
    (heads, *rows), *forms = sheets
    return [*_commitments(heads, rows, wanted), *_forms(forms, logs)]


def _commitments(heads: list[Cell], rows: list[list[Cell]], wanted: list[Json]) -> Iterator[str]:
    known = {key(record["title"]["text"]) for record in wanted}
    yield from (f"row {row[0]!r}: is no commitment of the charter" for row in rows if key(str(row[0])) not in known)
    by_title = {key(str(row[0])): row for row in rows}
    order = [key(str(row[0])) for row in rows if key(str(row[0])) in known]
    if len(rows) == len(wanted) and order != [key(one["title"]["text"]) for one in wanted] and set(order) == known:
        yield "commitments: stand in another order"
    for record in wanted:
        row = by_title.get(key(record["title"]["text"]))
        if row is None:
            yield f"commitment {record['id']}: {record['title']['text']!r} is not there"
            continue
        found = {head: cell for head, cell in zip(heads[1:], row[1:], strict=True) if cell is not None}
        fields = {field["label"]["text"]: field for field in record["fields"]}
        for label in dict.fromkeys((*fields, *map(str, found))):
            if label not in fields:
                yield f"commitment {record['id']}: {label!r} is not in the charter"
            elif not _same(found.get(label), fields[label]):
                name, said = fields[label]["name"], fields[label]["value"]["text"]
                yield f"commitment {record['id']}, {name}: {found.get(label)!r}, not {said!r}"


def _same(cell: Cell, field: Json) -> bool:
    """Whether a cell says what a field says; a result is a number."""
    if isinstance(cell, float | int):
        return round(cell * 100, 6) == float(field["raw"]["percent"])
    return cell is not None and key(cell) == key(field["value"]["text"])


def _forms(forms: list[list[list[Cell]]], logs: list[Json]) -> Iterator[str]:
    for form, log in zip(forms, logs, strict=True):
        heads, *rows = form
        wanted = [column["text"] for column in log["columns"]]
        yield from () if heads == wanted else (f"log sheet: columns {heads}, not {wanted}",)
        yield from () if len(rows) == log["rows"] else (f"log sheet: {len(rows)} rows, not {log['rows']}",)
        yield from (f"log sheet: {cell!r} in an empty row" for row in rows for cell in row if cell is not None)
